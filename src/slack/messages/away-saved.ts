import type { CoverShown } from '../../domain/cover';
import type { LocalDate } from '../../domain/dates';
import type { Messages } from '../../i18n';
import { button, section } from '../block-kit';
import { rowActions } from '../ids';
import { line } from '../mrkdwn';
import { longestName, type Message } from './message';

interface SavedAway {
  absenceId: string;
  from: LocalDate;
  to: LocalDate;
  askedName: string | null;
  covering: readonly CoverShown[];
}

/** What was noted, who is asked to stand in, and for whom she had promised to. */
export function awaySavedMessage(
  { absenceId, from, to, askedName, covering }: SavedAway,
  t: Messages,
): Message {
  const asked =
    askedName === null ? t.away.savedNobody : t.away.savedAsked({ name: line(askedName, longestName) });
  const conflicts = covering.map((cover) =>
    t.away.covering({ name: line(cover.fromName, longestName), from: cover.from, to: cover.to }),
  );
  const accessory = button({
    actionId: rowActions.askCover.idFor(absenceId),
    text: t.away.addCover,
    value: absenceId,
  });
  const saved = t.away.saved({ from, to });
  return {
    text: saved,
    blocks: [{ ...section(`${saved}\n${asked}`), accessory }, ...conflicts.slice(0, 10).map(section)],
  };
}
