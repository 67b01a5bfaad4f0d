import { groupBy } from '../../domain/grouping';
import { courseWeek } from '../../domain/learner-card';
import type { RosterLearner } from '../../domain/roster';
import type { PastContact } from './history';
import type { SampleMessage } from './library/library';

/** Whoever looks at a learner reads her last contacts: these rather stay as the story tells them. */
const lastOnes = 3;

/** What speaks against a place, counted in course weeks. */
const against = { eachMessageBefore: 4, amongTheLast: 20, talked: 30 } as const;

/** What the sample's messages call the learner. */
const somebody = /○○|\[name\]/g;

interface Told {
  learner: Pick<RosterLearner, 'name' | 'startedOn' | 'endsOn'>;
  /** Oldest first. */
  contacts: readonly PastContact[];
}

interface Place {
  learner: Told['learner'];
  contact: PastContact;
  isLast: boolean;
}

/**
 * Has the team's check-ins keep the sample's messages, each in the unit it was written for and as close to its week as
 * there is one, rather of many learners than of one: its situation becomes the note, its answer the learner's words. One
 * for which nothing fits is left out. Changes the contacts. @returns which contact keeps which message
 */
export function keepMessages(
  lives: readonly Told[],
  messages: readonly SampleMessage[],
): Map<PastContact, SampleMessage> {
  const places = lives.flatMap(({ learner, contacts }) =>
    contacts.map((contact, at) => ({ learner, contact, isLast: at >= contacts.length - lastOnes })),
  );
  const byUnit = groupBy(places, ({ contact }) => contact.content.unit);
  const kept = new Map<PastContact, SampleMessage>();
  const times = new Map<Told['learner'], number>();
  for (const message of messages) {
    const costOf = (place: Place) =>
      misfit(place, message) + against.eachMessageBefore * (times.get(place.learner) ?? 0);
    const free = (byUnit.get(message.unit) ?? []).filter(({ contact }) => !kept.has(contact));
    const [best] = free.map((place) => ({ place, cost: costOf(place) })).sort((a, b) => a.cost - b.cost);
    if (!best || best.cost === Number.POSITIVE_INFINITY) continue;
    const { learner, contact } = best.place;
    keep(best.place, message);
    kept.set(contact, message);
    times.set(learner, (times.get(learner) ?? 0) + 1);
  }
  return kept;
}

/** A message that was answered stands with an answer, one that wasn't with a message that was only sent. */
function misfit({ learner, contact, isLast }: Place, message: SampleMessage): number {
  const { outcome, shareAsWin, contactedOn } = contact.content;
  if (shareAsWin || (outcome === 'sent') !== (message.reaction === '')) return Number.POSITIVE_INFINITY;
  const { week } = courseWeek(learner, contactedOn);
  const apart = Math.abs((week ?? 0) - message.courseWeek);
  return apart + (isLast ? against.amongTheLast : 0) + (outcome === 'talked' ? against.talked : 0);
}

function keep({ learner, contact: { content } }: Place, message: SampleMessage): void {
  const [name = ''] = learner.name.split(/[\s　]/);
  content.sentText = message.text.replace(somebody, () => name);
  content.sentTextHelped = message.helped;
  content.note = message.situation;
  if (content.outcome === 'sent') return;
  content.learnerWords = message.reaction;
  content.concerns = [...message.concerns];
}
