import type { CareRole } from './care';
import type { CheckInContent } from './check-in';
import type { LocalDate } from './dates';

/** Something that happened around a learner. Each kind has its own `TimelineSource` in db/timelines. */
export type TimelineEntry = CheckInEntry | AnswerEntry | PauseEntry | HandoverEntry | ConsultationEntry;

interface Happened {
  id: string;
  /** The day it stands under: a contact's own, whenever it was logged. */
  on: LocalDate;
}

export interface CheckInEntry
  extends Happened,
    Pick<CheckInContent, 'outcome' | 'motivation' | 'unit' | 'studyHours' | 'concerns' | 'note'>,
    Pick<CheckInContent, 'learnerWords' | 'sentText' | 'flaggedFor'> {
  kind: 'checkIn';
  authorName: string;
  /** Whether it was corrected since it was logged. */
  corrected: boolean;
  /** Whether the viewer may correct it. */
  correctable: boolean;
}

/** What mentor or advisor answered, under the day in the program's zone. */
export interface AnswerEntry extends Happened {
  kind: 'answer';
  authorName: string;
  role: CareRole;
  text: string;
}

/** Under its first day, which may be one to come. */
export interface PauseEntry extends Happened {
  kind: 'pause';
  to: LocalDate;
  reason: string;
}

/** That she went to another companion, who had agreed to it or taken her over; under the day in the program's zone. */
export interface HandoverEntry extends Happened {
  kind: 'handover';
  /** Null: nobody accompanied her. */
  fromName: string | null;
  toName: string;
}

/** That the team was asked about her; with her name hidden, only for whoever asked. Under the day in the program's zone. */
export interface ConsultationEntry extends Happened {
  kind: 'consultation';
  authorName: string;
  /** Null: it is still open. */
  closedOn: LocalDate | null;
  permalink: string | null;
}

/** A place in a timeline: its entries are in the order of day, moment and id, newest first. */
export interface TimelineKey {
  on: LocalDate;
  /** The instant at which it was written down, as PostgreSQL writes it. */
  at: string;
  id: string;
}

export interface TimelinePage {
  name: string;
  /** Newest first. */
  entries: TimelineEntry[];
  /** Where the next page begins in each direction; null: there is none. */
  newer: TimelineKey | null;
  older: TimelineKey | null;
}

/** Entries on one page. */
export const timelinePageSize = 10;
