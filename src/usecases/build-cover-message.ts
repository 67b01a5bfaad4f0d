import type { Queryable } from '../db/client';
import { countCards, coverCards } from '../db/cover-cards';
import { findRequestStory, requestedLearners } from '../db/cover-requests';
import { type Delivery, listPages } from '../db/deliveries';
import { findMember } from '../db/members';
import type { RequestStory } from '../domain/cover';
import type { CoverCard } from '../domain/cover-card';
import { type LocalDate, localDateAt } from '../domain/dates';
import type { Locale } from '../domain/locale';
import { isStintOver } from '../domain/reminders';

/** A request as its reader sees it now. */
export interface BuiltRequest {
  locale: Locale;
  requestId: string;
  story: RequestStory;
  /** Whether its absence is over or taken back. */
  over: boolean;
}

/** Null: the reader or the request is gone. */
export async function buildRequest(
  db: Queryable,
  delivery: Delivery,
  now: Date,
): Promise<BuiltRequest | null> {
  const { requestId } = delivery;
  const member = await findMember(db, delivery, delivery.recipient);
  const story = requestId && (await findRequestStory(db, delivery, requestId));
  if (!member || !story || !requestId) return null;
  return { locale: member.locale, requestId, story, over: isOver(story, now) };
}

function isOver({ absence }: RequestStory, now: Date): boolean {
  return absence !== null && (absence.cancelled || isStintOver({ ...absence, until: absence.to }, now));
}

/** The same, with whom it is about. */
export async function buildCoverRequest(db: Queryable, delivery: Delivery, now: Date) {
  const built = await buildRequest(db, delivery, now);
  return built && { ...built, learners: await requestedLearners(db, delivery, built.requestId) };
}

export interface BuiltCards {
  locale: Locale;
  /** The request that was accepted; null: a learner who was taken without one. */
  story: RequestStory | null;
  page: number;
  pages: number;
  total: number;
  cards: { card: CoverCard; today: LocalDate; moved: boolean }[];
}

/** The cards on one page, of learners whom she may see. Null: there is nothing to take over any more. */
export async function buildCards(db: Queryable, delivery: Delivery, now: Date): Promise<BuiltCards | null> {
  const member = await findMember(db, delivery, delivery.recipient);
  if (!member) return null;
  const request = delivery.requestId ? await buildRequest(db, delivery, now) : null;
  if (delivery.requestId && (!request || request.over || request.story.status !== 'accepted')) return null;
  const pages = await listPages(db, delivery);
  const total = await countCards(
    db,
    delivery,
    pages.map(({ id }) => id),
  );
  const { page } = delivery;
  const story = request?.story ?? null;
  const cards = (await coverCards(db, delivery)).map((card) => ({
    card,
    today: localDateAt(now, card.zone),
    moved: isElsewhere(card, story),
  }));
  // The first page stands for the others, which are replies to it.
  if (total === 0 || (page > 0 && cards.length === 0)) return null;
  return { locale: member.locale, story, page, pages: pages.length, total, cards };
}

/** Whether a learner has left the absent one's caseload, or the course, since her cover was agreed. */
function isElsewhere({ status, companionId }: CoverCard, story: RequestStory | null): boolean {
  if (status === 'completed' || status === 'withdrawn') return true;
  return story?.absence != null && companionId !== story.fromId;
}
