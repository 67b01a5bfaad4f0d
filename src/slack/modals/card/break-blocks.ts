import type { KnownBlock, SectionBlock } from '@slack/types';
import type { LocalDate } from '../../../domain/dates';
import type { CardPause, LearnerCard } from '../../../domain/learner-card';
import type { Messages } from '../../../i18n';
import { button, section } from '../../block-kit';
import { rowActions } from '../../ids';
import { line } from '../../mrkdwn';

const longestReason = 200;

/** Why the learner isn't followed up now, and her breaks, with a button to end each. */
export function breakBlocks(card: LearnerCard, today: LocalDate, t: Messages): KnownBlock[] {
  return [...statusBlocks(card, t), ...card.pauses.map((pause) => pauseBlock(pause, today, t))];
}

function statusBlocks({ status, statusReason, statusOn }: LearnerCard, t: Messages): SectionBlock[] {
  if (status === 'active') return [];
  const since = statusOn === null ? '' : t.breaks.since(statusOn);
  return [section(`${t.breaks.status[status]}${since}${why(statusReason ?? '', t)}`)];
}

function pauseBlock({ id, from, to, reason }: CardPause, today: LocalDate, t: Messages): SectionBlock {
  const text = from <= today ? t.breaks.end : t.breaks.takeBack;
  return {
    ...section(`${t.breaks.lasting({ from, to })}${why(reason, t)}`),
    accessory: button({ actionId: rowActions.endPause.idFor(id), text, value: id }),
  };
}

function why(reason: string, t: Messages): string {
  return reason.trim() === '' ? '' : t.breaks.reason({ reason: line(reason, longestReason) });
}
