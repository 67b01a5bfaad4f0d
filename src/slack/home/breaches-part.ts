import type { KnownBlock, SectionBlock } from '@slack/types';
import type { MissedFloor } from '../../domain/breach';
import type { Cut } from '../../domain/due-list';
import type { Messages } from '../../i18n';
import { button, context, header, section } from '../block-kit';
import { rowActions } from '../ids';
import { longestName } from '../messages/message';
import { nameOf } from '../messages/state-words';
import { bold, line } from '../mrkdwn';

/** What a lead is asked: why the minimum was missed. Nothing while nothing is open; at most 8 blocks. */
export function breachesPart({ items, more }: Cut<MissedFloor>, t: Messages): KnownBlock[] {
  if (items.length === 0) return [];
  return [
    header(t.breach.heading),
    context(t.breach.ask),
    ...items.map((item) => row(item, t)),
    ...(more > 0 ? [context(t.breach.more(more))] : []),
  ];
}

function row(item: MissedFloor, t: Messages): SectionBlock {
  const { breachId, floorOn, companionName } = item;
  const who = companionName === null ? t.escalation.uncovered : companionOf(companionName, t);
  return {
    ...section(`${bold(nameOf(item, t))} · ${t.breach.missed({ on: floorOn })} · ${who}`),
    accessory: button({
      actionId: rowActions.explainBreach.idFor(breachId),
      text: t.breach.explain,
      value: breachId,
    }),
  };
}

function companionOf(name: string, t: Messages): string {
  return t.lists.companion(line(name, longestName));
}
