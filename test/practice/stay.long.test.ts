import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { databasePid, givePracticeHome, type PracticeProcess } from './practice-process';

jest.setTimeout(60_000);

const home = givePracticeHome();

async function stop(practice: PracticeProcess, signal: NodeJS.Signals) {
  practice.child.kill(signal);
  return practice.ended();
}

interface KeptSlack {
  slack: { messages: Record<string, { ts: string; text: string; thread_ts?: string }[]> };
}

/** The lists of the day; what asks about those left, from noon on, stands in their threads. */
function keptLists() {
  const kept: KeptSlack = JSON.parse(readFileSync(path.join(home.cwd, '.data/practice/slack.json'), 'utf8'));
  return (kept.slack.messages.C0TEAM ?? []).filter(({ ts, thread_ts: of = ts }) => of === ts);
}

describe('npm run practice', () => {
  it('shows the list of the day, keeps everything for the next start, and starts over when told to', async () => {
    const first = home.start([]);
    await first.says('Ctrl-C');
    expect(first.output()).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
    expect((await stop(first, 'SIGINT')).code).toBe(0);
    expect(databasePid(home.cwd)).toBeUndefined();
    const [list, ...others] = keptLists();
    expect(others).toEqual([]);

    const second = home.start([]);
    await second.says('Ctrl-C');
    expect(second.output()).toContain('It goes on where it was left.');
    expect((await stop(second, 'SIGTERM')).code).toBe(0);
    expect(keptLists().map(({ ts }) => ts)).toEqual([list?.ts]);

    const third = home.start(['--fresh']);
    await third.says('Ctrl-C');
    expect(third.output()).not.toContain('It goes on where it was left.');
    await stop(third, 'SIGINT');
    expect(keptLists().map(({ ts }) => ts)).not.toEqual([list?.ts]);
    expect(databasePid(home.cwd)).toBeUndefined();
  });

  it('says what to do when what was kept cannot be read', async () => {
    const folder = path.join(home.cwd, '.data/practice');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'slack.json'), '{"version":1,');
    const { code, output } = await home.start([]).ended();
    expect(code).toBe(1);
    expect(output).toContain('slack.json');
    expect(output).toContain('npm run practice -- --fresh');
    expect(databasePid(home.cwd)).toBeUndefined();
  });
});

describe('npm run practice, not used as it has to be', () => {
  it.each([
    [
      ['--bogus'],
      {},
      'npm run practice: --bogus is unknown, expected --tour, --fresh, --port N or nothing\n',
    ],
    [
      [],
      { NODE_ENV: 'production' },
      'npm run practice: NODE_ENV is production, and practice is not for production\n',
    ],
  ])('%j with %j ends with one clear line', async (flags, env, line) => {
    const { code, output } = await home.start(flags, { env }).ended();
    expect({ code, output }).toEqual({ code: 2, output: line });
    expect(existsSync(path.join(home.cwd, '.data'))).toBe(false);
  });
});
