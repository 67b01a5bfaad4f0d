import { until } from '../../src/db/embedded/process';
import { databasePid, givePracticeHome } from './practice-process';

jest.setTimeout(40_000);

const home = givePracticeHome();

/** The moment at which the database runs and its schema and sample are on their way. */
async function databaseRuns(): Promise<void> {
  expect(await until(() => databasePid(home.cwd) !== undefined, 15_000)).toBe(true);
}

describe('stopping npm run practice', () => {
  it('leaves nothing running when it is stopped while it starts', async () => {
    const practice = home.start();
    await databaseRuns();
    practice.child.kill('SIGINT');
    const { code, output } = await practice.ended();
    expect({ code, output: output.includes('failed') }).toEqual({ code: 0, output: false });
    expect(databasePid(home.cwd)).toBeUndefined();
  });

  it('takes nothing half made for whole after it was stopped while it started', async () => {
    const practice = home.start();
    await databaseRuns();
    practice.child.kill('SIGKILL');
    await practice.ended();
    const again = home.start();
    await again.says('Ctrl-C');
    expect(again.output()).toContain('http://127.0.0.1:');
    expect(again.output()).not.toContain('It goes on where it was left.');
  });

  it('ends with the npm that started it, whose shell keeps the signal to itself', async () => {
    const practice = home.start([], { throughShell: true, env: { npm_lifecycle_event: 'practice' } });
    await practice.says('Ctrl-C');
    expect(databasePid(home.cwd)).toBeDefined();
    practice.child.kill('SIGTERM');
    expect(await until(() => databasePid(home.cwd) === undefined, 15_000)).toBe(true);
  });
});
