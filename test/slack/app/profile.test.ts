import { eq } from 'drizzle-orm';
import { auditEvents, careTeam, learnerEdits, learners } from '../../../src/db/schema';
import { ids, rowActions } from '../../../src/slack/ids';
import { wordsIn } from '../support/reading';
import { answer, answerWords, blockIn, type Desk, learnerNow, modalAfter, startDesk } from './desk';

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const command = (userId: string, text: string) =>
  modalAfter(desk, userId, () => desk.slack.as(userId).command(text, { channel: 'C0TEAM' }));

/** Opens the edit modal over the learner's card. */
async function openEdit(userId: string, learner: { id: string; name: string }) {
  const card = await command(userId, `/learner ${learner.name}`);
  const edit = await modalAfter(desk, userId, () =>
    desk.slack.as(userId).click('modal', rowActions.edit.idFor(learner.id)),
  );
  return { card, edit };
}

/** Fields by their names, whatever version the open modal shows. */
function fields(userId: string, values: Record<string, unknown>) {
  const modal = desk.slack.as(userId).modal();
  if (!modal) throw new Error(`${userId} has no modal open`);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [blockIn(modal, name), value]));
}

const submit = (userId: string, values: Record<string, unknown> = {}) =>
  desk.slack.as(userId).submit(fields(userId, values));

const known = { name: '松本 さくら', goal: '転職', background: '看護師', rhythm: null } as const;
const edits = () => desk.deps.db.select().from(learnerEdits).orderBy(learnerEdits.version);

