import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectPath } from '../support/source';

jest.setTimeout(60_000);

const run = promisify(execFile);

/** A project as small as one can be that has the shape of ours. */
const files = {
  'package.json': '{ "type": "commonjs" }',
  'package-lock.json': '{}',
  'tsconfig.json': '{ "compilerOptions": { "module": "node20", "types": [], "skipLibCheck": true } }',
  'tsconfig.build.json': `{ "extends": "./tsconfig.json", "compilerOptions": { "rootDir": "src", "outDir": "dist" },
    "include": ["src"], "exclude": ["src/practice/page"] }`,
  'src/practice.ts': "import { word } from './word';\nconsole.log(word);\n",
  'src/word.ts': "export const word = 'first';\n",
  'src/practice/workspace.json': '{}',
  'src/practice/page/index.html': '<div id="root"></div><script type="module" src="./main.ts"></script>',
  'src/practice/page/main.ts': "document.title = 'first page';\n",
  'src/practice/page/vite.config.mjs':
    "export default { build: { outDir: '../../../dist/practice/page', emptyOutDir: true } };\n",
};

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'banso-build-'));
  symlinkSync(projectPath('node_modules'), path.join(root, 'node_modules'));
  for (const [file, text] of Object.entries(files)) write(file, text);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const has = (file: string) => existsSync(path.join(root, file));

/** Builds, runs what was built, and gives the word that it says. */
async function said(): Promise<string> {
  await build();
  const { stdout } = await run(process.execPath, ['dist/practice.js'], { cwd: root });
  return stdout.trim();
}

async function build(...named: string[]) {
  const script = projectPath('scripts/build-practice.mjs');
  const { stdout, stderr } = await run(process.execPath, [script, ...named], { cwd: root });
  expect(stdout + stderr).toBe('');
}

const parts = ['service.json', 'page.json'];
/** What is known of the last builds: written anew by each. */
const builds = () => parts.map((part) => read(`dist/.practice-build/${part}`));

it('builds the service and the page, without a word, and then only what has changed', async () => {
  expect(await said()).toBe('first');
  expect(read('dist/practice/page/index.html')).toContain('assets/');
  expect(has('dist/practice/workspace.json')).toBe(true);
  expect(has('dist/practice/page/vite.config.mjs')).toBe(false);
  const [service, page] = builds();
  await build();
  expect(builds()).toEqual([service, page]);

  write('src/word.ts', "export const word = 'second';\n");
  expect(await said()).toBe('second');
  expect(builds()[0]).not.toBe(service);
  expect(builds()[1]).toBe(page);

  write('src/practice/page/main.ts', "document.title = 'second page';\n");
  await build();
  expect(builds()[1]).not.toBe(page);
});

it('never leaves what is stale to be run', async () => {
  await build();
  // Something else has written there since, as a build of an older state does.
  write('dist/word.js', "exports.word = 'stale';\n");
  expect(await said()).toBe('first');

  // A module that moved would be found at its old place first.
  rmSync(path.join(root, 'src/word.ts'));
  write('src/word/index.ts', "export const word = 'moved';\n");
  expect(await said()).toBe('moved');
  expect(has('dist/word.js')).toBe(false);

  rmSync(path.join(root, 'dist'), { recursive: true });
  expect(await said()).toBe('moved');
});

it('says what failed, and does it again the next time', async () => {
  write('src/word.ts', "export const word = 'no end;\n");
  write('src/practice/page/main.ts', "import './nowhere';\n");
  const failure = await run(process.execPath, [projectPath('scripts/build-practice.mjs')], {
    cwd: root,
  }).catch((error: { code: number; stderr: string }) => error);
  expect(failure).toMatchObject({ code: 1 });
  expect(failure.stderr).toContain('src/word.ts');
  expect(failure.stderr).toContain('./nowhere');
  write('src/word.ts', files['src/word.ts']);
  write('src/practice/page/main.ts', files['src/practice/page/main.ts']);
  expect(await said()).toBe('first');
});

it('builds the page alone for whoever needs no more', async () => {
  await build('page');
  expect(has('dist/practice/page/index.html')).toBe(true);
  expect(has('dist/practice.js')).toBe(false);
});
