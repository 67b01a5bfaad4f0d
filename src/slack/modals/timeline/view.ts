import type { ActionsBlock, KnownBlock, ModalView } from '@slack/types';
import type { TimelineEntry, TimelinePage } from '../../../domain/timeline';
import type { Messages } from '../../../i18n';
import { button, context, plain, section } from '../../block-kit';
import { ids } from '../../ids';
import { bold, line } from '../../mrkdwn';
import { type CardMeta, encodeCardMeta } from '../card/meta';
import { checkInEntry } from './check-in-entry';
import { encodeKey } from './key';
import { answerEntry, consultationEntry, handoverEntry, pauseEntry } from './other-entries';

const longestName = 60;

/** One page of all that happened around a learner, newest first: of Slack's 100 blocks, ten entries take 50 at most. */
export function timelineView(page: TimelinePage, t: Messages, meta: CardMeta): ModalView {
  const { entries } = page;
  return {
    type: 'modal',
    callback_id: ids.views.timeline,
    private_metadata: encodeCardMeta(meta),
    title: plain(t.timeline.title),
    close: plain(t.timeline.close),
    blocks: [
      section(t.timeline.of({ name: bold(line(page.name, longestName)) })),
      ...(entries.length === 0
        ? [context(t.timeline.nothing)]
        : entries.flatMap((entry) => blocksOf(entry, t))),
      ...turning(page, t),
    ],
  };
}

function blocksOf(entry: TimelineEntry, t: Messages): KnownBlock[] {
  switch (entry.kind) {
    case 'checkIn':
      return checkInEntry(entry, t);
    case 'answer':
      return answerEntry(entry, t);
    case 'pause':
      return pauseEntry(entry, t);
    case 'handover':
      return handoverEntry(entry, t);
    case 'consultation':
      return consultationEntry(entry, t);
  }
}

function turning({ newer, older }: TimelinePage, t: Messages): ActionsBlock[] {
  const { newerEntries, olderEntries } = ids.actions;
  const elements = [
    ...(newer ? [button({ actionId: newerEntries, text: t.timeline.newer, value: encodeKey(newer) })] : []),
    ...(older ? [button({ actionId: olderEntries, text: t.timeline.older, value: encodeKey(older) })] : []),
  ];
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}
