import { learners, programs } from '../../src/db/schema';
import { ids, rowActions } from '../../src/slack/ids';
import { rosterText } from '../roster/roster-text';
import { answer, answerWords, modalAfter, openCheckIn, pick } from '../slack/app/desk';
import { digestText, reminderText, textOf } from '../support/lists';
import { describeOnEachQueue } from '../support/queues';
import { workspaceSeed } from '../support/workspace';
import { startWorld, type World } from '../support/world';

const { blocks } = ids;
const inTime = 3000;

/** The small team in London. */
const workspace = {
  ...workspaceSeed,
  users: workspaceSeed.users.map((user) => ({ ...user, tz: 'Europe/London', locale: 'en-GB' })),
};

describeOnEachQueue('a program from nothing', (queue) => {
  let world: World;

  /** Tuesday, 8 in the morning in London, with bot, worker and queue at work, and nothing in the database. */
  beforeAll(async () => {
    const pace = { sweepEveryMs: 200, scheduleCheckMs: 200 };
    world = await startWorld({ queue, workspace, roles: 'bot,worker', at: '2026-11-24T08:00:00Z', pace });
    world.slack.addBotTo('C0TEAM');
  });
  afterAll(() => world.close());

  test('from /banso setup over a roster to the first list and the first check-in', async () => {
    const lead = world.slack.as('U0LEAD');

    await modalAfter(world, 'U0LEAD', () => lead.command('/banso setup', { channel: 'C0TEAM' }));
    await lead.submit({ [blocks.setupName]: 'Web 26' });
    expect(await answerWords(world, 'U0LEAD')).toContain('*Web 26* is set up');
    const [program] = await world.deps.db.select().from(programs);
    expect(program).toMatchObject({ zone: 'Europe/London', country: 'GB', locale: 'en' });

    // The answer names the next step, and leads there.
    const { ts } = await answer(world, 'U0LEAD');
    const importRoster = rowActions.importRoster.idFor(program?.id ?? '');
    await modalAfter(world, 'U0LEAD', () => lead.click({ channel: 'C0TEAM', ts }, importRoster));
    const roster = rosterText(
      { name: 'Maya Brown', companion: 'U0AOI', started_on: '2026-11-23' },
      { name: 'Tom Reed', companion: 'U0MORI', started_on: '2026-11-30' },
    );
    const file = lead.upload({ name: 'roster.csv', mimetype: 'text/csv', bytes: Buffer.from(roster) });
    await lead.submit({ [blocks.rosterFile]: [file.id] });
    await world.slack.until(() => world.slack.dm('U0LEAD').some((it) => /2 added/.test(textOf(it))), 10_000);

    // Nine o'clock.
    world.clock.set('2026-11-24T09:00:00Z');
    await world.slack.until(() => reminderText(world, 'U0AOI').includes('Maya Brown'), inTime);
    await world.slack.until(() => digestText(world).includes('Maya Brown'), inTime);
    expect(reminderText(world, 'U0AOI')).toContain('first contact');
    expect(digestText(world)).not.toContain('Tom Reed');
    expect(world.slack.dm('U0MORI')).toEqual([]);

    const maya = (await world.deps.db.select().from(learners)).find(({ name }) => name === 'Maya Brown');
    if (!maya) throw new Error('expected Maya to be a learner');
    await openCheckIn(world, 'U0AOI');
    await pick(world, 'U0AOI', maya);
    await world.slack.as('U0AOI').submit({ [blocks.outcome]: 'sent', [blocks.note]: 'First hello.' });
    await world.slack.until(() => /~Maya Brown~/.test(digestText(world)), inTime);
    await world.slack.until(() => /~Maya Brown~/.test(reminderText(world, 'U0AOI')), inTime);
    expect(world.slack.refusals).toEqual([]);
  });
});
