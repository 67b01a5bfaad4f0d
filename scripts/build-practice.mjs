/**
 * Builds what `npm run practice` runs, the service and the page side by side, and leaves out what has not changed. It
 * is silent unless something fails. What it knows of the last build lies in dist: whoever deletes that starts anew.
 * Arguments: `service`, `page`; both when there is none.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyAssets } from './copy-assets.mjs';
import { contentsOf, filesIn, standOf } from './fingerprint.mjs';

const page = 'src/practice/page';
const builtPage = 'dist/practice/page';
const memory = 'dist/.practice-build';
const settings = [
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
  ...filesIn('scripts'),
];
const isOfPage = (file) => file.startsWith(`${page}/`);
const isService = (file) => !file.startsWith(`${builtPage}/`) && !file.startsWith(memory);

/** Each part with its inputs (files), its outputs (files) and what makes the ones from the others. */
const parts = {
  service: {
    inputs: () => [...settings, ...filesIn('src').filter((file) => !isOfPage(file))],
    outputs: () => filesIn('dist').filter(isService),
    build: buildService,
  },
  page: {
    inputs: () => [...settings, ...filesIn(page)],
    outputs: () => filesIn(builtPage),
    build: buildPage,
  },
};

const tsbuildinfo = `${memory}/service.tsbuildinfo`;

async function buildService({ outputsAreOurs }) {
  // The compiler writes only what has changed, which is right only on top of its own last output.
  if (!outputsAreOurs) rmSync(tsbuildinfo, { force: true });
  const tsc = path.join('node_modules', 'typescript', 'bin', 'tsc');
  // Types are for `npm run check` and `npm run build`: looking at them takes twice as long as all the rest.
  await run([
    tsc,
    '-p',
    'tsconfig.build.json',
    '--noCheck',
    '--incremental',
    '--tsBuildInfoFile',
    tsbuildinfo,
  ]);
  copyAssets();
  // A module that has moved would be found at its old place first.
  for (const file of filesIn('dist').filter(isService)) {
    const source = file.replace(/^dist/, 'src').replace(/\.js(\.map)?$/, '.ts');
    if (!existsSync(source)) rmSync(file);
  }
}

async function buildPage() {
  // Whatever the service is to run as: React's checks for developers would double the page.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({ root: page, logLevel: 'silent' });
}

/** Runs a program of Node's. @throws {Error} with all it wrote, when it fails */
function run(args) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(output))));
  });
}

async function bringUpToDate([name, { inputs, outputs, build }]) {
  const file = `${memory}/${name}.json`;
  const last = readMemory(file);
  const made = contentsOf(inputs());
  const outputsAreOurs = last.outputs === standOf(outputs());
  if (outputsAreOurs && last.made === made) return;
  rmSync(file, { force: true });
  await build({ outputsAreOurs });
  mkdirSync(memory, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ made, outputs: standOf(outputs()) }));
  renameSync(`${file}.new`, file);
}

/** What was built last; nothing, where it was written half or never. */
function readMemory(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

const named = process.argv.slice(2);
const wanted = Object.entries(parts).filter(([name]) => named.length === 0 || named.includes(name));
const results = await Promise.allSettled(wanted.map(bringUpToDate));
for (const { reason } of results.filter(({ status }) => status === 'rejected')) {
  process.stderr.write(`${reason.message}\n`);
  process.exitCode = 1;
}
