import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where Chrome is when no command starts it. */
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The Chromium or Chrome of this machine; null: it has none. CHROME_PATH names one that is elsewhere. */
export function findChromium(): string | null {
  const { CHROME_PATH: told, PATH = '' } = process.env;
  const onPath = PATH.split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [told, ...onPath, ...usualPlaces].find((file) => file && isExecutable(file)) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What native fields are written in: a date is typed in the order of this language. */
export type BrowserLanguage = 'en-US' | 'ja';

/** A browser that shows itself to nobody and asks nobody on the network for anything. */
export function launchChromium(executablePath: string, language: BrowserLanguage): Promise<Browser> {
  return chromium.launch({
    executablePath,
    // Linux goes by this variable, others by the flag.
    env: { ...process.env, LANGUAGE: language },
    args: [
      // Root may not have Chromium's own sandbox.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--disable-sync',
      `--lang=${language}`,
      '--no-first-run',
    ],
  });
}

/** Declares a suite that needs a browser; without one it is skipped, and global-setup says so. */
export function describeInBrowser(name: string, suite: (executablePath: string) => void): void {
  const found = findChromium();
  // biome-ignore lint/suspicious/noSkippedTests: not every machine has a browser.
  if (!found) describe.skip(name, () => void it('needs Chromium or Chrome', () => undefined));
  else describe(name, () => suite(found));
}
