import { Pool } from 'pg';
import { type Database, openDatabase } from '../../src/db/client';
import { idFor } from '../../src/db/ids';
import { addLibraryEntries } from '../../src/db/library-entries';
import type { LibraryEntryInput } from '../../src/domain/search/entry';
import type { LibraryFilters } from '../../src/domain/search/query';
import { findEntries } from '../../src/usecases/library/find-entries';
import { fakeClock } from '../support/clock';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { createRecords } from '../support/records';

const workspaceId = 'T0TEST';
const today = '2026-11-24';

let database: TestDatabase;
let pool: Pool;
let db: Database;
let programId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url });
  db = openDatabase(pool);
  const program = await createRecords(db, fakeClock(`${today}T00:00:00Z`), workspaceId).program();
  programId = program.id;
  const often = Array.from({ length: 90 }, (_, n) =>
    entry({ key: `often ${n}`, title: `題名 ${n}`, text: '夜勤の話', happenedOn: '2026-11-20' }),
  );
  const now = Array.from({ length: 40 }, (_, n) =>
    entry({ key: `now ${n}`, title: `今週 ${n}`, text: '朝活の話', happenedOn: '2026-11-23' }),
  );
  const season = Array.from({ length: 20 }, (_, n) =>
    entry({ key: `season ${n}`, title: `今季 ${n}`, text: '締切の話', happenedOn: '2026-09-02' }),
  );
  const too = Array.from({ length: 20 }, (_, n) =>
    entry({ key: `too ${n}`, title: `今日 ${n}`, text: '面談の話', happenedOn: today }),
  );
  await addLibraryEntries(db, [
    ...[...often, ...now, ...season, ...too],
    entry({ key: 'both', title: '両方', text: '朝活で面談', happenedOn: '2026-11-21' }),
    entry({ key: 'now titled', title: '朝活の後', text: '眠い', happenedOn: '2020-01-10' }),
    entry({ key: 'now proven', title: '前', text: '朝活のこと', happenedOn: '2020-01-10', helpedCount: 9 }),
    entry({ key: 'season old', title: '別の年', text: '締切のこと', happenedOn: '2021-01-10' }),
    entry({ key: 'season titled', title: '締切の後', text: '眠い', happenedOn: '2020-01-10' }),
    entry({
      key: 'season proven',
      title: '昨',
      text: '締切のこと',
      happenedOn: '2020-01-10',
      helpedCount: 9,
    }),
    entry({ key: 'titled', title: '夜勤の後', text: '眠い', happenedOn: '2020-01-10' }),
    entry({ key: 'proven', title: '昔', text: '夜勤のこと', happenedOn: '2020-01-10', helpedCount: 9 }),
    entry({ key: 'word', title: '箱', text: 'docker', happenedOn: '2026-11-01' }),
    entry({ key: 'alike', title: '箱に似た語', text: 'dockerx', happenedOn: '2026-11-01' }),
    entry({ key: 'nursery', title: '園の話', text: '保育園から電話', happenedOn: '2026-11-01' }),
    entry({ key: 'rare', title: '古い話', text: '夜勤と面接', happenedOn: '2019-05-01' }),
  ]);
});
afterAll(async () => {
  await pool.end();
  await database.release();
});

type Given = Pick<LibraryEntryInput, 'title' | 'happenedOn'> & {
  key: string;
  text: string;
  helpedCount?: number;
};

function entry({ key, text, helpedCount = 0, ...given }: Given): LibraryEntryInput {
  return {
    ...{ workspaceId, programId, kind: 'case', sourceId: idFor(key), outcome: 'resolved', concerns: [] },
    ...{ body: [{ text, weight: 'B' }], unit: '', courseWeek: null, helpedCount },
    ...given,
  };
}

async function titlesFound(text: string, limit = 60, filters: LibraryFilters = {}): Promise<string[]> {
  const wanted = { workspaceId, viewerId: 'U0LEAD', text, filters, today };
  const { hits } = await findEntries(db, wanted, { offset: 0, limit });
  return hits.map(({ title }) => title);
}

describe('a word that very many have', () => {
  it.each([
    ['of a week', '夜勤', '夜勤の後', '昔'],
    ['of the newest days', '朝活', '朝活の後', '前'],
    ['of this season and the last', '締切', '締切の後', '昨'],
  ])(
    '%s is found first where it stands in a title, and where it helped many, however old',
    async (_, word, titled, proven) => {
      const found = await titlesFound(word);
      expect(found[0]).toBe(titled);
      expect(found.slice(0, 3)).toContain(proven);
    },
  );

  it('beside a rare one finds what has both first', async () => {
    expect((await titlesFound('夜勤 面接'))[0]).toBe('古い話');
  });

  it('beside one that nothing has is found all the same', async () => {
    expect((await titlesFound('夜勤 宇宙船')).length).toBeGreaterThan(10);
    expect((await titlesFound('夜勤 宇宙船', 60, { kind: 'case' })).length).toBeGreaterThan(10);
    expect(await titlesFound('夜勤 宇宙船', 60, { kind: 'win' })).toEqual([]);
  });

  it('beside another such one finds what has both first, also where nothing has all', async () => {
    expect((await titlesFound('朝活 面談 宇宙船'))[0]).toBe('両方');
  });
});

it('finds all of what a season has some of, also what is old and no better than others', async () => {
  const found = await titlesFound('締切');
  expect(found).toContain('別の年');
  expect(found).toHaveLength(23);
});

it('says how many there are beyond the last page too', async () => {
  const wanted = { workspaceId, viewerId: 'U0LEAD', text: '締切', filters: {}, today };
  const page = await findEntries(db, wanted, { offset: 60, limit: 10 });
  expect(page).toMatchObject({ total: 23, hits: [] });
});

it('looks for the letters alone where no word is known in what was typed', async () => {
  expect(await titlesFound('ほいくせん')).toEqual(['園の話']);
  expect(await titlesFound('ほいくせん', 60, { kind: 'case' })).toEqual(['園の話']);
  expect(await titlesFound('ほいくせん', 60, { kind: 'win' })).toEqual([]);
  expect(await titlesFound('の')).toEqual([]);
});

it('looks for the letters of a word only where nothing has the word', async () => {
  expect(await titlesFound('docker')).toEqual(['箱']);
  expect((await titlesFound('dockerr')).sort()).toEqual(['箱', '箱に似た語']);
});
