import { eq } from 'drizzle-orm';
import { insertCase } from '../../../src/db/case-writing';
import { putLibraryEntry } from '../../../src/db/library-entries';
import {
  auditEvents,
  caseHelpers,
  caseMarks,
  cases,
  caseVersions,
  deliveries,
  supporters,
} from '../../../src/db/schema';
import { ids, rowActions } from '../../../src/slack/ids';
import { shelveCase } from '../../../src/usecases/consultation/shelve-case';
import { nameInConsultation } from '../../../src/usecases/library/name-case';
import { closed, createConsultationRows } from '../../db/consultation-rows';
import { wordsIn } from '../support/reading';
import { answerWords, type Desk, fillQuestion, modalAfter, startDesk } from './desk';
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

/** A case of the program's, found by what it says. */
async function shelved(given: Partial<typeof cases.$inferInsert> = {}) {
  const { workspaceId, id: programId } = desk.program;
  const row = await insertCase(desk.deps.db, {
    ...{ workspaceId, programId, title: '夜勤明けで学習が続かない', outcome: 'better', authorId: 'U0AOI' },
    situation: '夜勤が多く、帰宅すると眠くて教材を開けない受講生です。<!channel> *大事*',
    ...{ tried: '朝に短く送りました。', helped: '休憩室で10分だけ動画を見ることにしました。' },
    ...{ concerns: ['work'], unit: 'JavaScript', courseWeek: 4, closedOn: '2026-11-01' },
    createdAt: desk.clock.now(),
    ...given,
  });
  await shelveCase(desk.deps.db, row);
  return row;
}

/** An open consultation that U0AOI asked in the program. @returns its id */
async function ownQuestion(): Promise<string> {
  const { workspaceId, id: programId } = desk.program;
  const rows = createConsultationRows(desk.deps.db);
  const tenant = { workspaceId, programId, records: desk.records };
  const [{ consultationId = '' } = {}] = await rows.consultation(tenant, {});
  await rows.question(tenant, { consultationId });
  return consultationId;
}

const search = (words: string, userId = 'U0AOI') =>
  modalAfter(desk, userId, () =>
    desk.slack.as(userId).command(`/cases ${words}`.trim(), { channel: 'C0TEAM' }),
  );

/** What the modal on top says, once that satisfies. */
const showing = (words: string | RegExp, userId = 'U0AOI') =>
  desk.slack.until(() => {
    const said = wordsIn(desk.slack.as(userId).modal()?.blocks);
    return (typeof words === 'string' ? said.includes(words) : words.test(said)) ? said : undefined;
  });

const read = async (id: string, userId = 'U0AOI', kind = 'case') => {
  await desk.slack.as(userId).click('modal', rowActions.readEntry.idFor(id), { value: `${kind}/${id}` });
  return desk.slack.until(() => {
    const modal = desk.slack.as(userId).modal();
    return modal?.callback_id === ids.views.case ? wordsIn(modal.blocks) : undefined;
  });
};

const press = (row: { idFor(id: string): string }, id: string, userId = 'U0AOI') =>
  desk.slack.as(userId).click('modal', row.idFor(id));

