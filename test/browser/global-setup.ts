import { spawnSync } from 'node:child_process';
import { writeSync } from 'node:fs';
import { projectPath } from '../support/source';
import { findChromium } from './chromium';

/** Once per run: builds the page, unless it is as its sources are. */
export default function globalSetup(): void {
  if (!findChromium()) {
    writeSync(2, '\nNo Chromium or Chrome on this machine: the browser tests are skipped.\n');
    return;
  }
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build-practice.mjs', 'page'], {
    cwd: projectPath('.'),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the practice page can't be built:\n${stderr}`);
}
