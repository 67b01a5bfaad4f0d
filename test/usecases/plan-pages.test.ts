import { deliveries, members } from '../../src/db/schema';
import { planReminders } from '../../src/usecases/plan-reminders';
import { startWorld, type World } from '../support/world';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('a list that is there already keeps its pages when its hour comes a second time that day', async () => {
  const program = await world.records.program();
  await world.records.learner(program);
  await planReminders(world.deps.context(), 10);
  for (let n = 0; n < 25; n += 1) await world.records.learner(program);
  // As after somebody has moved to a zone in which the same day begins again.
  await world.deps.db.update(members).set({ nextReminderAt: world.clock.now() });

  await planReminders(world.deps.context(), 10);

  const lists = await world.deps.db.select().from(deliveries);
  expect(lists.filter(({ recipient }) => recipient === 'U0AOI').map(({ page }) => page)).toEqual([0]);
});