describe('editing a learner', () => {
  it('shows what is known, changes it, keeps what it was, and moves the due day with the rhythm', async () => {
    const learner = await desk.records.learner(desk.program, known);
    await desk.records.checkIn(learner, { contactedOn: '2026-11-20' });
    const { card } = await openEdit('U0AOI', learner);
    await submit('U0AOI', { name: '松本 桜', rhythm: '毎日', mentorUser: 'U0MENT', goal: '独立する' });
    expect(await answerWords(desk, 'U0AOI')).toBe('*松本 桜* さんの情報を保存しました。');
    expect(await learnerNow(desk, learner.id)).toMatchObject({
      name: '松本 桜',
      nameKey: '松本桜',
      goal: '独立する',
      background: '看護師',
      rhythm: { kind: 'everyDays', days: 1 },
      dueOn: '2026-11-24',
    });
    expect(await desk.deps.db.select().from(careTeam)).toMatchObject([{ role: 'mentor', userId: 'U0MENT' }]);
    expect(await edits()).toMatchObject([
      { version: 1, editedBy: 'U0AOI', before: { name: '松本 さくら', goal: '転職', rhythm: null } },
    ]);
    const redrawn = await desk.slack.until(() => {
      const modal = desk.slack.as('U0AOI').modal();
      return modal && wordsIn(modal).includes('独立する') ? modal : undefined;
    });
    expect(redrawn.id).toBe(card.id);
    expect(wordsIn(redrawn)).toContain('リズム：毎日（この方のリズム）');
    const audited = JSON.stringify(await desk.deps.db.select().from(auditEvents));
    expect(audited).toContain('learner.edited');
    expect(audited).not.toMatch(/独立|転職/);
  });

  it('brings together what two people changed in different fields', async () => {
    const learner = await desk.records.learner(desk.program, known);
    await openEdit('U0AOI', learner);
    await openEdit('U0MORI', learner);
    await submit('U0AOI', { goal: '独立する' });
    await answerWords(desk, 'U0AOI');
    await submit('U0MORI', { background: '介護もしている' });
    await answerWords(desk, 'U0MORI');
    expect(await learnerNow(desk, learner.id)).toMatchObject({
      goal: '独立する',
      background: '介護もしている',
      profileVersion: 3,
    });
  });

  it('shows the second of two who changed one field what the first wrote, and lets her win knowingly', async () => {
    const learner = await desk.records.learner(desk.program, known);
    await openEdit('U0KUDO', learner);
    await openEdit('U0MORI', learner);
    await submit('U0MORI', { goal: '<!channel> 森の目標', background: '森の背景' });
    await answerWords(desk, 'U0MORI');
    await submit('U0KUDO', { goal: 'My goal' });
    const modal = desk.slack.as('U0KUDO').modal();
    const words = wordsIn(modal);
    expect(words).toContain('Somebody changed these meanwhile.');
    expect(words).toContain('*Goal*, now by 森: &lt;!channel&gt; 森の目標');
    expect(words).not.toContain('*Background*');
    expect(modal?.state.values[blockIn(modal, 'goal')]).toMatchObject({ field: { value: 'My goal' } });
    expect(modal?.state.values[blockIn(modal, 'background')]).toMatchObject({ field: { value: '森の背景' } });
    expect(await learnerNow(desk, learner.id)).toMatchObject({ goal: '<!channel> 森の目標' });
    await submit('U0KUDO');
    expect(await answerWords(desk, 'U0KUDO')).toBe('Saved what you changed about *松本 さくら*.');
    expect(await learnerNow(desk, learner.id)).toMatchObject({ goal: 'My goal', background: '森の背景' });
    expect((await edits()).map(({ before }) => before.goal)).toEqual(['転職', '<!channel> 森の目標']);
  });

  it('names people of Slack whom the other chose, and says where nobody is', async () => {
    const learner = await desk.records.learner(desk.program, known);
    await desk.records.careTeam(learner, 'advisor', 'U0MENT');
    await openEdit('U0KUDO', learner);
    await openEdit('U0MORI', learner);
    await submit('U0MORI', { mentorUser: 'U0MENT', advisorUser: null, slackUserId: 'U0GUEST' });
    await answerWords(desk, 'U0MORI');
    await submit('U0KUDO', { mentorName: '江口', advisorUser: 'U0LEAD', slackUserId: 'U0LEAD' });
    const words = wordsIn(desk.slack.as('U0KUDO').modal());
    expect(words).toContain('*Mentor*, now by 森: <@U0MENT>');
    expect(words).toContain('*Advisor*, now by 森: empty');
    expect(words).toContain('now by 森: <@U0GUEST>');
    expect(words).not.toMatch(/(?<!<@)U0/);
  });

  it('says what works and what is better not raised, for whoever stands in; two people’s texts come together', async () => {
    const learner = await desk.records.learner(desk.program, { ...known, tone: '短く', avoid: '' });
    await openEdit('U0AOI', learner);
    const { edit } = await openEdit('U0MORI', learner);
    expect(edit.state.values[blockIn(edit, 'tone')]).toMatchObject({ field: { value: '短く' } });
    await submit('U0AOI', { tone: '短く明るく' });
    await answerWords(desk, 'U0AOI');
    await submit('U0MORI', { avoid: '転職の話' });
    await answerWords(desk, 'U0MORI');
    expect(await learnerNow(desk, learner.id)).toMatchObject({ tone: '短く明るく', avoid: '転職の話' });
    expect((await edits()).map(({ before }) => [before.tone, before.avoid])).toEqual([
      ['短く', ''],
      ['短く明るく', ''],
    ]);
  });

  it('is done once when its button is pressed twice', async () => {
    const learner = await desk.records.learner(desk.program, known);
    await openEdit('U0AOI', learner);
    await desk.slack.as('U0AOI').fill(fields('U0AOI', { goal: '独立する' }));
    await desk.slack.as('U0AOI').submitTwice();
    await answerWords(desk, 'U0AOI');
    expect(await edits()).toHaveLength(1);
    expect(desk.slack.ephemerals('U0AOI')).toHaveLength(1);
  });

  it.each([
    ['a rhythm that nobody can read', { rhythm: 'たまに' }, 'rhythm', /「週2回」/],
    ['an end before the beginning', { endsOn: '2026-10-01' }, 'endsOn', /開始日以降/],
    ['a mentor twice', { mentorUser: 'U0MENT', mentorName: '江口' }, 'mentorName', /どちらか一方/],
    ['a name without a letter', { name: '・・・' }, 'name', /1文字以上/],
    ['the name of another learner with her first day', { name: '林　健' }, 'name', /同じお名前・同じ開始日/],
    ['the Slack account of another learner', { slackUserId: 'U0GUEST' }, 'slackUserId', /すでに林 健さん/],
  ])('refuses %s', async (_, values, block, words) => {
    await desk.records.learner(desk.program, { name: '林 健', slackUserId: 'U0GUEST' });
    const learner = await desk.records.learner(desk.program, known);
    const { edit } = await openEdit('U0AOI', learner);
    const { errors } = await submit('U0AOI', values);
    expect(errors?.[blockIn(edit, block)]).toMatch(words);
    expect(await edits()).toEqual([]);
  });

  it('takes 3,000 characters of hostile text, and shows them again', async () => {
    const hostile = '<!channel> *太字* 👩‍👩‍👧‍👦 &‮'.repeat(200).slice(0, 2999);
    const learner = await desk.records.learner(desk.program, known);
    await openEdit('U0AOI', learner);
    await submit('U0AOI', { background: hostile, goal: hostile, tone: hostile, avoid: hostile });
    await answerWords(desk, 'U0AOI');
    const { edit } = await openEdit('U0MORI', learner);
    expect(edit.state.values[blockIn(edit, 'background')]).toMatchObject({
      field: { value: (await learnerNow(desk, learner.id)).background },
    });
  });
});

