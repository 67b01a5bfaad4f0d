import { findImport } from '../../src/db/imports';
import { imports, learners } from '../../src/db/schema';
import type { ProgramScope } from '../../src/domain/scope';
import { readRoster } from '../../src/roster/read';
import { cancelImport } from '../../src/usecases/cancel-import';
import { claimImport, giveBackImport, importLeaseMs } from '../../src/usecases/claim-import';
import type { Context } from '../../src/usecases/context';
import { requestImport } from '../../src/usecases/request-import';
import { runImport } from '../../src/usecases/run-import';
import { bytes, largeRoster } from '../roster/roster-text';
import { addSampleProgram, now, openTestWorkspace, type TestWorkspace } from './sample-program';

const importId = '6d2b79f5-0000-8000-a000-000000000001';
const actorId = 'U0LEAD1';

let workspace: TestWorkspace;
let scope: ProgramScope;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  scope = await addSampleProgram(workspace);
  await requestImport(workspace.contextAt(now), {
    ...scope,
    id: importId,
    actorId,
    file: { id: 'F1', size: 9 },
  });
});
afterEach(() => workspace.close());

const context = (ms = 0) => workspace.contextAt(new Date(now.getTime() + ms));
const stored = () => workspace.db.$count(learners);
const present = async () => {
  const found = await findImport(workspace.db, scope, importId);
  if (!found) throw new Error('no import');
  return found;
};

async function claimed(ms = 0) {
  const claim = await claimImport(context(ms), importId);
  if (!claim) throw new Error('the import could not be claimed');
  return claim;
}

/** Contexts of which the `nth` lets something happen before its transaction begins. */
function meanwhile(nth: number, happens: () => Promise<unknown>): () => Context {
  let asked = 0;
  return () => {
    asked += 1;
    if (asked !== nth) return context();
    const db = Object.create(workspace.db);
    db.transaction = async (...args: Parameters<typeof workspace.db.transaction>) => {
      await happens();
      return workspace.db.transaction(...args);
    };
    return { ...context(), db };
  };
}

test('shows how far it is over another connection, while nobody sees the learners yet', async () => {
  const seen: unknown[] = [];
  const look = async () => seen.push([(await present()).doneCount, await stored()]);
  await runImport(meanwhile(3, look), await claimed(), readRoster(bytes(largeRoster(2500))), []);
  expect(seen).toEqual([[1000, 0]]);
  expect(await present()).toMatchObject({
    status: 'done',
    doneCount: 2500,
    totalCount: 2500,
    addedCount: 2500,
  });
  expect(await stored()).toBe(2500);
});

test.each([2, 3, 4])('leaves nothing behind when it is cancelled at its step %i', async (step) => {
  const cancel = () => cancelImport(context(), { ...scope, actorId, importId });
  await runImport(meanwhile(step, cancel), await claimed(), readRoster(bytes(largeRoster(2500))), []);
  expect(await present()).toMatchObject({ status: 'cancelled', problem: null });
  expect(await stored()).toBe(0);
});

test('writes it once when two run it: the one that was taken for dead leaves it to the other', async () => {
  const roster = readRoster(bytes(largeRoster(1200)));
  const first = await claimed();
  const takeOver = async () => {
    const second = await claimed(importLeaseMs);
    expect(second.attempts).toBe(2);
  };
  await runImport(meanwhile(2, takeOver), first, roster, []);
  expect(await stored()).toBe(0);
  expect(await present()).toMatchObject({ status: 'running', attempts: 2 });
  await runImport(() => context(), { ...first, attempts: 2 }, roster, []);
  expect(await stored()).toBe(1200);
  expect(await present()).toMatchObject({ status: 'done' });
});

test('is not claimed twice, and given up after five that died', async () => {
  await claimed();
  expect(await claimImport(context(importLeaseMs - 1), importId)).toBeNull();
  for (let died = 1; died < 5; died += 1) await claimed(died * importLeaseMs);
  expect(await claimImport(context(5 * importLeaseMs), importId)).toBeNull();
  expect(await present()).toMatchObject({ status: 'failed', problem: 'unexpected' });
});

test('given back, it counts for nothing, and is free when its time has come', async () => {
  for (let minute = 0; minute < 8; minute += 1) {
    const claim = await claimed(minute * 60_000);
    expect(claim.attempts).toBe(1);
    expect(await giveBackImport(context(minute * 60_000), claim, 60_000)).toBe(60_000);
    expect(await giveBackImport(context(minute * 60_000), claim, 60_000)).toBeNull();
    expect(await claimImport(context((minute + 1) * 60_000 - 1), importId)).toBeNull();
  }
  const stale = await claimed(8 * 60_000);
  await claimed(8 * 60_000 + importLeaseMs);
  expect(await giveBackImport(context(9 * 60_000), stale, null)).toBeNull();
  expect(await present()).toMatchObject({ status: 'running', attempts: 2 });
});

test('brings ten thousand learners in well within a minute', async () => {
  const started = performance.now();
  await runImport(() => context(), await claimed(), readRoster(bytes(largeRoster(10_000))), []);
  const seconds = (performance.now() - started) / 1000;
  expect(await stored()).toBe(10_000);
  expect(seconds).toBeLessThan(60);
}, 90_000);

test('one program has one import at a time', async () => {
  const other = {
    ...scope,
    id: '6d2b79f5-0000-8000-a000-000000000002',
    actorId,
    file: { id: 'F2', size: 9 },
  };
  await expect(requestImport(context(), other)).rejects.toMatchObject({ code: 'importUnderWay' });
  expect(await workspace.db.$count(imports)).toBe(1);
});
