import type { ActionsBlock, KnownBlock, SectionBlock } from '@slack/types';
import type { Cut } from '../../domain/due-list';
import type { OwnPromise, TeamPromise } from '../../domain/promises';
import type { Messages } from '../../i18n';
import { button, overflow, section } from '../block-kit';
import { rowActions } from '../ids';
import { bold, line, strike } from '../mrkdwn';
import { cutList } from './fold';
import { longestName } from './message';
import { nameOf } from './state-words';

/** Most promises that have buttons in one place. */
const mostRows = 5;
const longestText = 150;

/** What stands for a day of one's own choice in the menu that moves a promise. */
export const elsewhere = 'elsewhere';

/** Of a team, whose list names who promised, or somebody's own. */
type Shown = OwnPromise & Partial<Pick<TeamPromise, 'madeByName'>>;

interface Place {
  /** Blocks there are. */
  room: number;
  /** What stands above those without buttons, and says where they can be settled. */
  rest: (counts: { n: number }) => string;
  /** How many there are beyond these. */
  more?: number;
}

/**
 * Promises in at most `room` blocks, in their order: the first ones with "Done" and the days to which they can be
 * moved, two blocks each; the others as a list in one, the last of them counted.
 */
export function promiseRows(
  promises: readonly Shown[],
  t: Messages,
  { room, rest, more = 0 }: Place,
): KnownBlock[] {
  const rows = Math.max(0, Math.min(mostRows, Math.floor((room - 1) / 2)));
  const others = { items: promises.slice(rows), more };
  const n = others.items.length + more;
  return [
    ...promises.slice(0, rows).flatMap((promise) => promiseRow(promise, t)),
    ...(n === 0 ? [] : [promiseList(rest({ n }), others, t)]),
  ];
}

/** Promises in one block, without buttons. */
export function promiseList(title: string, { items, more }: Cut<Shown>, t: Messages): SectionBlock {
  const lines = items.map((promise) => {
    const what = whatTo(promise, t, (name) => name);
    const done = promise.state === 'kept' ? `${strike(what)} ✅` : what;
    const when = promise.state === 'kept' && !promise.madeByName ? '' : t.lists.aside(whenWords(promise, t));
    return `• ${done}${when}`;
  });
  return section(cutList(title, { items: lines, more }, t.lists.more));
}

function promiseRow(promise: Shown, t: Messages): KnownBlock[] {
  const { state } = promise;
  if (state === 'kept') return [section(`✅ ${strike(whatTo(promise, t, (name) => name))}`)];
  return [section(`${whatTo(promise, t, bold)}\n${whenWords(promise, t)}`), buttons(promise, t)];
}

function whatTo(promise: Shown, t: Messages, style: (name: string) => string): string {
  const { learnerName: name, startedOn, text } = promise;
  return `${style(nameOf({ name, startedOn }, t))} – ${line(text, longestText)}`;
}

function whenWords({ state, dueOn: on, madeByName }: Shown, t: Messages): string {
  if (madeByName !== undefined) return t.digest.promisedBy({ name: line(madeByName, longestName), on });
  const by = t.promises.by({ on });
  if (state === 'due') return `${by} · ${t.promises.today}`;
  return state === 'overdue' ? `${by} · ${t.promises.overdue}` : by;
}

function buttons({ promiseId, movesTo }: OwnPromise, t: Messages): ActionsBlock {
  const days = movesTo.map((on) => ({ value: `${promiseId}:${on}`, text: t.promises.moveTo({ on }) }));
  const other = { value: `${promiseId}:${elsewhere}`, text: t.promises.moveElsewhere };
  return {
    type: 'actions',
    elements: [
      button({
        actionId: rowActions.keepPromise.idFor(promiseId),
        text: t.promises.done,
        value: promiseId,
      }),
      overflow(rowActions.movePromise.idFor(promiseId), [...days, other]),
    ],
  };
}
