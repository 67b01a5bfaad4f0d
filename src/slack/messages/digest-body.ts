import type { KnownBlock, SectionBlock } from '@slack/types';
import type { LocalDate } from '../../domain/dates';
import type { DigestModel, DueItem } from '../../domain/due-list';
import type { Messages } from '../../i18n';
import { button, section } from '../block-kit';
import { rowActions } from '../ids';
import { bold, strike } from '../mrkdwn';
import { groupTexts, namesTexts } from './digest-entries';
import { pack } from './fold';
import { isOpen, nameOf, stateWords, watchWords } from './state-words';

/**
 * Everybody on a page in at most `room` blocks: first those whom nobody covers, a row with a button each, then
 * the others by supporter.
 *
 * What doesn't fit is folded, nobody is left out: supporters share sections, and rows without room become a
 * list of names. Pages are cut so that all rows fit; it happens when supporters leave after that.
 */
export function digestBody({ on, groups, uncovered }: DigestModel, t: Messages, room: number): KnownBlock[] {
  const heading = uncovered.length > 0 ? [section(bold(t.digest.uncovered))] : [];
  const left = room - heading.length;
  const texts = groups.flatMap((group) => groupTexts(group, on, t));
  const folded = texts.length + uncovered.length <= left ? texts : pack(texts);
  const { rows, names } = fitUncovered(uncovered, left - folded.length, on, t);
  return [
    ...heading,
    ...rows.map((item) => uncoveredRow(item, on, t)),
    ...names.map(section),
    ...folded.map(section),
  ];
}

/** As many rows as there is room for, the others as names. */
function fitUncovered(
  uncovered: readonly DueItem[],
  room: number,
  on: LocalDate,
  t: Messages,
): { rows: readonly DueItem[]; names: string[] } {
  for (let count = Math.min(uncovered.length, room); count > 0; count -= 1) {
    const names = namesTexts(uncovered.slice(count), on, t);
    if (count + names.length <= room) return { rows: uncovered.slice(0, count), names };
  }
  return { rows: [], names: namesTexts(uncovered, on, t) };
}

function uncoveredRow(item: DueItem, on: LocalDate, t: Messages): SectionBlock {
  const { learnerId, state } = item;
  const name = nameOf(item, t);
  if (state.kind === 'done') return section(`${strike(name)} ✅`);
  const watched = watchWords(item, t);
  const words = state.kind === 'postponed' && watched.length > 0 ? watched : stateWords(item, on, t);
  const row = section([bold(name), ...words].join(' · '));
  if (!isOpen(state)) return row;
  const accessory = button({
    actionId: rowActions.take.idFor(learnerId),
    text: t.digest.take,
    value: learnerId,
  });
  return { ...row, accessory };
}
