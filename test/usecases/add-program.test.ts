import { findProgram } from '../../src/db/programs';
import { auditEvents, members, programs, supporters, workspaces } from '../../src/db/schema';
import { policyOn } from '../../src/domain/program-rules';
import { addProgram } from '../../src/usecases/add-program';
import {
  addSampleProgram,
  now,
  openTestWorkspace,
  person,
  sampleProgram,
  type TestWorkspace,
} from './sample-program';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const jst = (text: string) => new Date(`${text}+09:00`);

test('starts a program with its workspace, policy and people', async () => {
  const scope = await addSampleProgram(workspace);
  const program = await findProgram(workspace.db, scope);
  expect(program).toMatchObject({
    name: 'Web 26',
    channelId: 'C0TEAM',
    zone: 'Asia/Tokyo',
    digestAt: '09:00:00',
  });
  expect(await workspace.db.select().from(workspaces)).toMatchObject([
    { id: 'T0BANSO', name: 'Banso practice' },
  ]);
  const people = await workspace.db.select().from(supporters);
  expect(
    people
      .filter(({ role }) => role === 'lead')
      .map(({ userId }) => userId)
      .sort(),
  ).toEqual(['U0LEAD1', 'U0LEAD2']);
  expect(people).toHaveLength(8);
  const [event] = await workspace.db.select().from(auditEvents);
  expect(event).toMatchObject({ action: 'program.added', subjectId: scope.programId, actorId: null });
});

test('has a policy from its first day on, which holds for the days before as well', async () => {
  const { programId, workspaceId } = await addSampleProgram(workspace);
  const program = await findProgram(workspace.db, { programId, workspaceId });
  if (!program) throw new Error('the program was not found');
  const policy = { effectiveOn: '2026-11-23', contactsPerWeek: 2, floorDays: 7 };
  expect(program.rules.policies).toEqual([policy]);
  expect(policyOn(program.rules, '2026-08-01')).toEqual(policy);
});

test('plans the first digest on a working day, and each reminder at nine where its person lives', async () => {
  await addSampleProgram(workspace);
  const [program] = await workspace.db.select().from(programs);
  // 23 November is a holiday in Japan.
  expect(program?.nextDigestAt).toEqual(jst('2026-11-24T09:00'));
  const people = new Map(
    (await workspace.db.select().from(members)).map((it) => [it.userId, it.nextReminderAt]),
  );
  expect(people.get('U0AOI')).toEqual(jst('2026-11-24T09:00'));
  expect(people.get('U0KUDO')).toEqual(new Date('2026-11-24T09:00-08:00'));
});

test.each([
  ['name', { channelId: 'C0OTHER' }],
  ['channel', { name: 'Data 26' }],
])('writes nothing when another program has the %s', async (_what, difference) => {
  await addSampleProgram(workspace);
  const again = await addProgram(workspace.contextAt(now), {
    ...sampleProgram,
    ...difference,
    people: [{ ...person('U0NEW'), role: 'supporter' }],
  });
  expect(again).toMatchObject({ kind: 'taken', by: { name: 'Web 26', channelId: 'C0TEAM' } });
  expect(await workspace.db.select().from(programs)).toHaveLength(1);
  expect(await workspace.db.select().from(supporters)).toHaveLength(8);
});

test('does not put off the reminder of somebody who supports another program already', async () => {
  await addSampleProgram(workspace);
  const later = new Date('2026-11-24T00:30:00Z');
  const result = await addProgram(workspace.contextAt(later), {
    ...sampleProgram,
    name: 'Data 26',
    channelId: 'C0DATA',
    people: [{ ...person('U0AOI'), role: 'lead' }],
  });
  expect(result.kind).toBe('added');
  const aoi = (await workspace.db.select().from(members)).find(({ userId }) => userId === 'U0AOI');
  // It is made at once, as it would have been anyway.
  expect(aoi?.nextReminderAt).toEqual(later);
});
