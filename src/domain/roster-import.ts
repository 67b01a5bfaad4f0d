import type { RosterFault } from './roster';

/** The largest roster that is taken from Slack, in bytes: what Slack takes in a modal. */
export const largestRoster = 10_000_000;

/** Faults on one page of an import's message, and how many are kept and told of in all. */
export const faultsPerPage = 30;
export const mostFaults = 300;

/** What an import's message says. */
export interface ImportModel {
  importId: string;
  programId: string;
  programName: string;
  status: 'waiting' | 'running' | 'done' | 'refused' | 'cancelled' | 'failed';
  /** Somebody has asked to stop it. */
  stopping: boolean;
  doneCount: number;
  /** Null: the file is still being read. */
  totalCount: number | null;
  addedCount: number;
  changedCount: number;
  unchangedCount: number;
  problem: 'fileGone' | 'fileTooLarge' | 'noAccess' | 'slackAway' | 'unexpected' | null;
  /** Those of this page. */
  faults: readonly RosterFault[];
  /** All that there are. */
  faultCount: number;
  /** 0 is the message itself. */
  page: number;
}

/** How many pages the faults of a file take. */
export function faultPages(faultCount: number): number {
  return Math.max(1, Math.ceil(Math.min(faultCount, mostFaults) / faultsPerPage));
}
