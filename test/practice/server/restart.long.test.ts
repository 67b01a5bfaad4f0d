import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Doing, Outcome, Scene } from '../../../src/practice/protocol';
import { eventually } from '../../support/eventually';
import { databasePid, givePracticeHome } from '../practice-process';
import { ask } from './asking';
import { openListener, type StreamListener } from './listening';
import { sceneOf } from './open-page';

jest.setTimeout(60_000);

const home = givePracticeHome();

/** Starts it and waits for its page. */
async function start(flags: string[] = []) {
  const practice = home.start(flags);
  await practice.says('Ctrl-C');
  const port = Number(/http:\/\/127\.0\.0\.1:(\d+)\//.exec(practice.output())?.[1]);
  return { practice, port };
}

async function perform(port: number, doing: Doing): Promise<Outcome> {
  const headers = { origin: `http://localhost:${port}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ as: 'U0MORI', doing });
  return JSON.parse((await ask({ port, pathname: '/api/do', method: 'POST', headers, body })).text);
}

async function occupy(port: number) {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { [Symbol.asyncDispose]: async () => void server.close() };
}

async function openForm(port: number, listener: StreamListener): Promise<string> {
  await perform(port, { kind: 'command', channel: 'C0TEAM', line: '/checkin' });
  const isForm = (view: Scene['modals'][number]) => view.blocks.some(({ block_id: id }) => id === 'note');
  const { modals } = await listener.hears('modals', (event) => event.modals.some(isForm));
  return modals[0]?.id ?? '';
}

const teamOf = (scene: Scene) => scene.conversations.find(({ id }) => id === 'C0TEAM');

it('ends at once though pages are open, and has everything again where it was', async () => {
  const first = await start();
  const listener = await openListener(first.port, 'U0MORI');
  const before = sceneOf(listener.events());
  expect(teamOf(before)?.unread).toBe(1);
  const page = await ask({ port: first.port, pathname: '/api/messages?as=U0MORI&channel=C0TEAM' });
  const [digest] = JSON.parse(page.text).messages;
  await perform(first.port, { kind: 'read', channel: 'C0TEAM', ts: digest.ts });
  const viewId = await openForm(first.port, listener);
  const values = { note: { field: '声が明るい' } };
  expect(await perform(first.port, { kind: 'type', viewId, values })).toEqual({ ok: true });
  expect(await perform(first.port, { kind: 'move_clock', to: 'next_morning' })).toEqual({ ok: true });

  const began = Date.now();
  first.practice.child.kill('SIGINT');
  expect((await first.practice.ended()).code).toBe(0);
  expect(Date.now() - began).toBeLessThan(6000);
  expect(await eventually(async () => listener.ended(), Boolean)).toBe(true);
  expect(databasePid(home.cwd)).toBeUndefined();

  const second = await start();
  expect(second.port).toBe(first.port);
  const after = sceneOf((await openListener(second.port, 'U0MORI')).events());
  expect(teamOf(after)).toMatchObject({ unread: 1, lastReadTs: digest.ts });
  expect(after.clock.now.slice(0, 10) > before.clock.now.slice(0, 10)).toBe(true);
});

it('has its page elsewhere when its old place is taken', async () => {
  const first = await start();
  first.practice.child.kill('SIGINT');
  await first.practice.ended();
  await using _taken = await occupy(first.port);
  const second = await start();
  expect(second.port).not.toBe(first.port);
  expect(await ask({ port: second.port, pathname: '/api/people' })).toMatchObject({ status: 200 });
  second.practice.child.kill('SIGINT');
  await second.practice.ended();

  const told = home.start(['--port', String(first.port)]);
  const { code, output } = await told.ended();
  expect(code).toBe(2);
  expect(output).toContain(`npm run practice: port ${first.port} is taken, expected a free one or no --port`);
});
