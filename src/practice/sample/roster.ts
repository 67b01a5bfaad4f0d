import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, daysBetween, type LocalDate, weekdayOf } from '../../domain/dates';
import type { Roster } from '../../domain/roster';
import { readRoster } from '../../roster/read';

/** The rosters that lie beside this folder. */
export type RosterFile = 'roster-ja-sjis.csv' | 'roster-en.csv';

/** The Monday of the week in which the samples' dates make sense as they are written. */
const writtenFor: LocalDate = '2026-11-23';

/**
 * A sample roster as it would stand on a day: all its dates are moved by the same number of whole weeks, so
 * that courses still begin on Mondays and everybody is as far in her course as ever.
 */
export function sampleRoster(file: RosterFile, today: LocalDate): Roster {
  const roster = readRoster(readFileSync(path.join(__dirname, '..', file)));
  const days = daysMoved(today);
  const rows = roster.rows.map(({ row, learner }) => {
    const { startedOn, endsOn } = learner;
    return {
      row,
      learner: { ...learner, startedOn: addDays(startedOn, days), endsOn: addDays(endsOn, days) },
    };
  });
  return { ...roster, rows };
}

/** How far the sample's dates are moved on a day: a multiple of seven. */
export function daysMoved(today: LocalDate): number {
  const monday = addDays(today, 1 - weekdayOf(today));
  return daysBetween(writtenFor, monday);
}
