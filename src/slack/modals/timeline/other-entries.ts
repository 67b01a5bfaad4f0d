import type { KnownBlock } from '@slack/types';
import type { AnswerEntry, ConsultationEntry, HandoverEntry, PauseEntry } from '../../../domain/timeline';
import type { Messages } from '../../../i18n';
import { section } from '../../block-kit';
import { bold, line, linked } from '../../mrkdwn';
import { written } from '../../written';

const longestName = 60;

/** What mentor or advisor answered, in full. */
export function answerEntry({ on, role, authorName, text }: AnswerEntry, t: Messages): KnownBlock[] {
  const who = t.timeline.answer({ role: t.audiences[role], name: line(authorName, longestName) });
  return [{ type: 'divider' }, section(`${bold(t.dates.day(on))} ${who}`), ...written(text)];
}

export function pauseEntry({ on, to, reason }: PauseEntry, t: Messages): KnownBlock[] {
  return [
    { type: 'divider' },
    section(`${bold(t.dates.day(on))} ${t.timeline.pause({ until: to })}`),
    ...written(reason),
  ];
}

export function handoverEntry({ on, fromName, toName }: HandoverEntry, t: Messages): KnownBlock[] {
  const to = line(toName, longestName);
  const text =
    fromName === null
      ? t.timeline.takenOver({ toName: to })
      : t.timeline.handover({ fromName: line(fromName, longestName), toName: to });
  return [{ type: 'divider' }, section(`${bold(t.dates.day(on))} ${text}`)];
}

export function consultationEntry(
  { on, authorName, closedOn, permalink }: ConsultationEntry,
  t: Messages,
): KnownBlock[] {
  const asked = linked(t.timeline.asked({ name: line(authorName, longestName) }), permalink);
  const closed = closedOn === null ? '' : t.lists.aside(t.timeline.askedUntil({ on: closedOn }));
  return [{ type: 'divider' }, section(`${bold(t.dates.day(on))} ${asked}${closed}`)];
}
