import { eq } from 'drizzle-orm';
import { absences, imports, learners, programs } from '../../src/db/schema';
import type { Profile } from '../../src/domain/profile';
import { addLearner } from '../../src/usecases/add-learner';
import { addProgram, type NewProgram } from '../../src/usecases/add-program';
import { type AbsenceInput, recordAbsence } from '../../src/usecases/record-absence';
import { type HandoverInput, requestHandover } from '../../src/usecases/request-handover';
import { requestImport } from '../../src/usecases/request-import';
import { startWorld, type World } from '../support/world';

const id = '6d2b79f5-0000-8000-a000-000000000001';
const savedAsSent = { code: 'savedAsSent' };

let world: World;
let program: Awaited<ReturnType<World['records']['program']>>;
beforeAll(async () => {
  world = await startWorld();
  program = await world.records.program();
});
afterAll(() => world.close());

const count = (table: typeof absences | typeof imports | typeof learners | typeof programs) =>
  world.deps.db.$count(table);

/** A modal that was given up waiting for, and saved all the same, is sent again: as it was, and with something changed. */
describe('what was changed after a modal had been saved is refused, not lost without a word:', () => {
  it('days away, and who is asked', async () => {
    const asked: AbsenceInput = {
      ...{ workspaceId: 'T0TEST', userId: 'U0AOI', from: '2026-12-01', to: '2026-12-03' },
      ...{ coverId: 'U0MORI', note: 'お願いします', submissionKey: 'V1' },
    };
    const send = (changes: Partial<AbsenceInput> = {}) =>
      recordAbsence(world.deps.context(), { ...asked, ...changes });
    expect(await send()).toMatchObject({ repeated: false });
    expect(await send()).toMatchObject({ repeated: true });
    const changed = [{ to: '2026-12-04' }, { coverId: null }, { coverId: 'U0LEAD' }, { note: '変えました' }];
    for (const changes of changed) await expect(send(changes)).rejects.toMatchObject(savedAsSent);
    expect(await count(absences)).toBe(1);
  });

  it('days away without anybody who is asked', async () => {
    const asked = { workspaceId: 'T0TEST', userId: 'U0MORI', from: '2026-12-01', to: '2026-12-03' };
    const send = (coverId: string | null, note = '') =>
      recordAbsence(world.deps.context(), { ...asked, coverId, note, submissionKey: 'V2' });
    expect(await send(null)).toMatchObject({ repeated: false });
    expect(await send(null)).toMatchObject({ repeated: true });
    await expect(send('U0LEAD')).rejects.toMatchObject(savedAsSent);
  });

  it('whom a colleague is asked to take over, and what she is told', async () => {
    const hanako = await world.records.learner(program, { name: '花子' });
    const minoru = await world.records.learner(program, { name: '実' });
    const hints = { tone: '明るく', avoid: '', version: 1 };
    const asked: HandoverInput = {
      ...{ workspaceId: 'T0TEST', userId: 'U0AOI', learnerIds: [hanako.id], toId: 'U0MORI' },
      ...{ note: 'お願いします', hints, submissionKey: 'V3' },
    };
    const send = (changes: Partial<HandoverInput> = {}) =>
      requestHandover(world.deps.context(), { ...asked, ...changes });
    expect(await send()).toMatchObject({ repeated: false });
    expect(await send()).toMatchObject({ repeated: true });
    const changed = [{ toId: 'U0LEAD' }, { note: '変えました' }, { learnerIds: [minoru.id] }];
    for (const changes of changed) await expect(send(changes)).rejects.toMatchObject(savedAsSent);
    await send({ hints: { ...hints, avoid: '前の職場のこと' } });
    const [now] = await world.deps.db.select().from(learners).where(eq(learners.id, hanako.id));
    expect(now).toMatchObject({ tone: '明るく', avoid: '前の職場のこと' });
    // Her own text of before is hers to replace.
    await send({ hints: { ...hints, tone: '短く', avoid: '前の職場のこと' } });
    const [again] = await world.deps.db.select().from(learners).where(eq(learners.id, hanako.id));
    expect(again).toMatchObject({ tone: '短く', avoid: '前の職場のこと' });
  });

  it('a handover that was agreed to before it was sent again', async () => {
    const hanako = await world.records.learner(program, { name: '花子 二' });
    const asked: HandoverInput = {
      ...{ workspaceId: 'T0TEST', userId: 'U0AOI', learnerIds: [hanako.id], toId: 'U0MORI' },
      ...{ note: '', hints: null, submissionKey: 'V4' },
    };
    const send = (changes: Partial<HandoverInput> = {}) =>
      requestHandover(world.deps.context(), { ...asked, ...changes });
    await send();
    await world.deps.db.update(learners).set({ companionId: 'U0MORI' }).where(eq(learners.id, hanako.id));
    expect(await send()).toMatchObject({ repeated: true });
    await expect(send({ toId: 'U0LEAD' })).rejects.toMatchObject(savedAsSent);
  });

  it('a new learner', async () => {
    const profile: Profile = {
      ...{
        name: '佐藤 花子',
        reading: '',
        slackUserId: null,
        goal: '転職',
        background: '',
        tone: '',
        avoid: '',
        weeklyHours: 8.5,
      },
      ...{ startedOn: '2026-10-05', endsOn: '2027-01-31', rhythm: { kind: 'perWeek', times: 2 } },
      ...{ mentor: { name: '江口' }, advisor: null },
    };
    const before = await count(learners);
    const { workspaceId, programId } = program;
    const asked = { workspaceId, programId, learnerId: id, adderId: 'U0AOI', people: [] };
    const send = (changes: Partial<Profile> = {}, companionId: string | null = 'U0AOI') =>
      addLearner(world.deps.context(), { ...asked, companionId, profile: { ...profile, ...changes } });
    expect(await send()).toMatchObject({ repeated: false });
    expect(await send()).toMatchObject({ repeated: true });
    await expect(send({ goal: '独立' })).rejects.toMatchObject(savedAsSent);
    await expect(send({ mentor: { name: '森' } })).rejects.toMatchObject(savedAsSent);
    await expect(send({}, 'U0MORI')).rejects.toMatchObject(savedAsSent);
    expect(await count(learners)).toBe(before + 1);
  });

  it('a new program', async () => {
    const aoi = { userId: 'U0AOI', name: '青木', zone: 'Asia/Tokyo', locale: 'ja', role: 'lead' } as const;
    const asked: NewProgram = {
      ...{ id, actorId: 'U0AOI', workspace: { id: 'T0TEST', name: 'test' }, name: 'Web 26' },
      ...{ channelId: 'C0OTHER', zone: 'Asia/Tokyo', locale: 'ja', country: 'JP', digestAt: '09:00' },
      ...{ contactsPerWeek: 2, floorDays: 7, people: [aoi] },
    };
    const send = (changes: Partial<NewProgram> = {}) =>
      addProgram(world.deps.context(), { ...asked, ...changes });
    expect(await send()).toMatchObject({ kind: 'added', repeated: false });
    expect(await send()).toMatchObject({ kind: 'added', repeated: true });
    const mori = { ...aoi, userId: 'U0MORI', name: '森' };
    const changed: Partial<NewProgram>[] = [
      ...[{ name: 'Web 27' }, { digestAt: '10:00' }, { floorDays: 10 }, { people: [aoi, mori] }],
    ];
    for (const changes of changed) await expect(send(changes)).rejects.toMatchObject(savedAsSent);
    expect(await count(programs)).toBe(2);
  });

  it('a roster', async () => {
    const { workspaceId, programId } = program;
    const send = (fileId: string) =>
      requestImport(world.deps.context(), {
        ...{ id, workspaceId, programId, actorId: 'U0LEAD', file: { id: fileId, size: 9 } },
      });
    expect(await send('F1')).toEqual({ repeated: false });
    expect(await send('F1')).toEqual({ repeated: true });
    await expect(send('F2')).rejects.toMatchObject(savedAsSent);
    expect(await count(imports)).toBe(1);
  });
});
