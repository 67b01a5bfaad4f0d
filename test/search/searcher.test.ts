import { Pool } from 'pg';
import { type Database, openDatabase } from '../../src/db/client';
import { idFor } from '../../src/db/ids';
import { similarlySpelt } from '../../src/db/library-alike';
import { addLibraryEntries } from '../../src/db/library-entries';
import type { LibraryEntryInput } from '../../src/domain/search/entry';
import { dayNumber, mark, programKey, seasonOf } from '../../src/domain/search/lexemes';
import { findEntries } from '../../src/usecases/library/find-entries';
import { searchLibrary } from '../../src/usecases/library/search-library';
import { fakeClock } from '../support/clock';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { createRecords } from '../support/records';

const workspaceId = 'T0TEST';
const today = '2026-11-24';
const now = new Date(`${today}T00:00:00Z`);

let database: TestDatabase;
let pool: Pool;
let db: Database;
let web: string;
let data: string;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url });
  db = openDatabase(pool);
  const records = createRecords(db, fakeClock(now.toISOString()), workspaceId);
  web = (await records.program({ people: ['U0AOI', 'U0GONE'] })).id;
  data = (await records.program({ name: 'データ', channelId: 'C0DATA', people: ['U0MORI'] })).id;
  await records.supporter({ workspaceId, programId: data }, 'U0AOI');
  await records.supporter({ workspaceId, programId: web }, 'U0KUDO');
  await pool.query(`update supporters set removed_at = now() where user_id = 'U0GONE'`);
  await addLibraryEntries(
    db,
    [web, data].flatMap((programId) =>
      ['2026-11-23', '2026-08-02', '2021-03-04'].map((happenedOn) => entry(programId, happenedOn)),
    ),
  );
});
afterAll(async () => {
  await pool.end();
  await database.release();
});

function entry(programId: string, happenedOn: string): LibraryEntryInput {
  return {
    ...{ workspaceId, programId, kind: 'case', sourceId: idFor(`${programId} ${happenedOn}`) },
    ...{ title: '夜勤明け', body: [{ text: '返事がない', weight: 'B' }], unit: '', courseWeek: null },
    ...{ outcome: 'better', concerns: [], helpedCount: 0, happenedOn },
  };
}

const search = (viewerId: string, text: string) =>
  searchLibrary(
    { db, now, enqueue: async () => undefined },
    { ...{ workspaceId, viewerId, text, filters: {} }, offset: 0, limit: 50 },
  );

const programsOf = (hits: readonly { programId: string }[]) =>
  [...new Set(hits.map(({ programId }) => programId))].sort();

describe('whoever searches finds what her programs have', () => {
  it.each(['夜勤', '夜勤 返事', '夜勤 宇宙船', 'yakinn', ''])('by “%s”', async (text) => {
    const ofWeb = await search('U0KUDO', text);
    expect(programsOf(ofWeb.hits)).toEqual([web]);
    expect(ofWeb.hits).toHaveLength(3);
    const ofBoth = await search('U0AOI', text);
    expect(programsOf(ofBoth.hits)).toEqual([web, data].sort());
    expect(ofBoth.hits).toHaveLength(6);
  });

  it('or one of them, where that is asked', async () => {
    const wanted = { workspaceId, viewerId: 'U0AOI', programId: data, text: '夜勤', filters: {}, today };
    expect(programsOf((await findEntries(db, wanted, { offset: 0, limit: 50 })).hits)).toEqual([data]);
    const spelt = { words: ['yakim'], filters: '', today, limit: 50, byTrigrams: true };
    expect(programsOf((await similarlySpelt(db, wanted, spelt)).hits)).toEqual([data]);
  });

  it('but of none that she does not support', async () => {
    const wanted = { workspaceId, viewerId: 'U0KUDO', programId: data, text: '夜勤', filters: {}, today };
    const page = await findEntries(db, wanted, { offset: 0, limit: 50 });
    expect(page).toMatchObject({ viewer: null, hits: [] });
  });

  it.each(['U0GONE', 'U0NOBODY'])('%s supports none, and is told so', async (viewerId) => {
    for (const text of ['夜勤', '夜勤 返事', ''])
      await expect(search(viewerId, text)).rejects.toMatchObject({ code: 'noPrograms' });
  });

  it('is told in her language, and whether she leads one, also where nothing is found', async () => {
    expect(await search('U0LEAD', 'zzzz')).toMatchObject({ hits: [], locale: 'ja', leads: true });
    expect(await search('U0AOI', '宇宙船 zzzz')).toMatchObject({ hits: [], locale: 'ja', leads: false });
  });
});

it.each(['2026-01-01', '2026-03-31', '2026-04-01', '2024-02-29', '2023-12-31', '1999-07-01'])(
  'says of %s in which season it is as the index does',
  async (happenedOn) => {
    const key = programKey(web);
    const { rows } = await pool.query<{ lexemes: string[] }>(
      'select tsvector_to_array(library_season_words($1::tsvector, $2, $3)) as lexemes',
      [`'${key}夜勤':1A`, web, happenedOn],
    );
    const season = seasonOf(happenedOn);
    expect(rows[0]?.lexemes.sort()).toEqual(
      [`${season}${key}夜勤`, `${season}${key}${mark.day(dayNumber(happenedOn))}`].sort(),
    );
  },
);
