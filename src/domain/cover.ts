import type { LocalDate } from './dates';
import type { Hints } from './profile';

/** How it stands with somebody who was asked to take learners over. */
export type RequestStatus = 'asked' | 'accepted' | 'declined' | 'withdrawn';

/** Whom a request is about: the whole caseload but for those asked of others by name, or some learners. */
export type RequestExtent = 'everyone' | 'some';

/** All that a message about a request says. */
export interface RequestStory {
  status: RequestStatus;
  extent: RequestExtent;
  note: string;
  fromId: string;
  fromName: string;
  toName: string;
  askedBy: string;
  askedByName: string;
  /** Null: a handover. */
  absence: {
    id: string;
    from: LocalDate;
    to: LocalDate;
    /** Of these days: of whoever is away. */
    zone: string;
    cancelled: boolean;
  } | null;
}

/** Somebody's time away, with whom she asked to cover. */
export interface AbsenceShown {
  absenceId: string;
  from: LocalDate;
  to: LocalDate;
  requests: {
    requestId: string;
    toName: string;
    status: RequestStatus;
    extent: RequestExtent;
    /** How many learners it is about by name. */
    learners: number;
  }[];
}

/** For whom somebody was asked to stand in. */
export interface CoverShown {
  requestId: string;
  fromName: string;
  from: LocalDate;
  to: LocalDate;
  status: RequestStatus;
}

/** An absence that was ended, or taken back before it began. */
export interface EndedAbsence {
  /** Whether it had begun: she is back from today on. */
  begun: boolean;
  from: LocalDate;
  to: LocalDate;
}

/** What came of "I'll take it". */
export interface Taken {
  learnerId: string;
  learnerName: string;
  /** Whether the supporter is the companion now. */
  forGood: boolean;
  /** Whether she may take the learner over for good: there is no companion whom she would have to ask. */
  mayBeKept: boolean;
  /** The day for which she acts otherwise. */
  on: LocalDate;
}

/** The one learner whom a handover is about, with what whoever takes over should know. */
export interface HandoverLearner extends Hints {
  id: string;
  name: string;
  /** The profile version in which the hints are as shown. */
  version: number;
}
