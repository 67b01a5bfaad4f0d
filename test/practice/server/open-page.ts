import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import { createPracticeClock } from '../../../src/practice/clock';
import type { Doing, Outcome, Scene, StreamEvent } from '../../../src/practice/protocol';
import { type RunningPage, startPage } from '../../../src/practice/server/page-server';
import { Stages } from '../../../src/practice/stages';
import { type Practice, readManifest, startPractice } from '../../../src/practice/start';
import { projectPath } from '../../support/source';
import { practiceFolder, removeFolder } from '../practice-process';
import { type Answer, ask } from './asking';
import { openListener, type StreamListener } from './listening';

/** A started practice workspace with its page. */
export interface OpenPage {
  practice: Practice;
  page: RunningPage;
  get(pathname: string): Promise<Answer>;
  /** As the page itself asks. */
  post(pathname: string, body: string | Buffer, headers?: Record<string, string>): Promise<Answer>;
  perform(as: string, doing: Doing): Promise<Outcome>;
  listen(as: string): Promise<StreamListener>;
  close(): Promise<void>;
}

const morning = new Date('2026-11-24T00:00:00Z');

/** What stands for the built page. */
const pageFiles = {
  'index.html': '<title>Banso</title>',
  'assets/index-1a2b.js': 'export {};',
  'assets/index-1a2b.css': 'body {}',
  'secret.txt': 'not for the page',
};

interface Options {
  pingMs?: number;
  /** The page that `npm run practice` builds, instead of what stands for it. */
  built?: boolean;
  /** Where the clock stands. Default: the morning of a Tuesday after a holiday. */
  at?: Date;
  /** What the app may do beside what its manifest says. */
  moreScopes?: readonly string[];
}

export async function openPracticePage({
  pingMs = 15_000,
  built = false,
  at = morning,
  moreScopes = [],
}: Options = {}): Promise<OpenPage> {
  const folder = practiceFolder();
  const pageDir = built ? projectPath('dist/practice/page') : path.join(folder, 'page');
  for (const [file, text] of Object.entries(built ? {} : pageFiles)) {
    mkdirSync(path.dirname(path.join(pageDir, file)), { recursive: true });
    writeFileSync(path.join(pageDir, file), text);
  }
  const stages = new Stages();
  const clockFor = () => {
    const clock = createPracticeClock();
    clock.moveTo(at);
    return clock;
  };
  const logger = pino({ level: 'silent' });
  const input = {
    dataDir: path.join(folder, 'data'),
    fresh: false,
    temporary: true,
    logger,
    clockFor,
    manifest: withScopes(moreScopes),
  };
  const practice = await startPractice(input, stages);
  const page = await stages.begin(
    () => startPage(practice, { port: 0, pageDir, pingMs }),
    (started) => started.close(),
  );
  const { port } = page;
  const own = { origin: `http://localhost:${port}` };
  const post: OpenPage['post'] = (pathname, body, headers = { 'content-type': 'application/json' }) =>
    ask({ port, pathname, method: 'POST', body, headers: { ...own, ...headers } });
  return {
    practice,
    page,
    get: (pathname) => ask({ port, pathname }),
    post,
    perform: async (as, doing) => {
      const { status, text } = await post('/api/do', JSON.stringify({ as, doing }));
      if (status !== 200) throw new Error(`${status} ${text}`);
      return JSON.parse(text);
    },
    listen: (as) => openListener(port, as),
    close: async () => {
      await stages.close();
      removeFolder(folder);
    },
  };
}

function withScopes(scopes: readonly string[]): ReturnType<typeof readManifest> {
  const manifest = readManifest();
  manifest.oauth_config?.scopes?.bot?.push(...scopes);
  return manifest;
}

/** The first thing that a stream says. */
export function sceneOf(events: readonly StreamEvent[]): Scene {
  const [first] = events;
  if (first?.kind !== 'scene') throw new Error(`expected a scene, found ${first?.kind}`);
  return first.scene;
}
