import type { KnownBlock } from '@slack/types';
import type { RosterFault } from '../../domain/roster';
import { expectationText } from '../../domain/roster-expectation';
import { faultPages, faultsPerPage, type ImportModel, mostFaults } from '../../domain/roster-import';
import type { Messages } from '../../i18n';
import { shownCell } from '../../roster/shown-cell';
import { button, context, section } from '../block-kit';
import { rowActions } from '../ids';
import { bold, escapeText, line } from '../mrkdwn';
import { splitRun } from './fold';
import { longestName, type Message } from './message';

/** Most characters of a header as the file writes it, and of what was expected in a cell. */
const longestHeader = 40;
const longestExpected = 300;

/**
 * How an import goes: it is drawn again with each thousand learners. Of a file that was refused, a page shows thirty faults, in
 * at most 30 sections; further pages are replies in its thread.
 */
export function importMessage(model: ImportModel, t: Messages): Message {
  if (model.page > 0) return { text: t.rosterImport.notification, blocks: faultBlocks(model, t) };
  const program = bold(line(model.programName, longestName));
  return { text: t.rosterImport.notification, blocks: [section(program), ...statusBlocks(model, t)] };
}

function statusBlocks(model: ImportModel, t: Messages): KnownBlock[] {
  const words = t.rosterImport;
  switch (model.status) {
    case 'waiting':
    case 'running':
      return underWay(model, t);
    case 'done':
      return [section(doneWords(model, t)), context(words.next)];
    case 'cancelled':
      return [section(words.cancelled), againButton(model, t)];
    case 'failed':
      return [section(words.problems[model.problem ?? 'unexpected']), againButton(model, t)];
    case 'refused':
      return [
        section(words.refused({ n: model.faultCount })),
        ...faultBlocks(model, t),
        againButton(model, t),
      ];
  }
}

function underWay({ stopping, importId, totalCount, doneCount }: ImportModel, t: Messages): KnownBlock[] {
  const words = t.rosterImport;
  if (stopping) return [section(words.stopping)];
  const progress =
    totalCount === null
      ? words.reading
      : `${bar(doneCount, totalCount)}\n${words.writing({ doneCount, totalCount })}`;
  const cancel = button({
    actionId: rowActions.cancelImport.idFor(importId),
    text: words.cancelImport,
    value: importId,
  });
  return [section(progress), { type: 'actions', elements: [cancel] }];
}

/** Twenty squares. */
function bar(done: number, total: number): string {
  const full = total === 0 ? 20 : Math.floor((20 * done) / total);
  return '■'.repeat(full) + '□'.repeat(20 - full);
}

function doneWords({ addedCount, changedCount, unchangedCount }: ImportModel, t: Messages): string {
  return t.rosterImport.done({ addedCount, changedCount, unchangedCount });
}

function againButton({ programId }: ImportModel, t: Messages): KnownBlock {
  const again = button({
    actionId: rowActions.importRoster.idFor(programId),
    text: t.rosterImport.again,
    value: programId,
  });
  return { type: 'actions', elements: [again] };
}

function faultBlocks({ faults, faultCount, page }: ImportModel, t: Messages): KnownBlock[] {
  const entries = faults.map((fault) => `• ${faultLine(fault, t)}`);
  const texts = splitRun({ head: '', continuedHead: '', entries, separator: '\n' });
  const pages = faultPages(faultCount);
  const untold = faultCount - mostFaults;
  return [
    ...texts.map(section),
    ...(page === 0 && pages > 1 ? [context(t.rosterImport.moreInThread({ n: faultsPerPage }))] : []),
    ...(page === pages - 1 && untold > 0 ? [context(t.rosterImport.untold({ n: untold }))] : []),
  ];
}

/** Where, what stands there, what was expected. */
function faultLine({ row, column, value, expected }: RosterFault, t: Messages): string {
  const words = t.rosterImport;
  const place = [
    row === null ? null : words.row({ row }),
    column === null ? null : words.column({ column: line(column, longestHeader) }),
  ].filter((part) => part !== null);
  const cell = shownCell(value);
  const found = cell === null ? words.empty : words.cell({ value: escapeText(cell.text) });
  const where = place.length === 0 ? '' : `${bold(words.place(place))} `;
  const expectation = expectationText(expected, words.expectations);
  return `${where}${found}${words.expected({ expected: line(expectation, longestExpected) })}`;
}
