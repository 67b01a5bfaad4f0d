import type { KnownBlock } from '@slack/types';
import type { HomeModel, OwnQuestion } from '../../domain/home';
import type { Messages } from '../../i18n';
import { section } from '../block-kit';
import { cutList } from '../messages/fold';
import { longestName } from '../messages/message';
import { bold, line, linked } from '../mrkdwn';

/** What she asks the team: one block, nothing where nothing is open. */
export function questionsPart({ items, more }: HomeModel['questions'], t: Messages): KnownBlock[] {
  if (items.length === 0) return [];
  return [
    section(cutList(bold(t.consult.mine), { items: items.map((one) => lineOf(one, t)), more }, t.lists.more)),
  ];
}

function lineOf({ learnerName, openedOn: on, answered, permalink }: OwnQuestion, t: Messages): string {
  const words = t.consult.mineLine({ name: line(learnerName, longestName), on });
  return `• ${linked(words, permalink)}${t.lists.aside(answered === 0 ? t.consult.noAnswerYet : t.consult.answered({ n: answered }))}`;
}
