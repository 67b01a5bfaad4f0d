import { randomUUID } from 'node:crypto';
import { coverRequests, homes } from '../../src/db/schema';
import { addLearner } from '../../src/usecases/add-learner';
import { answerCover } from '../../src/usecases/answer-cover';
import { askPartialCover } from '../../src/usecases/ask-partial-cover';
import { addClosure } from '../../src/usecases/change-closures';
import { changeProgram } from '../../src/usecases/change-program';
import { openHome } from '../../src/usecases/draw-home';
import { openProfile } from '../../src/usecases/edit-profile';
import { pauseLearner } from '../../src/usecases/pause-learner';
import { planContact } from '../../src/usecases/plan-contact';
import { type AbsenceInput, recordAbsence } from '../../src/usecases/record-absence';
import { takeLearner } from '../../src/usecases/take-learner';
import { startWorld, type World } from '../support/world';
import { logContact } from './log-contact';

const workspaceId = 'T0TEST';
const team = ['U0AOI', 'U0KUDO', 'U0LEAD', 'U0MORI'];
let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;
let learner: Awaited<ReturnType<World['records']['learner']>>;

beforeEach(async () => {
  world = await startWorld();
  program = await world.records.program({ people: ['U0AOI', 'U0MORI', 'U0KUDO'] });
  learner = await world.records.learner(program);
  for (const userId of team) await openHome(context(), { workspaceId, userId });
});
afterEach(() => world.close());

const context = () => world.deps.context();

async function wanted(): Promise<Map<string, number>> {
  const rows = await world.deps.db.select().from(homes);
  return new Map(rows.map(({ userId, wantedRevision }) => [userId, wantedRevision]));
}

/** Whose Home is to be drawn again because of what is done. */
async function staleAfter(act: () => Promise<unknown>): Promise<string[]> {
  const before = await wanted();
  await act();
  const after = await wanted();
  return team.filter((userId) => after.get(userId) !== before.get(userId));
}

const away = (given: Partial<AbsenceInput> = {}) =>
  recordAbsence(context(), {
    ...{ workspaceId, userId: 'U0AOI', from: '2026-11-24', to: '2026-11-26' },
    ...{ coverId: null, note: '', submissionKey: 'V1', ...given },
  });

async function requestTo(userId: string): Promise<string> {
  const requests = await world.deps.db.select().from(coverRequests);
  return requests.find(({ toId }) => toId === userId)?.id ?? '';
}

const answer = async (userId: string, accepted: boolean) =>
  answerCover(context(), { workspaceId, userId, requestId: await requestTo(userId), accepted });

describe('what concerns a learner', () => {
  const asked = () => ({ workspaceId, supporterId: 'U0MORI', learnerId: learner.id });
  const plan = () => planContact(context(), { ...asked(), plan: { on: '2026-11-26', reason: '試験前' } });

  it.each([
    ['a contact', () => logContact(world, learner, {}, 'U0MORI')],
    ['a plan', plan],
    [
      'a break',
      () =>
        pauseLearner(context(), {
          ...asked(),
          from: '2026-11-25',
          to: '2026-11-30',
          reason: '',
          pauseId: randomUUID(),
        }),
    ],
  ])('shows on the Homes of her companion and of whoever covers: %s', async (_, act) => {
    await away({ coverId: 'U0MORI' });
    await answer('U0MORI', true);
    expect(await staleAfter(act)).toEqual(['U0AOI', 'U0MORI']);
  });

  it('shows on the Home of whoever took her for the day, whoever of the team it was', async () => {
    await away();
    await takeLearner(context(), { ...asked(), forGood: false });
    expect(await staleAfter(() => logContact(world, learner, {}, 'U0KUDO'))).toEqual([
      'U0AOI',
      'U0KUDO',
      'U0MORI',
    ]);
  });

  it('shows on the leads’ Homes while nobody acts for her, and else leaves them in peace', async () => {
    expect(await staleAfter(() => logContact(world, learner))).toEqual(['U0AOI']);
    const nobodys = await world.records.learner(program, { companionId: null });
    expect(await staleAfter(() => logContact(world, nobodys, {}, 'U0MORI'))).toEqual(['U0LEAD', 'U0MORI']);
    expect(await staleAfter(() => logContact(world, learner, {}, 'U0LEAD'))).toEqual(['U0AOI', 'U0LEAD']);
  });
});

it('shows on the leads’ Homes that somebody has taken whom nobody acted for', async () => {
  await away();
  const take = { workspaceId, supporterId: 'U0MORI', learnerId: learner.id, forGood: false };
  expect(await staleAfter(() => takeLearner(context(), take))).toEqual(['U0AOI', 'U0LEAD', 'U0MORI']);
});

it('shows on the whole team’s Homes that a learner has come', async () => {
  const { profile } = await openProfile(context(), { workspaceId, viewerId: 'U0AOI', learnerId: learner.id });
  const added = {
    ...{ workspaceId, programId: program.programId, adderId: 'U0LEAD', learnerId: randomUUID() },
    ...{ companionId: 'U0MORI', people: [], profile: { ...profile, name: '新しい 方' } },
  };
  expect(await staleAfter(() => addLearner(context(), added))).toEqual(team);
});

describe('a request to cover', () => {
  it('shows on both Homes when it is made with the absence, and on the leads’, who see who is away', async () => {
    expect(await staleAfter(() => away({ coverId: 'U0MORI' }))).toEqual(['U0AOI', 'U0LEAD', 'U0MORI']);
  });

  it('shows on both Homes when it is made later', async () => {
    const { absenceId } = await away();
    const input = {
      workspaceId,
      userId: 'U0AOI',
      absenceId,
      learnerIds: null,
      note: '',
      submissionKey: 'V2',
    };
    expect(await staleAfter(() => askPartialCover(context(), { ...input, toId: 'U0KUDO' }))).toEqual([
      'U0AOI',
      'U0KUDO',
    ]);
  });

  it.each([
    ['yes', true, ['U0AOI', 'U0LEAD', 'U0MORI']],
    ['no', false, ['U0AOI', 'U0MORI']],
  ])('shows where it matters that the answer is %s', async (_, accepted, shown) => {
    await away({ coverId: 'U0MORI' });
    expect(await staleAfter(() => answer('U0MORI', accepted))).toEqual(shown);
  });
});

describe('what a lead changes of the program', () => {
  const scope = () => ({ workspaceId, programId: program.programId, leadId: 'U0LEAD' });

  it.each([
    ['its name', () => changeProgram(context(), scope(), { name: 'Web 27' })],
    ['its working days', () => changeProgram(context(), scope(), { workingWeekdays: [1, 2, 3, 4, 5, 6] })],
    [
      'a day off',
      () => addClosure(context(), scope(), { from: '2026-11-30', to: '2026-11-30', label: '創立記念日' }),
    ],
  ])('shows on the whole team’s Homes: %s', async (_, act) => {
    expect(await staleAfter(act)).toEqual(team);
  });

  it('shows nowhere where Homes don’t tell it', async () => {
    expect(await staleAfter(() => changeProgram(context(), scope(), { digestAt: '10:00:00' }))).toEqual([]);
  });
});
