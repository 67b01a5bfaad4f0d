import type { LocalDate } from '../../domain/dates';
import type { DigestGroup, DueItem } from '../../domain/due-list';
import type { Messages } from '../../i18n';
import { bold, line, strike } from '../mrkdwn';
import { splitRun } from './fold';
import { longestName } from './message';
import { coverWords, nameOf, shortStateWords, watchWords } from './state-words';

/** In a list of a hundred there is little room for each. */
const longestReason = 40;

/** A supporter and her learners, in as many texts as Slack's limit asks for. Nobody is pinged: a plain name. */
export function groupTexts({ actor, items, continued }: DigestGroup, on: LocalDate, t: Messages): string[] {
  const name = bold(line(actor.name, longestName));
  const continuedHead = `${name} ${t.lists.continued}\n`;
  return splitRun({
    head: continued ? continuedHead : `${name}\n`,
    continuedHead,
    entries: items.map((item) => entry(item, on, t)),
    separator: t.lists.separator,
  });
}

/** Learners as a list of names. */
export function namesTexts(items: readonly DueItem[], on: LocalDate, t: Messages): string[] {
  const entries = items.map((item) => entry(item, on, t));
  return splitRun({ head: '', continuedHead: '', entries, separator: t.lists.separator });
}

/** A learner among others: '佐藤 陽子（2日超過）', struck through once contacted. */
function entry(item: DueItem, on: LocalDate, t: Messages): string {
  const name = nameOf(item, t);
  switch (item.state.kind) {
    case 'done':
      return `${strike(name)} ✅`;
    case 'closed':
      return `${strike(name)} ${t.lists.aside(t.states.closed).trim()}`;
    case 'postponed': {
      const watched = watchWords(item, t, longestReason);
      if (watched.length > 0) return name + t.lists.aside(watched.join(t.lists.separator));
      return `${name} ${t.states.postponed(item.state.dueOn)}`;
    }
    default: {
      const words = [...coverWords(item, t), ...shortStateWords(item, on, t)];
      return words.length === 0 ? name : name + t.lists.aside(words.join(t.lists.separator));
    }
  }
}
