import { libraryEntries } from '../../../src/db/schema';
import { ids, rowActions } from '../../../src/slack/ids';
import { wordsIn } from '../support/reading';
import { answerWords, checkInsOf, type Desk, modalAfter, openCheckIn, startDesk } from './desk';

const { blocks } = ids;
let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const entries = () => desk.deps.db.select().from(libraryEntries);

it('asks for the text of a message that is to be offered, in the language of whoever logs', async () => {
  const learner = await desk.records.learner(desk.program);
  const [aoi, kudo] = [desk.slack.as('U0AOI'), desk.slack.as('U0KUDO')];
  await openCheckIn(desk, 'U0AOI', learner.name);
  await openCheckIn(desk, 'U0KUDO', learner.name);
  const values = { [blocks.outcome]: 'replied', [blocks.sentTextHelped]: ['helped'] };
  const { errors } = await aoi.submit(values);
  expect(errors?.[blocks.sentText]).toMatch('送った文面をここにお書きください');
  expect((await kudo.submit(values)).errors?.[blocks.sentText]).toMatch('Put the text of the message here');
  expect(await checkInsOf(desk, learner.id)).toEqual([]);
  await Promise.all([aoi.closeModal(), kudo.closeModal()]);
});

it('keeps a message, offers it once its author says that it worked, and takes it back', async () => {
  const learner = await desk.records.learner(desk.program, { name: '佐藤 陽子', reading: 'さとう ようこ' });
  const aoi = desk.slack.as('U0AOI');
  const text = '佐藤さん、配列まで進みましたね。\n次の一歩も、ご一緒します。';
  await openCheckIn(desk, 'U0AOI', learner.name);
  await aoi.submit({ [blocks.outcome]: 'sent', [blocks.sentText]: text });
  await answerWords(desk, 'U0AOI');
  const [checkIn] = await checkInsOf(desk, learner.id);
  expect(checkIn).toMatchObject({ sentText: text, sentTextHelped: false, note: '' });
  expect(await entries()).toEqual([]);

  // She has answered: the new log shows the last message, and the old one is corrected above it.
  const log = await openCheckIn(desk, 'U0AOI', learner.name);
  expect(wordsIn(log.blocks)).toContain('佐藤さん、配列まで進みましたね。');
  const correct = rowActions.correct.idFor(checkIn?.id ?? '');
  const above = await modalAfter(desk, 'U0AOI', () => aoi.click('modal', correct));
  expect(above.state.values[blocks.sentText]).toMatchObject({ field: { value: text } });
  await aoi.submit({ [blocks.sentTextHelped]: ['helped'] });
  await answerWords(desk, 'U0AOI', 1);
  expect(await entries()).toMatchObject([
    { kind: 'message', body: '受講生、配列まで進みましたね。\n次の一歩も、ご一緒します。' },
  ]);

  await modalAfter(desk, 'U0AOI', () => aoi.click('modal', correct));
  await aoi.submit({ [blocks.sentTextHelped]: [] });
  await answerWords(desk, 'U0AOI', 2);
  expect(await entries()).toEqual([]);
});
