import { eq } from 'drizzle-orm';
import { insertCase } from '../../../src/db/case-writing';
import { keepProfiles } from '../../../src/db/profiles';
import { cases, consultationQuestions, consultations, learners } from '../../../src/db/schema';
import { ids, learnersBlock, rowActions } from '../../../src/slack/ids';
import { shelveCase } from '../../../src/usecases/consultation/shelve-case';
import { closed } from '../../db/consultation-rows';
import { wordsIn } from '../support/reading';
import {
  answerWords,
  blockIn,
  checkInsOf,
  type Desk,
  fillQuestion,
  modalAfter,
  openCheckIn,
  startDesk,
} from './desk';
import { wordsOf } from './lists';

const { blocks, actions } = ids;
let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(async () => {
  await desk.close();
  expect(desk.slack.refusals).toEqual([]);
});

const asked = () => desk.deps.db.select().from(consultations).orderBy(consultations.openedAt);
const questions = () =>
  desk.deps.db.select().from(consultationQuestions).orderBy(consultationQuestions.askedAt);
const open = (userId: string, name = '') =>
  modalAfter(desk, userId, () =>
    desk.slack.as(userId).command(`/consult ${name}`.trim(), { channel: 'C0TEAM' }),
  );
const inChannel = () =>
  desk.slack.messages('C0TEAM').filter((message) => wordsOf(message).includes('ほしい助け'));
const posts = () => inChannel().map(wordsOf);

const question = {
  [blocks.consultSituation]: '夜勤が続き、2週間お返事がありません。',
  [blocks.consultWants]: ['ideas', 'cases'],
};

