import type { HomeKey } from '../../src/db/homes';
import type { Deps } from '../../src/deps';
import { messagesFor } from '../../src/i18n';
import { homeView } from '../../src/slack/home/view';
import { cardView } from '../../src/slack/modals/card/view';
import { buildHome } from '../../src/usecases/build-home';
import { openLearnerCard } from '../../src/usecases/open-learner-card';
import { startDatabases, withClient } from './databases';
import { openDeps } from './deps';
import { type Line, ratioLine, report, say, timeLine } from './report';
import { inTurns, timed } from './turns';

const rounds = 400;
const warmUp = 100;
/** How many people and learners of each database are looked at, about: too many to be read once and be at hand. */
const looks = 500;

/** `npm run bench -- home`. Returns whether every bound holds. */
export async function benchHome(): Promise<boolean> {
  say('Making up learners …');
  const databases = await startDatabases();
  const worlds: World[] = [];
  try {
    const few = await openWorld(databases.thousand);
    worlds.push(few);
    const many = await openWorld(databases.million);
    worlds.push(many);
    return report('Home and card, from live data to blocks (medians)', await measure(few, many));
  } finally {
    for (const { deps } of worlds) await deps.close();
    await databases.stop();
  }
}

interface World {
  deps: Deps;
  supporters: HomeKey[];
  leads: HomeKey[];
  /** Learners, each with the supporter who opens the card. */
  cards: { workspaceId: string; learnerId: string; viewerId: string }[];
}

async function openWorld(databaseUrl: string): Promise<World> {
  const any = (columns: string, from: string, where = 'true') =>
    withClient(databaseUrl, async (client) => {
      const text = `select workspace_id as "workspaceId", ${columns} from ${from} where ${where}`;
      const { rows } = await client.query(`${text} order by random() limit ${looks}`);
      return rows;
    });
  const person = 'user_id as "userId"';
  return {
    supporters: await any(person, 'supporters', `role = 'supporter'`),
    leads: await any(person, 'supporters', `role = 'lead'`),
    cards: await any('id as "learnerId", companion_id as "viewerId"', 'learners'),
    deps: openDeps(databaseUrl),
  };
}

async function measure(few: World, many: World): Promise<Line[]> {
  const kinds = [
    { what: 'Home of a supporter', draw: ({ deps, supporters }: World) => drawHome(deps, oneOf(supporters)) },
    { what: 'Home of a lead', draw: ({ deps, leads }: World) => drawHome(deps, oneOf(leads)) },
    { what: "a learner's card", draw: ({ deps, cards }: World) => drawCard(deps, oneOf(cards)) },
  ];
  const figures = kinds.flatMap(({ draw }) => [few, many].map((world) => () => timed(() => draw(world))));
  const medians = await inTurns(figures, { rounds, warmUp });
  return kinds.flatMap(({ what }, i) => {
    const [fewMs = 0, manyMs = 0] = medians.slice(2 * i);
    return [
      timeLine(`${what}, 1,000 learners`, fewMs),
      timeLine(`${what}, 1,000,000 learners`, manyMs),
      ratioLine(`${what}, 1,000,000 against 1,000`, manyMs, fewMs, 1.3),
    ];
  });
}

/** @throws {Error} when there is nobody to be seen in it. */
async function drawHome(deps: Deps, key: HomeKey): Promise<void> {
  const { db, now } = deps.context();
  const built = await buildHome(db, key, now);
  if (!built?.home) throw new Error(`bench: ${JSON.stringify(key)}: expected a Home`);
  const { home, locale } = built;
  const seen = [...home.due.rows, ...home.week.flatMap(({ due }) => due)];
  if (seen.length === 0) throw new Error(`bench: ${JSON.stringify(key)}: expected learners to contact`);
  homeView(home, messagesFor(locale));
}

async function drawCard(deps: Deps, asked: World['cards'][number]): Promise<void> {
  const { card, today, locale } = await openLearnerCard(deps.context(), asked);
  const { learnerId } = asked;
  cardView(card, today, messagesFor(locale), { locale, channelId: null, learnerId });
}

/** @throws {Error} when there is none. */
function oneOf<T>(things: readonly T[]): T {
  const thing = things[Math.floor(Math.random() * things.length)];
  if (thing === undefined) throw new Error('bench: expected people and learners in the database');
  return thing;
}
