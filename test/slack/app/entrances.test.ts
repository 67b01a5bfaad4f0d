import { ids, rowActions } from '../../../src/slack/ids';
import { wordsIn } from '../support/reading';
import { answerWords, checkInsOf, type Desk, modalAfter, openCheckIn, pick, startDesk } from './desk';

const { blocks } = ids;
let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const chosen = (modal: { state: { values: unknown } }) => JSON.stringify(modal.state.values);

describe('the message shortcut', () => {
  it('logs a message’s text, with a link back to it', async () => {
    const learner = await desk.records.learner(desk.program);
    const aoi = desk.slack.as('U0AOI');
    const { ts } = await aoi.post('C0OTHER', '「やっと動いた！」と佐藤さん & 仲間');
    const modal = await modalAfter(desk, 'U0AOI', () =>
      aoi.messageShortcut(ids.shortcuts.checkInMessage, { channel: 'C0OTHER', ts }),
    );
    expect(modal.state.values[blocks.note]).toMatchObject({
      field: { value: '「やっと動いた！」と佐藤さん & 仲間' },
    });
    await pick(desk, 'U0AOI', learner);
    await aoi.submit({ [blocks.outcome]: 'replied' });
    await answerWords(desk, 'U0AOI');
    const [row] = await checkInsOf(desk, learner.id);
    expect(row?.note).toBe('「やっと動いた！」と佐藤さん & 仲間');
    expect(row?.sourcePermalink).toContain(`C0OTHER/p${ts.replace('.', '')}`);
  });

  it('keeps what she wrote to somebody as the message that was sent', async () => {
    const learner = await desk.records.learner(desk.program);
    const aoi = desk.slack.as('U0AOI');
    const { ts } = await aoi.post('C0OTHER', '<@U0MORI> 今週もおつかれさまでした');
    await modalAfter(desk, 'U0AOI', () =>
      aoi.messageShortcut(ids.shortcuts.checkInMessage, { channel: 'C0OTHER', ts }),
    );
    await pick(desk, 'U0AOI', learner);
    await aoi.submit({ [blocks.outcome]: 'sent' });
    await answerWords(desk, 'U0AOI');
    expect(await checkInsOf(desk, learner.id)).toMatchObject([
      { note: '', sentText: '@森 今週もおつかれさまでした', sentTextHelped: false },
    ]);
    await modalAfter(desk, 'U0MORI', () =>
      desk.slack.as('U0MORI').messageShortcut(ids.shortcuts.checkInMessage, { channel: 'C0OTHER', ts }),
    );
    expect(desk.slack.as('U0MORI').modal()?.state.values[blocks.note]).toMatchObject({
      field: { value: '@森 今週もおつかれさまでした' },
    });
    await desk.slack.as('U0MORI').closeModal();
  });

  it('logs the text without a link from where Banso is no member', async () => {
    const learner = await desk.records.learner(desk.program);
    const lead = desk.slack.as('U0LEAD');
    const { ts } = await lead.post('C0PRIV', '内密の相談');
    await modalAfter(desk, 'U0LEAD', () =>
      lead.messageShortcut(ids.shortcuts.checkInMessage, { channel: 'C0PRIV', ts }),
    );
    await pick(desk, 'U0LEAD', learner);
    await lead.submit({ [blocks.outcome]: 'talked' });
    await desk.slack.until(() => desk.slack.dm('U0LEAD').length > 0);
    expect(wordsIn(desk.slack.dm('U0LEAD')[0]?.blocks)).toContain('ご連絡を記録しました');
    expect(await checkInsOf(desk, learner.id)).toMatchObject([{ note: '内密の相談', sourcePermalink: null }]);
  });

  it('cuts a text that is longer than a note may be, and takes one that has none', async () => {
    const aoi = desk.slack.as('U0AOI');
    for (const [text, length] of [
      ['長'.repeat(3900), 3000],
      ['', 0],
    ] as const) {
      const { ts } = await aoi.post('C0TEAM', text);
      const modal = await modalAfter(desk, 'U0AOI', () =>
        aoi.messageShortcut(ids.shortcuts.checkInMessage, { channel: 'C0TEAM', ts }),
      );
      const { field } = modal.state.values[blocks.note] ?? {};
      expect(String(field?.value ?? '')).toHaveLength(length);
    }
  });
});

describe('the global shortcut', () => {
  it('opens the same modal, and answers in a direct message', async () => {
    const learner = await desk.records.learner(desk.program);
    const mori = desk.slack.as('U0MORI');
    await modalAfter(desk, 'U0MORI', () => mori.globalShortcut(ids.shortcuts.checkInGlobal));
    await pick(desk, 'U0MORI', learner);
    await mori.submit({ [blocks.outcome]: 'sent' });
    await desk.slack.until(() => desk.slack.dm('U0MORI').length > 0);
    const words = wordsIn(desk.slack.dm('U0MORI')[0]?.blocks);
    expect(words).toContain(`*${learner.name}* さんへの11/24(火)のご連絡を記録しました`);
    expect(words).toContain('担当は青木さんです。');
  });
});

describe('the buttons of a list', () => {
  it('open the modal: from the reminder with its learner, from the digest with a choice', async () => {
    const learner = await desk.records.learner(desk.program, { name: '山本 桃子', companionId: 'U0KUDO' });
    await desk.records.learner(desk.program, { companionId: 'U0KUDO' });
    await desk.sweep();
    desk.clock.set('2026-11-24T17:00:00Z');
    await desk.sweep();
    const [reminder] = desk.slack.dm('U0KUDO');
    const [digest] = desk.slack.messages('C0TEAM').filter(({ blocks: shown }) => shown !== undefined);
    if (!reminder || !digest) throw new Error('expected a reminder and a digest');
    const kudo = desk.slack.as('U0KUDO');
    const channel = desk.slack
      .channels()
      .find(({ kind, members }) => kind === 'im' && members.includes('U0KUDO'));
    const row = await modalAfter(desk, 'U0KUDO', () =>
      kudo.click({ channel: String(channel?.id), ts: reminder.ts }, rowActions.checkIn.idFor(learner.id)),
    );
    expect(chosen(row)).toContain('山本 桃子');
    expect(row.title.text).toBe('Log a check-in');
    const choice = await modalAfter(desk, 'U0KUDO', () =>
      kudo.click({ channel: 'C0TEAM', ts: digest.ts }, ids.actions.logCheckIn),
    );
    expect(chosen(choice)).not.toContain('山本 桃子');
    await pick(desk, 'U0KUDO', learner);
    await kudo.submit({ [blocks.outcome]: 'replied' });
    expect(await answerWords(desk, 'U0KUDO')).toContain('Logged your contact with *山本 桃子*');
    await desk.sweep();
    expect(wordsIn(desk.slack.dm('U0KUDO')[0]?.blocks)).toContain('~山本 桃子~');
  });
});

describe('/checkin elsewhere', () => {
  it('works in a channel without a program: over all her programs', async () => {
    const other = await desk.records.program({ name: 'デザイン', channelId: 'C0PRIV', people: ['U0MORI'] });
    await desk.records.learner(other, { name: '両方 一', companionId: 'U0MORI' });
    await desk.records.learner(desk.program, { name: '両方 二', companionId: 'U0MORI' });
    await openCheckIn(desk, 'U0MORI', '', 'C0OTHER');
    const offered = await desk.slack.as('U0MORI').suggest(ids.actions.learner, '両方');
    expect(offered).toHaveLength(2);
  });
});
