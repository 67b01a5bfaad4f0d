import type { KnownBlock } from '@slack/types';
import type { LibraryHit } from '../../../domain/library';
import { excerpt } from '../../../domain/search/marks';
import type { Messages } from '../../../i18n';
import { button, context, section } from '../../block-kit';
import { rowActions } from '../../ids';
import { bold, escapeText, line } from '../../mrkdwn';

const longestTitle = 120;
const longestExcerpt = 160;
const longestUnit = 60;
const ZERO_WIDTH_SPACE = '\u200b';

/** An entry as it was found, with what was looked for in bold type. */
export function hitBlocks(hit: LibraryHit, query: string, t: Messages): KnownBlock[] {
  const { kind, sourceId, title, body } = hit;
  const heading = bold(line(title.trim() === '' ? t.library.kinds[kind] : title, longestTitle));
  const read = button({
    actionId: rowActions.readEntry.idFor(sourceId),
    text: t.library.read,
    value: `${kind}/${sourceId}`,
  });
  const text = [heading, marked(body, query)].filter((part) => part !== '').join('\n');
  return [{ ...section(text), accessory: read }, context(factsOf(hit, t))];
}

/** Bold type begins and ends beside Japanese letters only where a space is between, be it one of no width. */
function marked(body: string, query: string): string {
  return excerpt(body, query, longestExcerpt)
    .map(({ text, marked: isMarked }) => {
      const escaped = escapeText(text).replace(/[*_~`]/g, (mark) => `${ZERO_WIDTH_SPACE}${mark}`);
      return isMarked ? `${ZERO_WIDTH_SPACE}*${escaped}*${ZERO_WIDTH_SPACE}` : escaped;
    })
    .join('');
}

type Facts = Pick<
  LibraryHit,
  'kind' | 'outcome' | 'courseWeek' | 'unit' | 'concerns' | 'helpedCount' | 'happenedOn'
>;

/** What it is, how it ended, where in the course, and whom it helped. */
export function factsOf(hit: Facts, t: Messages): string {
  const { library } = t;
  const { kind, outcome, courseWeek, unit, concerns, helpedCount, happenedOn } = hit;
  return [
    library.kinds[kind],
    ...(outcome === null ? [] : [t.closing.outcomes[outcome]]),
    ...(courseWeek === null ? [] : [library.week({ n: courseWeek })]),
    ...(unit.trim() === '' ? [] : [line(unit, longestUnit)]),
    ...(concerns.length === 0 ? [] : [concerns.map((it) => t.concerns[it]).join(t.lists.separator)]),
    library.on({ on: happenedOn }),
    ...(helpedCount === 0 ? [] : [library.helpedCount({ n: helpedCount })]),
  ].join(' · ');
}
