import { mkdirSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import type { Emulator } from '../../src/emulator';
import { type Keeper, keepSlack, readKept } from '../../src/practice/keep';
import { start } from '../emulator/fixtures';
import { eventually } from '../support/eventually';
import { practiceFolder, removeFolder } from './practice-process';

let folder: string;
let file: string;
let slack: Emulator;
let keeper: Keeper;
let logged: string[];

beforeEach(async () => {
  folder = practiceFolder();
  file = path.join(folder, 'slack.json');
  slack = await start();
  logged = [];
  const logger = pino({}, { write: (line: string) => void logged.push(line) });
  keeper = keepSlack({ slack, file, logger, rest: () => ({ clockOffsetMs: 7 }) });
});
afterEach(async () => {
  await slack.close();
  removeFolder(folder);
});

it('keeps what changes, soon', async () => {
  await slack.as('U0AKI').post('C0TEAM', 'おはようございます');
  const kept = await eventually(async () => readKept(file), Boolean);
  expect(kept).toMatchObject({ clockOffsetMs: 7 });
  expect(kept?.slack.messages.C0TEAM?.at(-1)?.text).toBe('おはようございます');
  keeper.stop();
});

it('says once that nothing can be written, ends nothing, and writes again as soon as it can', async () => {
  mkdirSync(`${file}.new`);
  keeper.soon();
  await eventually(
    async () => logged.length,
    (count) => count > 0,
  );
  keeper.soon();
  rmdirSync(`${file}.new`);
  await slack.as('U0AKI').post('C0TEAM', 'まだいます');
  await eventually(async () => readKept(file), Boolean);
  keeper.stop();
  expect(readKept(file)?.slack.messages.C0TEAM?.at(-1)?.text).toBe('まだいます');
  expect(logged.filter((line) => line.includes("can't be written"))).toHaveLength(1);
});
