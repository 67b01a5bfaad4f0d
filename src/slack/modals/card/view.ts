import type { ModalView, SectionBlock } from '@slack/types';
import type { LocalDate } from '../../../domain/dates';
import type { LearnerCard } from '../../../domain/learner-card';
import type { Messages } from '../../../i18n';
import { context, header, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { line, linked, plainLine } from '../../mrkdwn';
import { recentBlocks } from '../check-in/learner-blocks';
import { breakBlocks } from './break-blocks';
import { cardButtons } from './buttons';
import { type CardMeta, encodeCardMeta } from './meta';
import { nowBlocks } from './now-blocks';
import { personBlocks } from './person-blocks';

const longestHeader = 150;
const longestProgram = 60;

/** A learner's card (DESIGN.md 4, `/learner name`). Signals will stand above the buttons. */
export function cardView(card: LearnerCard, today: LocalDate, t: Messages, meta: CardMeta): ModalView {
  return {
    type: 'modal',
    callback_id: ids.views.card,
    private_metadata: encodeCardMeta({ ...meta, learnerId: card.learnerId }),
    title: plain(t.card.title),
    close: plain(t.card.close),
    blocks: [
      header(nameAndReading(card, t)),
      context(courseLine(card, t)),
      cardButtons(card, t),
      ...consultationBlocks(card, t),
      ...breakBlocks(card, today, t),
      ...nowBlocks(card, { today, locale: meta.locale }, t),
      { type: 'divider' },
      ...personBlocks(card, t),
      { type: 'divider' },
      ...recentBlocks({ recent: card.recent, answers: [] }, true, t),
    ],
  };
}

/** What the team is asked about her. */
function consultationBlocks({ consultation }: LearnerCard, t: Messages): SectionBlock[] {
  if (consultation === null) return [];
  const { authorName, openedOn: on, permalink } = consultation;
  const words = t.consult.openAbout({ name: line(authorName, longestProgram), on });
  return [section(linked(words, permalink))];
}

function nameAndReading({ name, reading }: LearnerCard, t: Messages): string {
  const apart = reading.trim() === '' ? reading.trim() : t.lists.aside(plainLine(reading, 40));
  return plainLine(name, longestHeader - apart.length) + apart;
}

function courseLine({ status, programName, startedOn, endsOn, course }: LearnerCard, t: Messages): string {
  const { week, weeks } = course;
  const parts = [
    t.card.status[status],
    line(programName, longestProgram),
    ...(week === null ? [] : [t.card.week({ n: week, total: weeks })]),
    t.card.course({ from: startedOn, to: endsOn }),
  ];
  return parts.join(' · ');
}