describe('/cases', () => {
  it('finds a case by kana and another inflection, and marks in it what was looked for', async () => {
    await shelved();
    const said = wordsIn((await search('やきん　ｶﾞｸｼｭｳ つづける')).blocks);
    expect(said).toContain('1件見つかりました');
    expect(said).toContain('*夜勤明けで学習が続かない*');
    expect(said).toContain('\u200b*夜勤*\u200bが多く');
    expect(said).toContain('良い方向に向かった · 受講4週目 · JavaScript · 仕事');
    expect(said).toContain('&lt;!channel&gt;');
    expect(said).not.toContain('<!channel>');
  });

  it('searches with Enter, narrows with each menu, and turns pages', async () => {
    await shelved();
    for (const n of [1, 2, 3, 4, 5, 6, 7]) {
      await shelved({
        title: `面接の準備 ${n}`,
        situation: '面接が不安',
        concerns: ['jobHunting'],
        unit: 'Git',
      });
    }
    expect(wordsIn((await search('')).blocks)).toContain('新しい事例と');
    const aoi = desk.slack.as('U0AOI');
    await aoi.fill({ [blocks.caseWords]: 'めんせつ' });
    expect(await showing('7件見つかりました')).toContain('面接の準備');
    await aoi.click('modal', actions.nextCases);
    await showing('← 前へ');
    await aoi.fill({ [`${blocks.caseFilters}.${actions.caseConcern}`]: 'work' });
    await showing('近い事例はまだ見つかりません');
    await aoi.fill({ [blocks.caseWords]: null });
    expect(await showing('1件見つかりました')).toContain('夜勤明け');
    await aoi.fill({ [`${blocks.caseFilters}.${actions.caseWeeks}`]: '5' });
    await showing('近い事例はまだ見つかりません');
    await aoi.fill({ [`${blocks.caseFilters}.${actions.caseWeeks}`]: '3' });
    aoi.enter({ [blocks.caseUnit]: { [actions.caseUnit]: 'javascript' } });
    await aoi.submit();
    expect(await showing('1件見つかりました')).toContain('夜勤明け');
  });

  it('answers part of a word and a slip', async () => {
    await shelved({ title: 'ポートフォリオが進まない', situation: 'インポスター症候群' });
    expect(wordsIn((await search('ぽーとふぉ')).blocks)).toContain('ポートフォリオが進まない');
    await desk.slack.as('U0AOI').fill({ [blocks.caseWords]: 'インポスタ症候郡' });
    await showing('ポートフォリオが進まない');
  });

  it('offers a message that worked to read, with nothing to send', async () => {
    const { workspaceId, id: programId } = desk.program;
    const learner = await desk.records.learner(desk.program);
    const { id: sourceId } = await desk.records.checkIn(learner);
    await putLibraryEntry(desk.deps.db, {
      ...{ workspaceId, programId, kind: 'message', sourceId, title: '', concerns: ['motivation'] },
      body: [{ text: '今日はここまでで十分です。', weight: 'B' }],
      ...{ unit: '', courseWeek: 3, outcome: null, helpedCount: 0, happenedOn: '2026-11-02' },
    });
    expect(wordsIn((await search('十分')).blocks)).toContain('届いたメッセージ');
    const said = await read(sourceId, 'U0AOI', 'message');
    expect(said).toContain('送るためではなく、読んで学ぶためのものです');
    expect(
      desk.slack
        .as('U0AOI')
        .modal()
        ?.blocks.map(({ type }) => type),
    ).not.toContain('actions');
  });

  it('shows a case whole, and counts "This helped" once for each supporter, who may take it back', async () => {
    const { id: caseId } = await shelved({ followUpAnswer: 'better', followUpLine: '今も続いています。' });
    const { workspaceId } = desk.program;
    await desk.deps.db.insert(caseHelpers).values({ workspaceId, caseId, userId: 'U0MORI', helped: true });
    const { id: other } = await shelved({ title: '夜勤で学習の時間がない' });
    await search('夜勤明け');
    const said = await read(caseId);
    for (const words of [
      '朝に短く送りました。',
      '今も続いています。',
      'さらに良くなった',
      'お力添え：森さん',
      '似た事例',
    ])
      expect(said).toContain(words);
    await press(rowActions.markCase, caseId);
    await showing('1名の助けになりました');
    await press(rowActions.unmarkCase, caseId);
    await desk.slack.until(async () =>
      (await desk.deps.db.select().from(caseMarks)).length === 0 ? true : undefined,
    );
    await showing(/^(?![\s\S]*名の助けになりました)/);
    await press(rowActions.readEntry, other);
    await showing('夜勤で学習の時間がない');
    expect(desk.slack.as('U0AOI').modals()).toHaveLength(2);
  });

  it('names a case in the thread of an open consultation, once', async () => {
    const { id: caseId } = await shelved();
    const learner = await desk.records.learner(desk.program, { name: '佐藤 花子' });
    await modalAfter(desk, 'U0AOI', () =>
      desk.slack.as('U0AOI').command('/consult 佐藤', { channel: 'C0TEAM' }),
    );
    await fillQuestion(desk, 'U0AOI', {
      [blocks.consultSituation]: '夜勤が続いています',
      [blocks.consultWants]: ['cases'],
    });
    await desk.slack.as('U0AOI').submit();
    await desk.sweep();
    for (const turn of [1, 2]) {
      await search('夜勤');
      await read(caseId);
      await press(rowActions.useCase, caseId);
      await desk.slack.until(
        () => desk.slack.as('U0AOI').modal()?.callback_id === ids.views.useCase || undefined,
      );
      expect(wordsIn(desk.slack.as('U0AOI').modal()?.blocks)).toContain(`${learner.name} さん`);
      await desk.slack.as('U0AOI').submit();
      await desk.sweep();
      const named = (await desk.deps.db.select().from(deliveries)).filter(
        ({ kind }) => kind === 'consultation_case',
      );
      expect({ turn, named }).toMatchObject({ turn, named: [{ subject: caseId, status: 'sent' }] });
    }
    const posts = desk.slack.messages('C0TEAM');
    const root = posts.find((message) => wordsOf(message).includes('ほしい助け'));
    const thread = desk.slack.messages('C0TEAM', { threadTs: root?.ts ?? '' });
    expect(thread.filter((message) => wordsOf(message).includes('参考になりそうな'))).toHaveLength(1);
  });

  it('is used and read as far as Slack puts modals over each other, and nothing written is lost', async () => {
    const { id: caseId } = await shelved();
    const learner = await desk.records.learner(desk.program, { name: '佐藤 花子' });
    await ownQuestion();
    const aoi = desk.slack.as('U0AOI');
    const asking = { [blocks.consultSituation]: '夜勤が続いています', [blocks.consultWants]: ['cases'] };
    const card = () => modalAfter(desk, 'U0AOI', () => aoi.command('/learner 佐藤', { channel: 'C0TEAM' }));
    const consult = async () => {
      await modalAfter(desk, 'U0AOI', () => aoi.click('modal', rowActions.consult.idFor(learner.id)));
      await fillQuestion(desk, 'U0AOI', asking);
    };
    await card();
    await consult();
    await read(caseId);
    expect(aoi.modals()).toHaveLength(3);
    await press(rowActions.useCase, caseId);
    await desk.slack.until(() => aoi.modal()?.callback_id === ids.views.useCase || undefined);
    expect(aoi.modals()).toHaveLength(3);
    for (const _ of [1, 2, 3]) await aoi.closeModal();

    await card();
    await modalAfter(desk, 'U0AOI', () => aoi.click('modal', rowActions.checkIn.idFor(learner.id)));
    await consult();
    await aoi.click('modal', rowActions.readEntry.idFor(caseId), { value: `case/${caseId}` });
    const told = await desk.slack.until(() => desk.slack.dm('U0AOI').at(-1));
    expect(wordsOf(told)).toContain('これ以上画面を重ねて開けません');
    expect(aoi.modal()?.state.values[blocks.consultSituation]).toMatchObject({
      field: { value: asking[blocks.consultSituation] },
    });
  });

  it('says how to ask where she has no open consultation', async () => {
    const { id } = await shelved();
    await search('夜勤');
    await read(id);
    await press(rowActions.useCase, id);
    await showing('いま続いているご自身の相談がありません');
  });

  it('of one program is not named to the team of another', async () => {
    const other = await desk.records.program({ name: '二期', channelId: 'C0OTHER', people: ['U0AOI'] });
    const { id: caseId, title } = await shelved({ programId: other.id });
    const consultationId = await ownQuestion();
    await search('夜勤');
    await read(caseId);
    await press(rowActions.useCase, caseId);
    await showing('いま続いているご自身の相談がありません');
    const { workspaceId } = desk.program;
    const naming = { workspaceId, viewerId: 'U0AOI', caseId, consultationId };
    await expect(nameInConsultation(desk.deps.context(), naming)).rejects.toMatchObject({
      code: 'consultationOver',
    });
    await desk.sweep();
    expect(JSON.stringify(desk.slack.messages('C0TEAM'))).not.toContain(title);
  });
});

