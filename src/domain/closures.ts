import { addDays, type LocalDate } from './dates';

/** Days off in a row that have one label, both ends inclusive. */
export interface ClosureRange {
  from: LocalDate;
  to: LocalDate;
  label: string;
}

/** Single days off, in order, as people speak of them: from one day to another. */
export function closureRanges(days: readonly { on: LocalDate; label: string }[]): ClosureRange[] {
  const ranges: ClosureRange[] = [];
  for (const { on, label } of days) {
    const last = ranges.at(-1);
    if (last && last.label === label && addDays(last.to, 1) === on) last.to = on;
    else ranges.push({ from: on, to: on, label });
  }
  return ranges;
}
