import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, daysBetween, type LocalDate, weekdayOf } from '../../domain/dates';
import type { Roster } from '../../domain/roster';
import { readRoster } from '../../roster/read';

/** The Monday of the week in which the sample's dates make sense as they are written. */
const writtenFor: LocalDate = '2026-11-23';

/**
 * The sample roster as it would stand on a day: all its dates are moved by the same number of whole weeks, so
 * that courses still begin on Mondays and everybody is as far in her course as ever.
 */
export function sampleRoster(today: LocalDate): Roster {
  const roster = readRoster(readFileSync(path.join(__dirname, '../roster-ja-sjis.csv')));
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
