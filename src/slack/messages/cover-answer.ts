import type { RequestStory } from '../../domain/cover';
import type { Messages } from '../../i18n';
import { button, section } from '../block-kit';
import { rowActions } from '../ids';
import { line } from '../mrkdwn';
import { longestName, type Message } from './message';

/** Tells whoever asked how a colleague answered; after a no, with the way to ask somebody else. */
export function coverAnswerMessage({ story }: { story: RequestStory }, t: Messages): Message {
  const text = t.cover.answered.notification;
  const block = section(answerWords(story, t));
  const absenceId = story.absence?.id;
  if (story.status === 'accepted' || absenceId === undefined) return { text, blocks: [block] };
  const accessory = button({
    actionId: rowActions.askCover.idFor(absenceId),
    text: t.cover.answered.askAnother,
    value: absenceId,
  });
  return { text, blocks: [{ ...block, accessory }] };
}

function answerWords({ status, absence, toName }: RequestStory, { cover: { answered } }: Messages): string {
  const name = line(toName, longestName);
  if (status === 'accepted')
    return absence ? answered.accepted({ name }) : answered.handoverAccepted({ name });
  return absence ? answered.declined({ name }) : answered.handoverDeclined({ name });
}

/** Tells a cover that whoever was away is back earlier, or won't be away after all. */
export function coverEndedMessage({ story }: { story: RequestStory }, t: Messages): Message {
  const { absence, fromName } = story;
  const name = line(fromName, longestName);
  const { ended } = t.cover;
  const words = absence?.cancelled ? ended.cancelled({ name, ...absence }) : ended.text({ name });
  return { text: ended.notification, blocks: [section(words)] };
}
