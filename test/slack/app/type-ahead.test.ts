import { type Desk, openCheckIn, startDesk, suggested } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
  const { learner, program } = desk.records;
  const people = [
    { name: '藤田 花子', reading: 'ふじた はなこ' },
    { name: '藤井 健一', reading: 'ふじい けんいち', companionId: 'U0MORI' },
    { name: '佐藤 陽子', reading: 'さとう ようこ', startedOn: '2026-09-04' },
    { name: '佐藤 陽子', reading: 'さとう ようこ', startedOn: '2026-10-05', companionId: 'U0MORI' },
    { name: '髙橋 渡邉', reading: 'たかはし わたなべ' },
    { name: 'Zoë Martin', companionId: null },
    { name: '百%_太郎' },
    { name: '藤野 退会', reading: 'ふじの', status: 'withdrawn' as const },
    { name: '藤野 修了', reading: 'ふじの', status: 'completed' as const },
    { name: '藤本 休会', reading: 'ふじもと', status: 'paused' as const },
  ];
  for (const one of people) await learner(desk.program, one);
  const other = await program({ name: '別の講座', channelId: 'C0OTHER', people: [] });
  await learner(other, { name: '藤田 別講座', reading: 'ふじた', companionId: 'U0LEAD' });
  const elsewhere = await program({ workspaceId: 'T0ELSE', people: ['U0AOI'] });
  await learner(elsewhere, { name: '藤田 別会社', reading: 'ふじた' });
  await openCheckIn(desk, 'U0AOI');
});
afterAll(() => desk.close());

describe('the learner’s type-ahead', () => {
  it.each([
    ['kanji', '藤田'],
    ['kanji with an honorific', '藤田さん'],
    ['both names', '藤田 花子'],
    ['both names without a space', '藤田花子'],
    ['the reading', 'ふじた'],
    ['katakana', 'フジタ'],
    ['half-width katakana', 'ﾌｼﾞﾀ'],
    ['Latin letters', 'fujita'],
    ['Latin capitals', 'FUJITA Hanako'],
    ['full-width Latin letters', 'ｆｕｊｉｔａ'],
    ['a syllable begun', 'fujit'],
  ])('finds 藤田 by %s: %s', async (_, typed) => {
    expect((await suggested(desk, 'U0AOI', typed))[0]).toBe('藤田 花子');
  });

  it.each([
    ['zoe', 'Zoë Martin'],
    ['ZOË', 'Zoë Martin'],
    ['高橋', '髙橋 渡邉'],
    ['渡辺', '髙橋 渡邉'],
    ["ken'ichi", '藤井 健一'],
    ['花子', '藤田 花子'],
  ])('finds by %s: %s', async (typed, name) => {
    expect(await suggested(desk, 'U0AOI', typed)).toEqual([name]);
  });

  it('offers the own caseload first, then the program, and nobody who has left', async () => {
    expect(await suggested(desk, 'U0AOI', 'ふじ')).toEqual(['藤田 花子', '藤本 休会', '藤井 健一']);
    await openCheckIn(desk, 'U0MORI');
    expect(await suggested(desk, 'U0MORI', 'ふじ')).toEqual(['藤井 健一', '藤田 花子', '藤本 休会']);
  });

  it('takes % and _ for what they are', async () => {
    expect(await suggested(desk, 'U0AOI', '百%_太')).toEqual(['百%_太郎']);
    for (const wild of ['%', '_', '藤%子', '佐_陽', '％']) {
      expect(await suggested(desk, 'U0AOI', wild)).toEqual([]);
    }
  });

  it('tells people of one name apart', async () => {
    expect(await suggested(desk, 'U0AOI', '佐藤')).toEqual([
      '佐藤 陽子（2026/9/4開始、担当：青木）',
      '佐藤 陽子（2026/10/5開始、担当：森）',
    ]);
  });

  it('offers nobody of another program or workspace', async () => {
    const everybody = await suggested(desk, 'U0AOI', '');
    expect(everybody).toHaveLength(8);
    expect(everybody.join()).not.toMatch(/別講座|別会社/);
    await openCheckIn(desk, 'U0LEAD');
    expect(await suggested(desk, 'U0LEAD', 'ふじた')).toEqual(['藤田 別講座', '藤田 花子']);
  });
});

describe('/checkin with a name', () => {
  it('chooses the only one who answers to it', async () => {
    const modal = await openCheckIn(desk, 'U0AOI', '藤田');
    expect(JSON.stringify(modal.state.values)).toContain('藤田 花子');
  });

  it('leaves the choice among several, and when nobody answers to it', async () => {
    for (const name of ['佐藤', 'いない']) {
      const modal = await openCheckIn(desk, 'U0AOI', name);
      expect(modal.state.values.learner).toEqual({
        checkin_learner: { type: 'external_select', selected_option: null },
      });
    }
  });
});
