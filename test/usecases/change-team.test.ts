import { eq } from 'drizzle-orm';
import { deliveries, members } from '../../src/db/schema';
import type { TeamMember } from '../../src/domain/team';
import { changeTeam } from '../../src/usecases/change-team';
import { openTeam } from '../../src/usecases/open-team';
import { planReminders } from '../../src/usecases/plan-reminders';
import { planSecondLooks } from '../../src/usecases/plan-second-looks';
import { textOf } from '../support/lists';
import { startWorld, type World } from '../support/world';
import { logContact } from './log-contact';

let world: World;
let web: Awaited<ReturnType<World['records']['program']>>;
let design: typeof web;
beforeEach(async () => {
  world = await startWorld();
  web = await world.records.program();
  design = await world.records.program({ name: 'デザイン', channelId: 'C0OTHER', people: ['U0AOI'] });
});
afterEach(() => world.close());

/** What U0AOI's direct messages say now, the oldest first. */
const told = () => world.slack.dm('U0AOI').map(textOf);

/** Has the team of a program become what a lead wants. */
async function change(program: typeof web, team: TeamMember[]): Promise<void> {
  const context = world.deps.context();
  const { mark } = await openTeam(context, program, 'U0LEAD', { programId: program.id });
  const scope = { workspaceId: program.workspaceId, programId: program.id };
  const left = { joining: [], warnedOf: ['U0AOI', 'U0MORI'] };
  const result = await changeTeam(context, { ...scope, ...left, actorId: 'U0LEAD', mark, team });
  expect(result).toMatchObject({ kind: 'saved', repeated: false });
}

const lead: TeamMember = { userId: 'U0LEAD', role: 'lead' };
const without = (program: typeof web) => change(program, [lead]);

/** Her second look is at four in the afternoon. */
async function looksAgain(): Promise<void> {
  await world.deps.db
    .update(members)
    .set({ secondLook: true, nextSecondLookAt: new Date('2026-11-24T07:00:00Z') })
    .where(eq(members.userId, 'U0AOI'));
}

describe('somebody who leaves one of two programs', () => {
  it('keeps her lists of today with the learners of the other, who are ticked off', async () => {
    await looksAgain();
    await world.records.learner(web, { name: '佐藤 花子' });
    const other = await world.records.learner(design, { name: '待田 実' });
    await world.sweep();
    world.clock.set('2026-11-24T07:00:00Z');
    await world.sweep();
    expect(told()).toHaveLength(2);
    for (const text of told()) expect(text).toMatch(/佐藤 花子[\s\S]*待田 実|待田 実[\s\S]*佐藤 花子/);
    await without(web);
    await world.sweep();
    for (const text of told()) expect(text).not.toContain('佐藤 花子');
    for (const text of told()) expect(text).toContain('待田 実');
    const open = told();
    await logContact(world, other);
    await world.sweep();
    for (const [index, text] of told().entries()) expect(text).not.toBe(open[index]);
    expect(told()[0]).toContain('今日の方みなさんにご連絡できました');
  });

  it('reads on lists that are empty now that nobody is left, and has them back when she returns', async () => {
    await looksAgain();
    await world.records.learner(web, { name: '佐藤 花子' });
    await world.sweep();
    world.clock.set('2026-11-24T07:00:00Z');
    await world.sweep();
    await without(web);
    await world.sweep();
    expect(told()).toHaveLength(2);
    for (const text of told()) expect(text).toContain('いまご連絡いただく方はいらっしゃいません');
    for (const text of told()) expect(text).not.toContain('佐藤 花子');
    await change(web, [lead, { userId: 'U0AOI', role: 'supporter' }]);
    await world.sweep();
    for (const text of told()) expect(text).toContain('佐藤 花子');
  });

  it('gets no list that was planned before and has nobody left', async () => {
    await looksAgain();
    await world.records.learner(web, { name: '佐藤 花子' });
    await planReminders(world.deps.context(), 10);
    world.clock.set('2026-11-24T07:00:00Z');
    await planSecondLooks(world.deps.context(), 10);
    await without(web);
    await world.sweep();
    expect(told()).toEqual([]);
    const rows = await world.deps.db.select().from(deliveries).where(eq(deliveries.recipient, 'U0AOI'));
    expect(rows.map(({ kind, status }) => `${kind} ${status}`).sort()).toEqual([
      'reminder dropped',
      'second_look dropped',
    ]);
  });

  it('gets a list that was planned before with the learners of the other alone', async () => {
    await world.records.learner(web, { name: '佐藤 花子' });
    await world.records.learner(design, { name: '待田 実' });
    await planReminders(world.deps.context(), 10);
    await without(web);
    await world.sweep();
    expect(told()).toEqual([expect.stringContaining('待田 実')]);
    expect(told()[0]).not.toContain('佐藤 花子');
  });
});

test('a lead is told of those on a break, too, whom nobody would greet when they return', async () => {
  await world.records.learner(web, { companionId: 'U0MORI' });
  await world.records.learner(web, { companionId: 'U0MORI', status: 'paused' });
  await world.records.learner(web, { companionId: 'U0MORI', status: 'completed' });
  const context = world.deps.context();
  const { mark } = await openTeam(context, web, 'U0LEAD', { programId: web.id });
  const scope = { workspaceId: web.workspaceId, programId: web.id };
  const alone = { ...scope, joining: [], warnedOf: [], actorId: 'U0LEAD', mark, team: [lead] };
  expect(await changeTeam(context, alone)).toMatchObject({
    kind: 'warned',
    leaving: expect.arrayContaining([expect.objectContaining({ userId: 'U0MORI', learnerCount: 2 })]),
  });
});
