import type { NamedCase } from '../../domain/library';
import { excerpt } from '../../domain/search/marks';
import type { Messages } from '../../i18n';
import { button, context, section } from '../block-kit';
import { rowActions } from '../ids';
import { bold, escapeText, line } from '../mrkdwn';
import type { Message } from './message';

const longestTitle = 150;
const longestPart = 200;

/** A past case in a consultation's thread, for all who answer there. */
export function namedCaseMessage(named: NamedCase, t: Messages): Message {
  const { library } = t;
  const part = (heading: string, text: string) => {
    const short = excerpt(text, '', longestPart).map((stretch) => stretch.text);
    return text.trim() === '' ? [] : [`${bold(heading)}  ${escapeText(short.join(''))}`];
  };
  const read = button({
    actionId: rowActions.readEntry.idFor(named.id),
    text: library.read,
    value: `case/${named.id}`,
  });
  const lines = [
    `${library.note}\n${bold(line(named.title, longestTitle))}`,
    ...part(library.situation, named.situation),
    ...part(library.helped, named.helped),
  ];
  return {
    text: library.noteNotification,
    blocks: [{ ...section(lines.join('\n')), accessory: read }, context(t.closing.outcomes[named.outcome])],
  };
}