describe('a lead', () => {
  const versions = () => desk.deps.db.select().from(caseVersions);

  const editing = async (id: string) => {
    await search('夜勤', 'U0LEAD');
    await read(id, 'U0LEAD');
    await press(rowActions.editCase, id, 'U0LEAD');
    await desk.slack.until(
      () => desk.slack.as('U0LEAD').modal()?.callback_id === ids.views.editCase || undefined,
    );
  };

  /** A case that comes from a consultation about a learner of that name. */
  const aboutKubota = async () => {
    const { workspaceId, programId, id: caseId } = await shelved();
    const name = { name: '久保田 沙織', reading: 'くぼた さおり' };
    const { id: learnerId } = await desk.records.learner(desk.program, name);
    const { consultation } = createConsultationRows(desk.deps.db);
    await consultation({ workspaceId, programId, records: desk.records }, { ...closed, learnerId, caseId });
    return caseId;
  };

  it('puts a case in other words, by which it is found from then on; its history says so', async () => {
    const { id } = await shelved();
    await editing(id);
    await desk.slack.as('U0LEAD').submitTwice({ [blocks.caseTitle]: '早番で眠い' });
    expect(await answerWords(desk, 'U0LEAD')).toContain('保存しました');
    expect(await showing('が編集：題名', 'U0LEAD')).toContain('早番で眠い');
    expect(await versions()).toMatchObject([
      { change: 'edited', before: { title: '夜勤明けで学習が続かない' } },
    ]);
    expect(wordsIn((await search('はやばん')).blocks)).toContain('*早番で眠い*');
  });

  it('reads what was done with a case, whatever it was', async () => {
    const { workspaceId, id: caseId } = await shelved();
    const changes = ['edited', 'merged', 'retired', 'restored', 'closedAgain', 'followedUp'] as const;
    const before = { situation: '前', tried: '', helped: '', outcome: 'noChange' as const };
    await desk.deps.db.insert(caseVersions).values(
      changes.map((change, at) => ({
        ...{ workspaceId, caseId, version: at + 1, change, changedBy: 'U0LEAD', changedAt: desk.clock.now() },
        before: { ...before, title: `題名 ${at}`, concerns: [], tags: [], unit: '', courseWeek: null },
      })),
    );
    await search('夜勤');
    const said = await read(caseId);
    expect(said).toMatch(
      /その後を書き添えました\n.*再開した相談を終えました\n.*一覧に戻しました\n.*一覧から外しました\n.*まとめました\n.*が編集：題名/,
    );
    expect(said).not.toContain('undefined');
  });

  it('has names replaced in what she writes, and is asked to look at it again', async () => {
    await editing(await aboutKubota());
    await desk.slack.as('U0LEAD').submit({
      [blocks.caseTitle]: 'くぼたさんの夜勤',
      [blocks.caseTags]: '夜勤、Kubota',
    });
    expect(await answerWords(desk, 'U0LEAD')).toContain('「受講生」などに置き換えています');
    expect(await showing('受講生の夜勤', 'U0LEAD')).not.toMatch(/久保田|くぼた|kubota/i);
    expect(await desk.deps.db.select().from(cases)).toMatchObject([
      { title: '受講生の夜勤', tags: ['夜勤', '受講生'] },
    ]);
  });

  it('keeps what she wrote where a replaced name would make it longer than can be edited', async () => {
    await editing(await aboutKubota());
    const situation = `${'眠'.repeat(2995)}と沙織の話`;
    const submission = await desk.slack.as('U0LEAD').submit({ [blocks.caseSituation]: situation });
    expect(JSON.stringify(submission)).toContain('3000文字を超える文章');
    expect(await versions()).toEqual([]);
  });

  it('is told when another one changed it meanwhile', async () => {
    const row = await shelved();
    await editing(row.id);
    await desk.deps.db.update(cases).set({ version: 2, title: 'ほか' });
    const submission = await desk.slack.as('U0LEAD').submit({ [blocks.caseTitle]: '早番' });
    expect(JSON.stringify(submission)).toContain('ほかの方が先に変更した');
  });

  it('retires a case, which is found no more, and brings it back', async () => {
    const { id } = await shelved();
    await search('夜勤', 'U0LEAD');
    await read(id, 'U0LEAD');
    await press(rowActions.retireCase, id, 'U0LEAD');
    await showing('検索では見つかりません', 'U0LEAD');
    expect(wordsIn((await search('夜勤')).blocks)).toContain('近い事例はまだ見つかりません');
    await press(rowActions.restoreCase, id, 'U0LEAD');
    await showing('一覧に戻しました', 'U0LEAD');
    expect(wordsIn((await search('夜勤', 'U0MORI')).blocks)).toContain('夜勤明けで');
    const actionsDone = (await desk.deps.db.select().from(auditEvents)).map(({ action }) => action);
    expect(actionsDone).toEqual(expect.arrayContaining(['case.retired', 'case.restored']));
  });

  it('finds a retired case again in a list of its own, of which nobody else reads', async () => {
    const kept = await shelved({ title: '早番' });
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) {
      const retiredAt = new Date(desk.clock.now().getTime() + n);
      await shelved({ title: `古い話 ${n}。`, retiredAt, ...(n === 11 && { mergedInto: kept.id }) });
    }
    const other = await desk.records.program({ people: [], name: 'Other', channelId: 'C0OTHER' });
    await shelved({ programId: other.id, title: 'よその話', retiredAt: desk.clock.now() });
    await desk.deps.db
      .update(supporters)
      .set({ role: 'supporter' })
      .where(eq(supporters.programId, other.id));
    await search('', 'U0LEAD');
    const lead = desk.slack.as('U0LEAD');
    const list = await modalAfter(desk, 'U0LEAD', () => lead.click('modal', actions.retiredCases));
    expect(wordsIn(list.blocks)).toMatch(
      /古い話 11。[\s\S]*11\/24\(火\)に「早番」にまとめました[\s\S]*古い話 2。/,
    );
    expect(wordsIn(list.blocks)).not.toContain('よその話');
    await lead.click('modal', actions.nextRetired);
    expect(await showing('← 前へ', 'U0LEAD')).toMatch(/古い話 1。[\s\S]*11\/24\(火\)に一覧から外しました/);
    await lead.click('modal', actions.previousRetired);
    await showing('古い話 2。', 'U0LEAD');
    expect(JSON.stringify(await search('', 'U0AOI'))).not.toContain(actions.retiredCases);
  });

  it('takes a case that was brought back out of the list under it, and shows the page before where it was the last', async () => {
    const lead = desk.slack.as('U0LEAD');
    const made: { id: string }[] = [];
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) {
      const retiredAt = new Date(desk.clock.now().getTime() + n);
      made.push(await shelved({ title: `古い話 ${n}。`, retiredAt }));
    }
    const [oldest, second] = made;
    if (!oldest || !second) throw new Error('expected cases');
    await search('', 'U0LEAD');
    await modalAfter(desk, 'U0LEAD', () => lead.click('modal', actions.retiredCases));
    await lead.click('modal', actions.nextRetired);
    await showing('古い話 1。', 'U0LEAD');
    await read(oldest.id, 'U0LEAD');
    await press(rowActions.restoreCase, oldest.id, 'U0LEAD');
    await showing('一覧に戻しました', 'U0LEAD');
    await lead.closeModal();
    const before = await showing('古い話 11。', 'U0LEAD');
    expect(before).toContain('古い話 2。');
    expect(before).not.toMatch(/古い話 1。|次へ/);
    await read(second.id, 'U0LEAD');
    await press(rowActions.restoreCase, second.id, 'U0LEAD');
    await showing('一覧に戻しました', 'U0LEAD');
    await lead.closeModal();
    await showing(/^(?![\s\S]*古い話 2。)[\s\S]*古い話 3。/, 'U0LEAD');
  });

  it('merges a case into another one, which has the thanks of both', async () => {
    const from = await shelved();
    const into = await shelved({ title: '夜勤の週の過ごし方' });
    const { workspaceId } = desk.program;
    const at = { markedAt: desk.clock.now() };
    await desk.deps.db.insert(caseMarks).values([
      { workspaceId, caseId: from.id, markedBy: 'U0AOI', ...at },
      { workspaceId, caseId: from.id, markedBy: 'U0MORI', ...at },
      { workspaceId, caseId: into.id, markedBy: 'U0MORI', ...at },
    ]);
    await search('夜勤明け', 'U0LEAD');
    await read(from.id, 'U0LEAD');
    await press(rowActions.mergeCase, from.id, 'U0LEAD');
    const lead = desk.slack.as('U0LEAD');
    await desk.slack.until(() => lead.modal()?.callback_id === ids.views.mergeCase || undefined);
    const options = await lead.suggest(actions.mergeInto, 'やきん');
    expect(options.map(({ value }) => value)).toEqual([into.id]);
    await lead.submitTwice({ [blocks.mergeInto]: into.id });
    await showing('「夜勤の週の過ごし方」にまとめられました', 'U0LEAD');
    const found = wordsIn((await search('夜勤')).blocks);
    expect(found).toContain('1件見つかりました');
    expect(found).toContain('2名の助けになりました');
    expect(await versions()).toMatchObject([{ change: 'merged', caseId: from.id }]);
  });
});

it('lets other supporters read, and change nothing', async () => {
  const { id } = await shelved();
  await search('夜勤');
  const said = await read(id);
  expect(said).not.toContain('編集する');
  const shown = desk.slack.as('U0AOI').modal()?.id;
  expect(shown).toBeDefined();
});
