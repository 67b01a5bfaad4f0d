import { and, asc, eq, lte } from 'drizzle-orm';
import { learners } from '../../src/db/schema';
import type { LocalDate } from '../../src/domain/dates';
import { type Messages, messagesFor } from '../../src/i18n';
import { textsFor } from '../../src/practice/page/texts';
import type { Texts } from '../../src/practice/page/texts/en';
import {
  englishChannel,
  englishProgram,
  sampleProgram,
  teamChannel,
} from '../../src/practice/sample/workspace';
import type { OpenPage } from '../practice/server/open-page';

/** A team of the practice workspace, and what it reads. */
export interface Team {
  locale: 'ja' | 'en';
  channel: { id: string; name: string };
  program: { name: string };
  supporter: string;
  /** Banso's words and the page's. */
  t: Messages;
  page: Texts;
  /** What Slack says of an empty field that must be filled in. */
}

export const teams: Record<'ja' | 'en', Team> = {
  ja: {
    locale: 'ja',
    channel: teamChannel,
    program: sampleProgram,
    supporter: 'U0MORI',
    t: messagesFor('ja'),
    page: textsFor('ja'),
  },
  en: {
    locale: 'en',
    channel: englishChannel,
    program: englishProgram,
    supporter: 'U0MAYA',
    t: messagesFor('en'),
    page: textsFor('en'),
  },
};

/** The day on which a stage stands: the Tuesday after a holiday. */
export const today: LocalDate = '2026-11-24';

export interface DueLearner {
  id: string;
  name: string;
  /** As one types it: kana, or the name itself where it is in Latin letters. */
  typed: string;
  floorOn: LocalDate;
}

/** Who of a supporter's caseload is still due, in the order of the lists, but for people of one name. */
export async function dueLearners(
  { practice }: OpenPage,
  companionId: string,
  on: LocalDate = today,
): Promise<DueLearner[]> {
  const { db } = practice.banso.deps;
  const mine = await db.select().from(learners).where(eq(learners.companionId, companionId));
  const isUnique = (name: string) => mine.filter((one) => one.name === name).length === 1;
  const due = await db
    .select()
    .from(learners)
    .where(and(eq(learners.companionId, companionId), eq(learners.status, 'active'), lte(learners.dueOn, on)))
    .orderBy(asc(learners.dueOn), asc(learners.readingKey));
  return due.flatMap(({ id, name, reading, floorOn }) =>
    isUnique(name) && floorOn ? [{ id, name, typed: reading || name, floorOn }] : [],
  );
}
