import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../browser/chromium';
import { type Team, teams } from '../browser/people';
import { openStage } from '../browser/stage';
import { projectPath } from '../support/source';
import { pictures } from './pictures';

/** An ordinary Thursday, at nine in Tokyo. */
const thursday = new Date('2026-11-26T00:00:00Z');

const folder = projectPath('docs/pictures');

/** `npm run pictures`: takes the README's pictures from the real page, in both languages, at twice the size. */
async function main(): Promise<void> {
  const chromium = findChromium();
  if (!chromium)
    throw new Error('pictures: no Chromium or Chrome on this machine; CHROME_PATH names one elsewhere');
  mkdirSync(folder, { recursive: true });
  for (const team of Object.values(teams)) await takeAll(chromium, team);
}

/** Each language in a browser that speaks it. */
async function takeAll(chromium: string, team: Team): Promise<void> {
  const language = team.locale === 'ja' ? 'ja' : 'en-US';
  const stage = await openStage(chromium, { at: thursday, language });
  try {
    const { slack } = stage.open.practice;
    const hasLists = () => slack.messages(team.channel.id).length > 0 && slack.dm(team.supporter).length > 0;
    await slack.until(hasLists, 20_000);
    for (const [name, take] of Object.entries(pictures)) {
      const file = `${name}-${team.locale}.png`;
      await take(stage, team, path.join(folder, file));
      process.stdout.write(`docs/pictures/${file}\n`);
    }
    const faults = await stage.leave();
    if (faults.length > 0) throw new Error(`pictures: ${faults.join('\n')}`);
  } finally {
    await stage.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
