import type { LocalDate } from '../../domain/dates';
import type { Messages } from '../../i18n';
import { bold, line } from '../mrkdwn';
import { answer } from './answers';
import { longestName, type Message } from './message';

interface Paused {
  learnerName: string;
  from: LocalDate;
  to: LocalDate | null;
  dueOn: LocalDate | null;
}

export function pausedMessage({ learnerName, from, to, dueOn }: Paused, t: Messages): Message {
  const name = named(learnerName);
  if (to === null) return answer(t.breaks.form.doneOpen({ name }));
  return answer(`${t.breaks.form.done({ name, from, to })}\n${nextWords(dueOn, t)}`);
}

export function finishedMessage(name: string, ending: 'completed' | 'withdrawn', t: Messages): Message {
  return answer(t.breaks.finish.done[ending]({ name: named(name) }));
}

export function pauseEndedMessage(
  { learnerName, begun, dueOn }: { learnerName: string; begun: boolean; dueOn: LocalDate | null },
  t: Messages,
): Message {
  const words = begun ? t.breaks.ended : t.breaks.takenBack;
  return answer(`${words({ name: named(learnerName) })}\n${nextWords(dueOn, t)}`);
}

export function backMessage(
  back: { learnerName: string; dueOn: LocalDate | null; endsOn: LocalDate },
  t: Messages,
): Message {
  const { learnerName, dueOn, endsOn } = back;
  const next = dueOn === null ? t.breaks.courseOver({ on: endsOn }) : nextWords(dueOn, t);
  return answer(`${t.breaks.back({ name: named(learnerName) })}\n${next}`);
}

function nextWords(dueOn: LocalDate | null, t: Messages): string {
  return dueOn === null ? t.breaks.nothingNext : t.breaks.next({ on: dueOn });
}

function named(name: string): string {
  return bold(line(name, longestName));
}