describe('asking the team', () => {
  it('posts the question with how the learner does, and shows only the check-ins that were left in', async () => {
    const row = await desk.records.learner(desk.program, { name: '佐藤 花子', unit: 'Git' });
    await desk.records.checkIn(row, { note: '声が明るい', motivation: 4, contactedOn: '2026-11-13' });
    const hidden = await desk.records.checkIn(row, {
      note: '体調の話',
      motivation: 3,
      contactedOn: '2026-11-17',
    });
    await desk.records.checkIn(row, { note: '短いお返事', motivation: 2, contactedOn: '2026-11-20' });
    const view = await open('U0AOI', '佐藤');
    const shown = blockIn(view, blocks.consultShown);
    const all = await checkInsOf(desk, row.id);
    const kept = all.filter(({ id }) => id !== hidden.id).map(({ id }) => id);
    await fillQuestion(desk, 'U0AOI', {
      ...question,
      [blocks.consultTried]: '朝に短く送りました',
      [shown]: kept,
    });
    await desk.slack.as('U0AOI').submit();
    expect(await answerWords(desk, 'U0AOI')).toBe(
      '*佐藤 花子* さんについての相談を、チームのチャンネルへ送りました。お返事はスレッドに届きます。',
    );
    await desk.sweep();
    const [post = ''] = posts();
    expect(post).toContain(
      '青木さんから、*佐藤 花子* さんについての相談です。\n*ほしい助け*  アイデア、似た事例',
    );
    expect(post).toContain('全17週の第8週');
    expect(post).toContain('4 → 3 → 2');
    expect(post).toContain('夜勤が続き、2週間お返事がありません。');
    expect(post).toContain('朝に短く送りました');
    expect(post).toContain('声が明るい');
    expect(post).toContain('短いお返事');
    expect(post).not.toContain('体調の話');
    expect(await asked()).toMatchObject([
      {
        learnerId: row.id,
        authorId: 'U0AOI',
        openedOn: '2026-11-24',
        answerBy: '2026-11-25',
        status: 'open',
      },
    ]);
  });

  it('lets a second question about the same learner join the first, with a note in its thread', async () => {
    const row = await desk.records.learner(desk.program, { name: '佐藤 花子' });
    await open('U0AOI', '佐藤');
    await fillQuestion(desk, 'U0AOI', question);
    await desk.slack.as('U0AOI').submit();
    await answerWords(desk, 'U0AOI');
    await desk.sweep();
    const view = await open('U0KUDO', '佐藤');
    expect(wordsIn(view.blocks)).toContain('青木 has asked about this learner since Tue 24 Nov.');
    const joining = { [blocks.consultSituation]: '電話は通じました', [blocks.consultWants]: ['view'] };
    await fillQuestion(desk, 'U0KUDO', joining);
    await desk.slack.as('U0KUDO').submit();
    expect(await answerWords(desk, 'U0KUDO')).toContain('joined the thread about *佐藤 花子*');
    await desk.sweep();
    expect(await asked()).toMatchObject([{ learnerId: row.id, authorId: 'U0AOI' }]);
    expect(await questions()).toMatchObject([{ authorId: 'U0AOI' }, { authorId: 'U0KUDO' }]);
    const [root] = inChannel();
    const [, note] = desk.slack.messages('C0TEAM', { threadTs: root?.ts ?? '' });
    expect(note && wordsOf(note)).toContain('Kudoさんも、同じ受講生について相談があるそうです。');
    expect(note && wordsOf(note)).toContain('電話は通じました');
    expect(root && wordsOf(root)).toContain('ほかに1名も相談中');
  });

  it('asks once when the modal is sent twice at the same time', async () => {
    await desk.records.learner(desk.program, { name: '佐藤 花子' });
    await open('U0AOI', '佐藤');
    await fillQuestion(desk, 'U0AOI', question);
    await desk.slack.as('U0AOI').submitTwice();
    await answerWords(desk, 'U0AOI');
    await desk.sweep();
    expect(await questions()).toHaveLength(1);
    expect(posts()).toHaveLength(1);
  });

  it('keeps what was written when the learner is gone meanwhile', async () => {
    const row = await desk.records.learner(desk.program, { name: '佐藤 花子' });
    await open('U0AOI', '佐藤');
    await fillQuestion(desk, 'U0AOI', question);
    await desk.records.erase(row);
    const submission = await desk.slack.as('U0AOI').submit();
    expect(submission).toMatchObject({ errors: { [blocks.learner]: expect.stringContaining('削除') } });
    const typed = desk.slack.as('U0AOI').modals()[0]?.state.values[blocks.consultSituation];
    expect(typed).toMatchObject({ field: { value: question[blocks.consultSituation] } });
    expect(await asked()).toEqual([]);
  });

  it('begins from a check-in with what is noted there, and leaves that modal as it is', async () => {
    const row = await desk.records.learner(desk.program, { name: '佐藤 花子' });
    const checkIn = await openCheckIn(desk, 'U0AOI', '佐藤');
    const aoi = desk.slack.as('U0AOI');
    await aoi.fill({ [blocks.note]: '今週も連絡がつかない' });
    const view = await modalAfter(desk, 'U0AOI', () => aoi.click('modal', rowActions.consult.idFor(row.id)));
    expect(JSON.stringify(view.blocks)).toContain('"initial_value":"今週も連絡がつかない"');
    expect(blockIn(view, blocks.learner)).toBe(blocks.learner);
    await aoi.closeModal();
    expect(aoi.modal()?.id).toBe(checkIn.id);
  });

  it('opens from any message with its text, and about whoever is picked', async () => {
    const row = await desk.records.learner(desk.program, { name: '佐藤 花子' });
    await desk.records.checkIn(row, { note: '元気' });
    const mori = desk.slack.as('U0MORI');
    const message = await mori.post(
      'C0TEAM',
      '<@U0AOI> さん、花子さんの返事が3週間ない &amp; <https://x.test|資料>',
    );
    await modalAfter(desk, 'U0MORI', () =>
      mori.messageShortcut(ids.shortcuts.askTeam, { channel: 'C0TEAM', ts: message.ts }),
    );
    await mori.suggest(actions.consultLearner, '佐藤');
    await mori.fill({ [blocks.learner]: row.id });
    const view = await desk.slack.until(() => {
      const modal = mori.modal();
      return modal?.private_metadata.includes(row.id) ? modal : undefined;
    });
    expect(blockIn(view, blocks.consultShown)).toBe(learnersBlock(blocks.consultShown, row.id));
    expect(view.state.values[blocks.consultSituation]).toMatchObject({
      field: { value: '@青木 さん、花子さんの返事が3週間ない & 資料' },
    });
  });

  it('stands on the card and in the timeline; without the name, only for whoever asked', async () => {
    const row = await desk.records.learner(desk.program, { name: '佐藤 花子' });
    await open('U0AOI', '佐藤');
    await fillQuestion(desk, 'U0AOI', { ...question, [blocks.consultHideName]: ['hide'] });
    await desk.slack.as('U0AOI').submit();
    await answerWords(desk, 'U0AOI');
    await desk.sweep();
    const cardOf = (userId: string) =>
      modalAfter(desk, userId, () => desk.slack.as(userId).command('/learner 佐藤', { channel: 'C0TEAM' }));
    const timelineOf = (userId: string) =>
      modalAfter(desk, userId, () => desk.slack.as(userId).click('modal', rowActions.timeline.idFor(row.id)));
    expect(wordsIn((await cardOf('U0AOI')).blocks)).toContain(
      '|11/24(火)から、青木さんがこの方についてチームに相談しています。>',
    );
    expect(wordsIn((await timelineOf('U0AOI')).blocks)).toContain('|青木さんがチームに相談>');
    expect(wordsIn((await cardOf('U0MORI')).blocks)).not.toContain('チームに相談して');
    expect(wordsIn((await timelineOf('U0MORI')).blocks)).not.toContain('チームに相談');
  });

  describe('without the name', () => {
    const hiding = { ...question, [blocks.consultHideName]: ['hide'] };
    /** Not due: the day's list doesn't name her. */
    const hanako = () =>
      desk.records.learner(desk.program, {
        name: '佐藤 花子',
        lastContactOn: '2026-11-23',
        dueOn: '2026-11-26',
      });
    const ask = async (userId: string, values: Record<string, unknown>) => {
      await open(userId, '佐藤');
      await fillQuestion(desk, userId, values);
      await desk.slack.as(userId).submit();
      await answerWords(desk, userId);
    };
    const closeAll = async () => {
      const { workspaceId, id: programId } = desk.program;
      for (const { id } of await asked()) {
        const texts = { title: '題', situation: '状況', outcome: 'better', authorId: 'U0AOI' } as const;
        const closedOn = '2026-11-24';
        const row = { ...texts, workspaceId, programId, closedOn, createdAt: desk.clock.now() };
        const { id: caseId } = await insertCase(desk.deps.db, row);
        await desk.deps.db
          .update(consultations)
          .set({ ...closed, caseId, nextNudgeAt: null })
          .where(eq(consultations.id, id));
      }
    };

    it('nobody else finds out by looking whom a question is about; who asks about her as well joins it', async () => {
      await hanako();
      await ask('U0AOI', hiding);
      const own = await open('U0AOI', '佐藤');
      expect(wordsIn(own.blocks)).toContain('青木さん');
      const view = await open('U0MORI', '佐藤');
      expect(wordsIn(view.blocks)).not.toContain('青木');
      expect(blockIn(view, blocks.consultHideName)).toBe(blocks.consultHideName);
      await fillQuestion(desk, 'U0MORI', question);
      await desk.slack.as('U0MORI').submit();
      expect(await answerWords(desk, 'U0MORI')).toContain('スレッド');
      expect(await asked()).toHaveLength(1);
      await desk.sweep();
      expect(JSON.stringify(desk.slack.messages('C0TEAM'))).not.toMatch(/佐藤|花子/);
    });

    it('hides the name that she had before as well, and a nickname that stands beside hers', async () => {
      const row = await hanako();
      const by = { by: 'U0AOI', at: desk.clock.now() };
      await keepProfiles(desk.deps.db, desk.program, [row.id], by);
      await desk.deps.db
        .update(learners)
        .set({ name: '田中 花子（ハナッペ）' })
        .where(eq(learners.id, row.id));
      await open('U0AOI', '佐藤');
      await desk.slack.as('U0AOI').fill({ [blocks.learner]: row.id });
      const situation = '佐藤さん、いまは田中さんです。ハナッペと呼ばれています。';
      await fillQuestion(desk, 'U0AOI', { ...hiding, [blocks.consultSituation]: situation });
      await desk.slack.as('U0AOI').submit();
      await answerWords(desk, 'U0AOI');
      await desk.sweep();
      expect(posts()).toEqual([
        expect.stringContaining('受講生、いまは受講生です。受講生と呼ばれています。'),
      ]);
    });

    it('joins none that names her, unless that is all right, and keeps what was written', async () => {
      await hanako();
      await open('U0AOI', '佐藤');
      await fillQuestion(desk, 'U0AOI', hiding);
      await ask('U0KUDO', question);
      const aoi = desk.slack.as('U0AOI');
      expect(await aoi.submit()).toMatchObject({
        errors: { [blocks.consultSituation]: expect.stringContaining('チェックを外して') },
      });
      expect(await questions()).toHaveLength(1);
      await aoi.fill({ [blocks.consultHideName]: null });
      await aoi.submit();
      await answerWords(desk, 'U0AOI');
      expect(await questions()).toMatchObject([
        { authorId: 'U0KUDO' },
        { authorId: 'U0AOI', situation: question[blocks.consultSituation] },
      ]);
    });

    it('is kept when the modal is drawn again after another one was begun', async () => {
      await hanako();
      await open('U0AOI', '佐藤');
      const aoi = desk.slack.as('U0AOI');
      await aoi.fill({ [blocks.consultHideName]: ['hide'] });
      await ask('U0KUDO', question);
      await fillQuestion(desk, 'U0AOI', question);
      expect(wordsIn(aoi.modal()?.blocks)).toContain('Kudoさんの相談が続いています');
      expect(await aoi.submit()).toMatchObject({
        errors: { [blocks.consultSituation]: expect.stringContaining('チェックを外して') },
      });
      expect(await questions()).toHaveLength(1);
    });

    it('is kept when the modal is drawn again after the one that it was to join was closed', async () => {
      await hanako();
      await ask('U0AOI', hiding);
      await open('U0AOI', '佐藤');
      await closeAll();
      await fillQuestion(desk, 'U0AOI', question);
      await desk.slack.as('U0AOI').submit();
      await answerWords(desk, 'U0AOI', 1);
      expect(await asked()).toMatchObject([{ hideName: true }, { hideName: true }]);
    });

    it('joins none that names her where there is no box to untick, and says what to do', async () => {
      await hanako();
      await ask('U0AOI', hiding);
      await open('U0AOI', '佐藤');
      await fillQuestion(desk, 'U0AOI', question);
      await closeAll();
      await ask('U0KUDO', question);
      expect(await desk.slack.as('U0AOI').submit()).toMatchObject({
        errors: { [blocks.consultSituation]: expect.stringContaining('もう一度 `/consult`') },
      });
    });

    it('stays so when the one that it was to join is closed meanwhile', async () => {
      await hanako();
      await ask('U0AOI', hiding);
      await open('U0AOI', '佐藤');
      await fillQuestion(desk, 'U0AOI', {
        ...question,
        [blocks.consultSituation]: '佐藤さんのこと、続きです',
      });
      await closeAll();
      await desk.slack.as('U0AOI').submit();
      await answerWords(desk, 'U0AOI', 1);
      await desk.sweep();
      expect(await asked()).toMatchObject([{ hideName: true }, { hideName: true }]);
      expect(JSON.stringify(desk.slack.messages('C0TEAM'))).not.toMatch(/佐藤|花子/);
    });
  });

  it('shows similar cases as soon as something is chosen, to be read over the modal, and keeps what was written', async () => {
    const { workspaceId, id: programId } = desk.program;
    const found = {
      title: '夜勤明けで手につかない',
      situation: '夜勤の後は眠くて進みません。',
      helped: '休みの日に回しました。',
    };
    const [row] = await desk.deps.db
      .insert(cases)
      .values({
        ...{
          ...found,
          workspaceId,
          programId,
          outcome: 'better',
          closedOn: '2026-10-01',
          authorId: 'U0MORI',
        },
        createdAt: desk.clock.now(),
      })
      .returning();
    if (!row) throw new Error('expected a case');
    await shelveCase(desk.deps.db, row);
    await open('U0AOI');
    const aoi = desk.slack.as('U0AOI');
    await aoi.fill({ [blocks.consultSituation]: 'やきん続きで眠そうです', [blocks.consultWants]: ['ideas'] });
    const view = await desk.slack.until(() => {
      const modal = aoi.modal();
      return wordsIn(modal?.blocks).includes(found.title) ? modal : undefined;
    });
    expect(view.state.values[blocks.consultSituation]).toMatchObject({
      field: { value: 'やきん続きで眠そうです' },
    });
    const read = await modalAfter(desk, 'U0AOI', () =>
      aoi.click('modal', rowActions.readEntry.idFor(row.id)),
    );
    expect(wordsIn(read.blocks)).toContain(found.helped);
    await aoi.closeModal();
    expect(aoi.modal()?.id).toBe(view.id);
  });
});
