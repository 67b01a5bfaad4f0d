import type { KnownBlock } from '@slack/types';
import type { HomeDue } from '../../domain/home';
import type { Messages } from '../../i18n';
import { context, header, section } from '../block-kit';
import { splitCut } from '../messages/fold';
import { reminderRow } from '../messages/reminder-rows';
import { nameOf, shortStateWords } from '../messages/state-words';
import { bold } from '../mrkdwn';

/** What the names of those without a row may take, of Home's 100 blocks: hundreds of them, as names go. */
const mostTexts = 5;

/** Who is due now: in the reminder's words, with its buttons, and whoever doesn't fit by name. */
export function duePart({ on, severalPrograms, rows, others }: HomeDue, t: Messages): KnownBlock[] {
  const title = header(t.reminder.title(on));
  const count = rows.length + others.items.length + others.more;
  if (count === 0) return [title, section(t.home.nobodyDue)];
  return [
    title,
    context(t.home.count(count)),
    ...rows.flatMap((row) => reminderRow(row, t, { on: row.today, severalPrograms })),
    ...othersByName(others, t),
  ];
}

function othersByName({ items, more }: HomeDue['others'], t: Messages): KnownBlock[] {
  if (items.length + more === 0) return [];
  const head = `${bold(t.home.others(items.length + more))}\n`;
  const names = items.map((item) => {
    const words = shortStateWords(item, item.today, t);
    return nameOf(item, t) + (words.length === 0 ? '' : t.lists.aside(words.join(t.lists.separator)));
  });
  const run = { head, continuedHead: '', entries: names, separator: t.lists.separator };
  const texts = splitCut(run, { more, wordsForMore: t.home.more, most: mostTexts });
  return [...texts.map(section), context(t.home.othersHow)];
}
