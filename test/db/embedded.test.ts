import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { type EmbeddedServer, startEmbedded } from '../../src/db/embedded';
import { isAlive, until } from '../../src/db/embedded/process';

const root = path.resolve(__dirname, '../..');

let dataDir: string;
let server: EmbeddedServer | undefined;
let child: ChildProcess | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'banso-embedded-'));
});

afterEach(async () => {
  child?.kill('SIGKILL');
  await server?.stop();
  if (server) rmSync(server.home, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
  server = child = undefined;
});

/**
 * Starts the server from a process of its own, which answers with the address and then waits. On SIGINT it
 * first uses the database and then stops it.
 */
async function startInChild(): Promise<{ url: string; home: string }> {
  const script = `
    const { Client } = require('pg');
    const dataDir = ${JSON.stringify(dataDir)};
    require('./src/db/embedded.ts').startEmbedded({ dataDir }).then(({ url, home, stop }) => {
      const waiting = setInterval(() => {}, 60000);
      process.once('SIGINT', async () => {
        const client = new Client(url);
        await client.connect();
        await client.query('CREATE TABLE last_words ()');
        await client.end();
        await stop();
        clearInterval(waiting);
      });
      console.log(JSON.stringify({ url, home }));
    });`;
  child = spawn(process.execPath, ['-r', './test/support/typescript.js', '-e', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const [answer] = await once(child.stdout ?? child, 'data');
  return JSON.parse(String(answer));
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

function serverPid(home: string): number {
  return Number.parseInt(readFileSync(path.join(home, 'cluster', 'postmaster.pid'), 'utf8'), 10);
}

describe('the embedded PostgreSQL', () => {
  it('stores UTF-8 and knows its letters, on this machine only', async () => {
    server = await startEmbedded({ dataDir });
    const settings = `SELECT upper('ñ伴走') AS text, current_setting('server_encoding') AS encoding,
      current_setting('listen_addresses') AS address, current_setting('TimeZone') AS zone`;
    expect(await query(server.url, settings)).toEqual([
      { text: 'Ñ伴走', encoding: 'UTF8', address: '127.0.0.1', zone: 'UTC' },
    ]);
  });

  it('keeps its data from one start to the next', async () => {
    server = await startEmbedded({ dataDir });
    await query(server.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    await server.stop();
    server = await startEmbedded({ dataDir });
    expect(await query(server.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  it('asks for the password', async () => {
    server = await startEmbedded({ dataDir });
    const stranger = new URL(server.url);
    stranger.password = 'guess';
    await expect(query(stranger.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  it('starts over an unfinished set-up', async () => {
    mkdirSync(path.join(dataDir, 'cluster.new'));
    writeFileSync(path.join(dataDir, 'cluster.new', 'PG_VERSION'), '18');
    server = await startEmbedded({ dataDir });
    expect(await query(server.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('stands where its account can reach it, although the folder is closed to others', async () => {
    const closed = path.join(dataDir, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const home = path.join(closed, 'data');
    server = await startEmbedded({ dataDir: home });
    expect(await query(server.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    expect(path.dirname(server.home)).toBe(process.getuid?.() === 0 ? '/var/lib/banso' : closed);
  });

  it('starts over when its folder was removed, wherever the data went', async () => {
    const closed = path.join(dataDir, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const home = path.join(closed, 'data');
    server = await startEmbedded({ dataDir: home });
    await query(server.url, 'CREATE TABLE old ()');
    await server.stop();
    rmSync(home, { recursive: true });
    server = await startEmbedded({ dataDir: home });
    await expect(query(server.url, 'SELECT FROM old')).rejects.toThrow(/does not exist/);
  });

  it('says why it does not start', async () => {
    const flags = ['-c', 'max_connections=none'];
    await expect(startEmbedded({ dataDir, flags })).rejects.toThrow(
      /did not start in .*: .*invalid value for parameter "max_connections"/,
    );
  });
});

describe('when the process that started it', () => {
  it('is killed, the server ends too, and the next start keeps the data', async () => {
    const first = await startInChild();
    await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    const pid = serverPid(first.home);
    child?.kill('SIGKILL');
    expect(await until(() => !isAlive(pid), 10_000)).toBe(true);
    server = await startEmbedded({ dataDir });
    expect(await query(server.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  it('is interrupted at the terminal, it closes before the server does', async () => {
    const first = await startInChild();
    const pid = serverPid(first.home);
    process.kill(-(child?.pid ?? Number.NaN), 'SIGINT');
    await once(child ?? process, 'exit');
    expect(isAlive(pid)).toBe(false);
    server = await startEmbedded({ dataDir });
    expect(await query(server.url, 'SELECT FROM last_words')).toEqual([]);
  });

  it('is still running, a second start is refused and names it', async () => {
    const first = await startInChild();
    await expect(startEmbedded({ dataDir })).rejects.toThrow(
      new RegExp(`in use by another running Banso \\(process ${child?.pid}\\)`),
    );
    expect(await query(first.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('is still running, whoever asks to share joins its server and leaves it running', async () => {
    const first = await startInChild();
    const joined = await startEmbedded({ dataDir, share: true });
    expect(joined.url).toBe(first.url);
    await joined.stop();
    expect(await query(first.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('is gone but the server is not, the next start takes its place', async () => {
    const first = await startEmbedded({ dataDir });
    const orphan = serverPid(first.home);
    writeFileSync(path.join(first.home, 'owner.pid'), '2147483646\n');
    server = await startEmbedded({ dataDir });
    expect(isAlive(orphan)).toBe(false);
    expect(await query(server.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await first.stop();
  });

  it('left a lock that names some other program, that program is left alone', async () => {
    server = await startEmbedded({ dataDir });
    await server.stop();
    writeFileSync(path.join(server.home, 'cluster', 'postmaster.pid'), `${process.pid}\n`);
    server = await startEmbedded({ dataDir });
    expect(await query(server.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });
});
