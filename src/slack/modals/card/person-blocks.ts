import type { KnownBlock } from '@slack/types';
import type { LearnerCard } from '../../../domain/learner-card';
import { truncate } from '../../../domain/text';
import type { Messages } from '../../../i18n';
import { section } from '../../block-kit';
import { bold, escapeText, line } from '../../mrkdwn';

const longestName = 60;
/** Escaping makes a text up to five times as long: title and text keep within Slack's 3,000. */
const longestStory = 550;

/** Who the learner is, and who stands around her. The whole of a long text is in the edit modal. */
export function personBlocks(card: LearnerCard, t: Messages): KnownBlock[] {
  return [
    ...story(t.card.goal, card.goal),
    ...story(t.card.background, card.background),
    ...story(t.handover.tone, card.tone),
    ...story(t.handover.avoid, card.avoid),
    section(`${bold(t.card.team)}\n${careTeam(card, t)}`),
  ];
}

function story(title: string, text: string): KnownBlock[] {
  if (text.trim() === '') return [];
  return [section(`${bold(title)}\n${escapeText(truncate(text.trim(), longestStory))}`)];
}

function careTeam({ companion, mentor, advisor }: LearnerCard, t: Messages): string {
  const people = [
    [t.card.companion, companion],
    [t.card.mentor, mentor],
    [t.card.advisor, advisor],
  ] as const;
  return people
    .map(([role, name]) => `${role}${t.card.colon}${name === null ? t.card.nobody : line(name, longestName)}`)
    .join(' · ');
}
