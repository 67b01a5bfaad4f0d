import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { RequestStory } from '../../domain/cover';
import type { Messages } from '../../i18n';
import { button, context, section } from '../block-kit';
import { rowActions } from '../ids';
import { line, quote } from '../mrkdwn';
import { cutRun } from './fold';
import { longestName, type Message } from './message';

export interface CoverRequestModel {
  requestId: string;
  story: RequestStory;
  /** Whose days are over, or who came back early. */
  over: boolean;
  learners: readonly { name: string }[];
}

const longestNote = 500;

/** Asks a colleague to take learners over; once that is settled, it says how. */
export function coverRequestMessage(model: CoverRequestModel, t: Messages): Message {
  const { story } = model;
  const { absence, note } = story;
  return {
    text: absence ? t.cover.notification : t.cover.handoverNotification,
    blocks: [
      section(question(story, t)),
      section(whom(model, t)),
      ...(note.trim() === '' ? [] : [section(quote(line(note, longestNote)))]),
      ...foot(model, t),
    ],
  };
}

function question({ absence, fromName, askedByName, fromId, askedBy }: RequestStory, t: Messages): string {
  const name = line(askedByName, longestName);
  if (absence) return t.cover.ask({ name, from: absence.from, to: absence.to });
  return fromId === askedBy
    ? t.cover.askHandover({ name })
    : t.cover.askHandoverFrom({ name, owner: line(fromName, longestName) });
}

function whom({ learners }: CoverRequestModel, t: Messages): string {
  if (learners.length === 0) return t.cover.nobody;
  const entries = learners.map(({ name }) => line(name, longestName));
  const names = cutRun({ entries, separator: t.lists.separator }, t.lists.more, 2500);
  return t.cover.learners({ count: learners.length, names });
}

function foot({ requestId, story, over }: CoverRequestModel, t: Messages): KnownBlock[] {
  const { status, absence } = story;
  if (over && status !== 'declined') return [context(t.cover.over)];
  if (status !== 'asked') return [context(t.cover.state[status])];
  const hints = absence ? [context(`${t.cover.goesBack} ${t.cover.cardsComing}`)] : [];
  return [...hints, buttons(requestId, t)];
}

function buttons(requestId: string, t: Messages): ActionsBlock {
  return {
    type: 'actions',
    elements: [
      button({
        actionId: rowActions.acceptCover.idFor(requestId),
        text: t.cover.accept,
        value: requestId,
        primary: true,
      }),
      button({ actionId: rowActions.declineCover.idFor(requestId), text: t.cover.decline, value: requestId }),
    ],
  };
}
