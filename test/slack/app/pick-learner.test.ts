import { ids } from '../../../src/slack/ids';
import { wordsIn } from '../support/reading';
import {
  answerWords,
  blockIn,
  checkInsOf,
  type Desk,
  modalAfter,
  openCheckIn,
  pick,
  startDesk,
} from './desk';

const { blocks } = ids;
let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

async function twoLearners() {
  const { learner, checkIn } = desk.records;
  const sato = await learner(desk.program, {
    unit: '配列',
    plannedOn: '2026-11-26',
    planReason: '試験のため',
  });
  const ito = await learner(desk.program, { unit: 'HTML' });
  await checkIn(sato, { contactedOn: '2026-11-12', note: '三つ前の記録' });
  await checkIn(sato, { contactedOn: '2026-11-16', note: '少し疲れ気味' });
  await checkIn(sato, { contactedOn: '2026-11-20', note: '配列の演習を終えた', motivation: 4 });
  await checkIn(ito, { contactedOn: '2026-11-19', note: '体調を崩していた', authorId: 'U0MORI' });
  return { sato, ito };
}

describe('picking a learner in the modal', () => {
  it('says why nobody is filled in for a name that nobody or several answer to, until one is picked', async () => {
    const { sato } = await twoLearners();
    const none = wordsIn(await openCheckIn(desk, 'U0AOI', '*いない* <!channel>'));
    expect(none).toContain('「*いない* &lt;!channel&gt;」に当てはまる方が見つかりません。');
    const several = await openCheckIn(desk, 'U0AOI', '受講生');
    expect(wordsIn(several)).toContain('「受講生」に当てはまる方が何名かいらっしゃいます。');
    expect(wordsIn(await pick(desk, 'U0AOI', sato))).not.toContain('当てはまる方');
  });

  it('shows the last two notes, unit and plan, and keeps what was typed', async () => {
    const { sato } = await twoLearners();
    const aoi = desk.slack.as('U0AOI');
    await openCheckIn(desk, 'U0AOI');
    await aoi.fill({ [blocks.outcome]: 'talked', [blocks.note]: '先に書いたメモ' });
    const modal = await pick(desk, 'U0AOI', sato);
    const words = wordsIn(modal.blocks);
    expect(words).toContain('*11/20(金)* 返信があった · やる気 4/5 · 青木\n> 配列の演習を終えた');
    expect(words).toContain('*11/16(月)* 返信があった · 青木\n> 少し疲れ気味');
    expect(words).not.toContain('三つ前の記録');
    expect(words).toContain('2026/10/5開始 · 次の予定日 11/24(火) · 最低頻度の期限 11/27(金)');
    expect(modal.state.values).toMatchObject({
      [blocks.outcome]: { field: { selected_option: { value: 'talked' } } },
      [blocks.note]: { field: { value: '先に書いたメモ' } },
      [blockIn(modal, blocks.unit)]: { field: { value: '配列' } },
      [blockIn(modal, blocks.next)]: { field: { selected_option: { value: 'planned' } } },
      [blockIn(modal, blocks.nextOn)]: { field: { selected_date: '2026-11-26' } },
      [blockIn(modal, blocks.nextReason)]: { field: { value: '試験のため' } },
    });
  });

  it('changes all that to the next one’s when another is picked', async () => {
    const { sato, ito } = await twoLearners();
    const aoi = desk.slack.as('U0AOI');
    await openCheckIn(desk, 'U0AOI');
    await pick(desk, 'U0AOI', sato);
    await aoi.fill({ [blocks.outcome]: 'sent', [blocks.note]: 'そのまま残る' });
    const modal = await pick(desk, 'U0AOI', ito);
    expect(wordsIn(modal.blocks)).toContain('*11/19(木)* 返信があった · 森\n> 体調を崩していた');
    expect(wordsIn(modal.blocks)).not.toContain('配列の演習');
    expect(modal.state.values).toMatchObject({
      [blocks.note]: { field: { value: 'そのまま残る' } },
      [blockIn(modal, blocks.unit)]: { field: { value: 'HTML' } },
      [blockIn(modal, blocks.next)]: { field: { selected_option: { value: 'rhythm' } } },
      [blockIn(modal, blocks.nextOn)]: { field: { selected_date: null } },
    });
    await aoi.submit();
    await answerWords(desk, 'U0AOI');
    expect(await checkInsOf(desk, sato.id)).toHaveLength(3);
    expect(await checkInsOf(desk, ito.id)).toMatchObject([{}, { note: 'そのまま残る', unit: 'HTML' }]);
  });

  it('keeps the text of the message that is being logged', async () => {
    const { ito } = await twoLearners();
    const aoi = desk.slack.as('U0AOI');
    const { ts } = await aoi.post('C0TEAM', '今日は話せました');
    await modalAfter(desk, 'U0AOI', () =>
      aoi.messageShortcut(ids.shortcuts.checkInMessage, { channel: 'C0TEAM', ts }),
    );
    const modal = await pick(desk, 'U0AOI', ito);
    expect(modal.state.values[blocks.note]).toMatchObject({ field: { value: '今日は話せました' } });
    expect(JSON.stringify(modal.blocks)).toContain('"initial_value":"今日は話せました"');
  });

  it('says so over the modal when she was erased a moment ago, and keeps the modal beneath', async () => {
    const { ito } = await twoLearners();
    const aoi = desk.slack.as('U0AOI');
    await openCheckIn(desk, 'U0AOI');
    await aoi.fill({ [blocks.note]: '書きかけ' });
    await aoi.suggest(ids.actions.learner, ito.name);
    await desk.records.erase(ito);
    const notice = await modalAfter(desk, 'U0AOI', () => aoi.fill({ [blocks.learner]: ito.id }));
    expect(wordsIn(notice.blocks)).toMatch(/^この受講生の情報はBansoから削除されました。/);
    await aoi.closeModal();
    expect(aoi.modal()?.state.values[blocks.note]).toMatchObject({ field: { value: '書きかけ' } });
  });
});
