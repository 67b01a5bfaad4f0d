import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Lets Node load TypeScript, then the file named by the first argument. */
const LOAD_TYPESCRIPT = `
  const { transformFileSync } = require('@swc/core');
  const options = { swcrc: false, jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };
  require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);
  require(process.argv[1]);
`;

/** What a machine in that zone answers, with its own offset in minutes on 1 January 2026. */
function machineIn(zone: string): { offset: number; answers: string } {
  const vectors = join(__dirname, 'zone-vectors.ts');
  const options = {
    env: { ...process.env, TZ: zone },
    cwd: join(__dirname, '../..'),
    encoding: 'utf8',
  } as const;
  const [offset, answers = ''] = execFileSync(
    process.execPath,
    ['-e', LOAD_TYPESCRIPT, vectors],
    options,
  ).split('\n');
  return { offset: Number(offset), answers };
}

it('answers alike on machines in UTC, Tokyo and Los Angeles, across clock changes', () => {
  const utc = machineIn('UTC');
  const tokyo = machineIn('Asia/Tokyo');
  const losAngeles = machineIn('America/Los_Angeles');
  expect([utc.offset, tokyo.offset, losAngeles.offset]).toEqual([0, -540, 480]);
  expect(utc.answers.length).toBeGreaterThan(10_000);
  expect(tokyo.answers).toBe(utc.answers);
  expect(losAngeles.answers).toBe(utc.answers);
});
