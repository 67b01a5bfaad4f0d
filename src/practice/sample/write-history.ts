import { eq } from 'drizzle-orm';
import { newId } from '../../db/ids';
import type { Learner } from '../../db/learners';
import { addLibraryEntries } from '../../db/library-entries';
import { loadProgramRules } from '../../db/programs';
import { checkIns, learners, promises } from '../../db/schema';
import { addDays, instantAt, type LocalDate, localDateAt } from '../../domain/dates';
import type { ProgramRules } from '../../domain/program-rules';
import type { Roster } from '../../domain/roster';
import type { ProgramScope } from '../../domain/scope';
import { type Context, transact, type Unit } from '../../usecases/context';
import type { Past } from './contact-days';
import { shareFreshWinsOnly } from './fresh-wins';
import { makeHistory, type PastContact } from './history';
import { keepMessages } from './kept-messages';
import type { SampleMessage } from './library/library';
import { type Life, restateLives } from './restate-lives';
import { shelveContacts } from './shelve-contacts';

/** Rows per statement: a statement takes 65,535 parameters, a check-in about 20 of them. */
const batch = 1000;

interface Telling extends Omit<Past, 'rules' | 'today'> {
  roster: Roster;
  /** Who wrote to learners who have no companion now, by Slack's id. */
  standIn: string;
  /** What the team sent and kept. */
  messages: readonly SampleMessage[];
}

/** Gives imported learners a past, in bulk: whoever starts practice waits. */
export async function writeHistory(
  context: Context,
  scope: ProgramScope,
  { roster, standIn, messages, ...telling }: Telling,
): Promise<void> {
  await transact(context, async (unit) => {
    const rules = await loadProgramRules(unit.db, scope);
    const today = localDateAt(unit.now, rules.zone);
    const imported = await unit.db.select().from(learners).where(eq(learners.programId, scope.programId));
    const byName = new Map(imported.map((learner) => [keyOf(learner), learner]));
    const lives = roster.rows.flatMap(({ learner }) => {
      const stored = byName.get(keyOf(learner));
      return stored
        ? [
            {
              learner: stored,
              history: makeHistory(learner, { ...telling, rules, today }),
              author: learner.companionId ?? standIn,
            },
          ]
        : [];
    });
    shareFreshWinsOnly(lives.flatMap(({ history }) => history.contacts));
    const told = lives.map(({ learner, history }) => ({ learner, contacts: history.contacts }));
    const kept = keepMessages(told, messages);
    const logged = await insertContacts(unit, lives, rules);
    await addLibraryEntries(unit.db, shelveContacts(logged, kept));
    await restateLives(unit, scope, lives, rules);
  });
}

/** One program has a name and start date only once. */
function keyOf({ name, startedOn }: { name: string; startedOn: LocalDate }): string {
  return `${startedOn} ${name}`;
}

async function insertContacts(
  { db, now }: Unit,
  lives: readonly Life[],
  rules: ProgramRules,
): Promise<Entry[]> {
  const today = localDateAt(now, rules.zone);
  const contacts = lives.flatMap(({ learner, history, author }) =>
    history.contacts.map((contact) => ({ id: newId(), learner, author, contact })),
  );
  for (let at = 0; at < contacts.length; at += batch) {
    await db.insert(checkIns).values(contacts.slice(at, at + batch).map(checkInRow));
  }
  const promised = contacts.flatMap((entry) => promiseRow(entry, today, rules.zone) ?? []);
  if (promised.length > 0) await db.insert(promises).values(promised);
  return contacts;
}

interface Entry {
  id: string;
  learner: Learner;
  author: string;
  contact: PastContact;
}

function checkInRow({ id, learner, author, contact }: Entry): typeof checkIns.$inferInsert {
  const { promise: _promise, ...content } = contact.content;
  return {
    ...placeOf(learner),
    ...content,
    id,
    authorId: author,
    counts: true,
    submissionKey: `practice-${id}`,
    createdAt: contact.loggedAt,
  };
}

/** What was promised for the days before yesterday was kept in the evening of its day. */
function promiseRow(
  { id, learner, author, contact }: Entry,
  today: LocalDate,
  zone: string,
): typeof promises.$inferInsert | null {
  const { promise } = contact.content;
  if (!promise) return null;
  const kept = promise.dueOn < addDays(today, -1);
  return {
    ...placeOf(learner),
    ...promise,
    checkInId: id,
    madeBy: author,
    ...(kept && { keptAt: instantAt(promise.dueOn, '18:00', zone), keptBy: author }),
  };
}

function placeOf({ workspaceId, programId, id: learnerId }: Learner) {
  return { workspaceId, programId, learnerId };
}