describe('adding a learner', () => {
  const newcomer = { name: '新田 みな', reading: 'にった みな', endsOn: '2027-02-28' };

  it('makes her due as an import would, in the caseload that was chosen, and leads to her card', async () => {
    const modal = await command('U0AOI', '/learner add 新田 みな');
    expect(modal.state.values[blockIn(modal, 'name')]).toMatchObject({ field: { value: '新田 みな' } });
    await submit('U0AOI', { ...newcomer, companion: 'U0MORI', rhythm: '月・木', mentorName: '江口' });
    expect(await answerWords(desk, 'U0AOI')).toBe(
      '*新田 みな* さんを追加しました。\n次回のご連絡は *11/24(火)* です。\n受講生カード',
    );
    const [added] = await desk.deps.db.select().from(learners).where(eq(learners.name, '新田 みな'));
    expect(added).toMatchObject({
      companionId: 'U0MORI',
      startedOn: '2026-11-24',
      readingKey: 'にったみな',
      rhythm: { kind: 'weekdays', weekdays: [1, 4] },
      dueReason: 'first',
    });
    const { channel, ts } = await answer(desk, 'U0AOI');
    const card = await modalAfter(desk, 'U0AOI', () =>
      desk.slack.as('U0AOI').click({ channel, ts }, rowActions.card.idFor(added?.id ?? '')),
    );
    expect(wordsIn(card)).toContain('新田 みな（にった みな）');
  });

  it('adds her once when pressed twice, and refuses a second of her name', async () => {
    await command('U0KUDO', '/learner add');
    await desk.slack.as('U0KUDO').fill(fields('U0KUDO', newcomer));
    await desk.slack.as('U0KUDO').submitTwice();
    expect(await answerWords(desk, 'U0KUDO')).toMatch(/^\*新田 みな\* is added\./);
    expect(await desk.deps.db.select().from(learners)).toHaveLength(1);
    const modal = await command('U0KUDO', '/learner add');
    const { errors } = await submit('U0KUDO', newcomer);
    expect(errors?.[blockIn(modal, 'name')]).toMatch(/a learner of this name/);
  });

  it('asks somebody with several programs which one it is, and offers its supporters', async () => {
    const other = await desk.records.program({
      name: 'データ',
      channelId: 'C0OTHER',
      people: ['U0AOI', 'U0MENT'],
    });
    await command('U0AOI', '/learner');
    await modalAfter(desk, 'U0AOI', () => desk.slack.as('U0AOI').click('modal', ids.actions.addLearner));
    await desk.slack.as('U0AOI').fill(fields('U0AOI', { ...newcomer, program: other.programId }));
    await desk.slack.until(() => wordsIn(desk.slack.as('U0AOI').modal()).includes('江口') || undefined);
    await submit('U0AOI', { companion: 'U0MENT' });
    expect(await answerWords(desk, 'U0AOI')).toContain('追加しました');
    const [added] = await desk.deps.db.select().from(learners);
    expect(added).toMatchObject({ programId: other.programId, companionId: 'U0MENT', name: '新田 みな' });
  });
});
