import type { ActionsBlock, KnownBlock, ModalView } from '@slack/types';
import type { AbsenceShown } from '../../../domain/cover';
import type { LocalDate } from '../../../domain/dates';
import type { Messages } from '../../../i18n';
import { button, context, plain, section } from '../../block-kit';
import { ids, rowActions } from '../../ids';
import { cutList } from '../../messages/fold';
import { longestName } from '../../messages/message';
import { bold, line } from '../../mrkdwn';
import type { PlaceMeta } from '../place-meta';

/** Far more than anybody plans: two blocks each, of the 100 that Slack takes. */
const mostAbsences = 30;

/** Somebody's time away, with who stands in, and the way to change it. */
export function awayOverviewView(
  { absences, today }: { absences: readonly AbsenceShown[]; today: LocalDate },
  t: Messages,
  meta: PlaceMeta,
): ModalView {
  const shown = absences.slice(0, mostAbsences);
  return {
    type: 'modal',
    callback_id: ids.views.awayOverview,
    private_metadata: JSON.stringify(meta),
    title: plain(t.away.title),
    close: plain(t.away.close),
    blocks: [
      ...(shown.length === 0 ? [section(t.away.none)] : shown.flatMap((one) => absenceBlocks(one, today, t))),
      ...(absences.length > shown.length ? [context(t.lists.more(absences.length - shown.length))] : []),
      { type: 'divider' },
      { type: 'actions', elements: [button({ actionId: ids.actions.planAway, text: t.away.add })] },
    ],
  };
}

function absenceBlocks(absence: AbsenceShown, today: LocalDate, t: Messages): KnownBlock[] {
  return [section(absenceText(absence, t)), buttons(absence, today, t)];
}

/** The days, and how it stands with each colleague who was asked. */
function absenceText({ from, to, requests }: AbsenceShown, t: Messages): string {
  const lines = requests.map(({ toName, status, extent, learners }) => {
    const whom = extent === 'everyone' ? t.away.everyone : t.away.some({ count: learners });
    return t.away.status[status]({ name: line(toName, longestName) }) + t.lists.aside(whom);
  });
  const items = lines.length === 0 ? [t.away.nobodyAsked] : lines;
  return cutList(bold(t.away.days({ from, to })), { items, more: 0 }, t.lists.more);
}

function buttons({ absenceId: value, from }: AbsenceShown, today: LocalDate, t: Messages): ActionsBlock {
  const begun = from <= today;
  return {
    type: 'actions',
    elements: [
      button({ actionId: rowActions.askCover.idFor(value), text: t.away.addCover, value }),
      button({
        actionId: rowActions.endAbsence.idFor(value),
        text: begun ? t.away.endNow : t.away.takeBack,
        value,
      }),
    ],
  };
}
