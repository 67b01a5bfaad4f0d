import type {
  RosterColumn,
  RosterFault,
  RosterHeaders,
  RosterLearner,
  RosterMention,
  RosterRow,
} from '../domain/roster';
import {
  type CellParser,
  careMember,
  localDate,
  personName,
  rhythm,
  slackUser,
  text,
  weeklyHours,
} from './cells';
import type { HeaderRow } from './headers';
import type { RosterRecord } from './table';

const LINE = 200;
const STORY = 3000;

/** A row as read: a cell with a fault stands for an empty one. */
export interface RowReading extends RosterRow {
  faults: RosterFault[];
  mentions: RosterMention[];
}

/** Reads every cell of a record, and tells all that is wrong with it. */
export function readRow(record: RosterRecord, header: HeaderRow): RowReading {
  const faults = widthFaults(record, header);
  const cells = new Cells(record, header, faults);
  const learner = readLearner(cells);
  faults.push(...courseFaults(record.row, learner, header.headers, cells));
  return { row: record.row, learner, faults, mentions: mentionsOf(record.row, learner, header.headers) };
}

function readLearner(cells: Cells): RosterLearner {
  return {
    name: cells.read('name', personName, ''),
    reading: cells.read('reading', text(LINE), ''),
    slackUserId: cells.read('slack_user_id', slackUser, null),
    startedOn: cells.read('started_on', localDate, ''),
    endsOn: cells.read('ends_on', localDate, ''),
    goal: cells.read('goal', text(STORY), ''),
    background: cells.read('background', text(STORY), ''),
    companionId: cells.read('companion', slackUser, null),
    mentor: cells.read('mentor', careMember, null),
    advisor: cells.read('advisor', careMember, null),
    rhythm: cells.read('rhythm', rhythm, null),
    weeklyHours: cells.read('weekly_hours', weeklyHours, null),
    unit: cells.read('unit', text(LINE), ''),
  };
}

class Cells {
  constructor(
    private readonly record: RosterRecord,
    private readonly header: HeaderRow,
    private readonly faults: RosterFault[],
  ) {}

  /** The raw text of a column's cell; undefined in a row that ends before it. */
  raw(column: RosterColumn): string | undefined {
    return this.record.cells[this.header.columns.indexOf(column)];
  }

  /** A column's value; notes a fault and gives the fallback when it can't be read. */
  read<T>(column: RosterColumn, parse: CellParser<T>, fallback: T): T {
    const raw = this.raw(column);
    if (raw === undefined) return fallback;
    const parsed = parse(raw);
    if ('value' in parsed) return parsed.value;
    const { row } = this.record;
    this.faults.push({ row, column: this.header.headers[column], value: raw, expected: parsed.expected });
    return fallback;
  }
}

function widthFaults({ row, cells }: RosterRecord, { columns }: HeaderRow): RosterFault[] {
  const surplus = cells.slice(columns.length);
  if (cells.length >= columns.length && surplus.every((cell) => cell.trim() === '')) return [];
  const [columnCount, cellCount] = [columns.length, cells.length];
  return surplus.length > 0
    ? [
        {
          row,
          column: null,
          value: surplus.join(','),
          expected: { kind: 'cellsInQuotes', columnCount, cellCount },
        },
      ]
    : [{ row, column: null, value: cells.join(','), expected: { kind: 'cells', columnCount, cellCount } }];
}

function courseFaults(
  row: number,
  { startedOn, endsOn }: RosterLearner,
  headers: RosterHeaders,
  cells: Cells,
): RosterFault[] {
  if (startedOn === '' || endsOn === '' || endsOn >= startedOn) return [];
  return [
    {
      row,
      column: headers.ends_on,
      value: cells.raw('ends_on') ?? '',
      expected: { kind: 'dayFrom', column: headers.started_on, startedOn },
    },
  ];
}

function mentionsOf(row: number, learner: RosterLearner, headers: RosterHeaders): RosterMention[] {
  const people = {
    companion: learner.companionId,
    mentor: learner.mentor && 'userId' in learner.mentor ? learner.mentor.userId : null,
    advisor: learner.advisor && 'userId' in learner.advisor ? learner.advisor.userId : null,
  };
  return (['companion', 'mentor', 'advisor'] as const).flatMap((role) => {
    const userId = people[role];
    return userId === null ? [] : [{ row, column: headers[role], role, userId }];
  });
}
