import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(__dirname, '../..');
const run = promisify(execFile);

/** Rule, importing file, imported module. */
const FORBIDDEN = [
  ['no-unresolvable', 'src/domain/a.ts', './nowhere'],
  ['no-dev-dependencies', 'src/db/b.ts', 'fast-check'],
  ['no-tests-in-source', 'src/db/c.ts', '../../test/support/x'],
  ['entries-are-not-imported', 'src/slack/app.ts', '../main'],
  ['entries-are-not-imported', 'src/slack/w.ts', '../cli'],
  ['domain-is-pure', 'src/domain/d.ts', '../db/query'],
  ['domain-is-pure', 'src/domain/e.ts', 'zod'],
  ['domain-is-pure', 'src/domain/f.ts', 'node:fs'],
  ['errors-know-texts-only', 'src/errors.ts', './usecases/plan'],
  ['database-below-use-cases', 'src/db/g.ts', '../usecases/plan'],
  ['use-cases-know-no-slack', 'src/usecases/h.ts', '../slack/ids'],
  ['use-cases-know-no-slack', 'src/usecases/i.ts', '../jobs/queue'],
  ['use-cases-know-no-slack', 'src/usecases/j.ts', '../i18n/ja'],
  ['use-cases-know-no-clients', 'src/usecases/k.ts', 'bullmq'],
  ['use-cases-know-no-clients', 'src/usecases/l.ts', '@slack/web-api'],
  ['catalogue-knows-no-queue', 'src/jobs/catalog.ts', './queue'],
  ['queue-stays-in-jobs', 'src/slack/m.ts', 'bullmq'],
  ['queue-stays-in-jobs', 'src/db/n.ts', 'ioredis'],
  ['bolt-stays-in-slack', 'src/jobs/o.ts', '@slack/bolt'],
  ['views-are-pure', 'src/slack/messages/p.ts', '../../db/query'],
  ['views-are-pure', 'src/slack/modals/check-in/view.ts', '../../../usecases/plan'],
  ['views-are-pure', 'src/slack/home/q.ts', '@slack/bolt'],
  ['texts-know-the-domain-only', 'src/i18n/r.ts', '../slack/ids'],
  ['emulator-stands-alone', 'src/emulator/s.ts', '../domain/dates'],
  ['emulator-stands-alone', 'src/emulator/t.ts', '@slack/bolt'],
  ['practice-stays-in-practice', 'src/slack/u.ts', '../emulator/server'],
  ['practice-stays-in-practice', 'src/main.ts', './emulator/server'],
  ['assembly-is-called-by-entries', 'src/usecases/v.ts', '../deps'],
  ['page-stands-alone', 'src/practice/page/x.ts', '../../domain/dates'],
  ['page-stands-alone', 'src/practice/page/y.ts', '../server'],
  ['page-is-built-not-imported', 'src/practice/z.ts', './page/api'],
  ['no-cycles', 'src/db/circle-back.ts', './circle'],
] as const;

/** What DESIGN.md 5 provides for. */
const ALLOWED = [
  ['src/domain/good.ts', '@date-fns/tz'],
  ['src/domain/good-too.ts', './dates'],
  ['src/usecases/good.ts', '../db/query'],
  ['src/usecases/good-too.ts', '../jobs/catalog'],
  ['src/usecases/good-three.ts', 'drizzle-orm'],
  ['src/jobs/queue.ts', 'bullmq'],
  ['src/jobs/handlers/good.ts', '../../usecases/plan'],
  ['src/slack/app-good.ts', '@slack/bolt'],
  ['src/slack/messages/good.ts', '../../domain/dates'],
  ['src/slack/messages/good-too.ts', '@slack/types'],
  ['src/i18n/good.ts', '../domain/dates'],
  ['src/deps.ts', 'ioredis'],
  ['src/cli.ts', './deps'],
  ['src/practice.ts', './emulator/server'],
  ['src/practice/page/good.ts', '../protocol'],
  ['src/practice/page/good-too.ts', 'react'],
] as const;

const TARGETS = [
  'src/domain/dates.ts',
  'src/db/query.ts',
  'src/usecases/plan.ts',
  'src/slack/ids.ts',
  'src/i18n/ja.ts',
  'src/emulator/server.ts',
  'src/practice/protocol.ts',
  'src/practice/page/api.ts',
  'src/practice/server.ts',
  'test/support/x.ts',
];

interface Cruise {
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
}

let folder: string;
let found: { rule: string; from: string }[];

function write(file: string, text: string): void {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'banso-directions-'));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  symlinkSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  for (const file of TARGETS) write(file, 'export type It = string;\n');
  write('src/db/circle.ts', `import type { It } from './circle-back';\n`);
  const imports = [...ALLOWED, ...FORBIDDEN.map(([, from, to]) => [from, to] as const)];
  for (const [from, to] of imports) write(from, `import type { It } from '${to}';\nexport type { It };\n`);
  found = await cruise();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function cruise(): Promise<{ rule: string; from: string }[]> {
  const depcruise = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = path.join(root, '.dependency-cruiser.js');
  const args = [depcruise, '--config', config, '--output-type', 'json', 'src'];
  const { stdout } = await run(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 });
  const { summary }: Cruise = JSON.parse(stdout);
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}

it.each(FORBIDDEN)('%s: %s may not import %s', (rule, from) => {
  expect(found).toContainEqual({ rule, from });
});

it.each(ALLOWED)('%s may import %s', (from) => {
  expect(found.filter((violation) => violation.from === from)).toEqual([]);
});

it('has an example of every rule', () => {
  const config: { forbidden: { name: string }[] } = require('../../.dependency-cruiser.js');
  expect(new Set(FORBIDDEN.map(([rule]) => rule))).toEqual(new Set(config.forbidden.map(({ name }) => name)));
});
