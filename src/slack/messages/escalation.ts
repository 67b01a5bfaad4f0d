import type { KnownBlock, SectionBlock } from '@slack/types';
import type { LocalDate } from '../../domain/dates';
import type { DueItem } from '../../domain/due-list';
import type { EscalationModel } from '../../domain/escalation';
import type { Messages } from '../../i18n';
import { button, context, section } from '../block-kit';
import { ids, rowActions } from '../ids';
import { bold, mention, strike } from '../mrkdwn';
import { cutRun } from './fold';
import type { Message } from './message';
import { isOpen, nameOf, stateWords } from './state-words';

/**
 * A page of an escalation: a row for each learner whom nobody has contacted by noon, with "I'll take it", ticked off
 * once somebody has. The leads are named once, the companion beside each learner: here a mention is meant. At most 40
 * rows (domain/paging), so 1 + 40 + 2 blocks.
 */
export function escalationMessage(model: EscalationModel, t: Messages): Message {
  return {
    text: t.escalation.notification(model),
    blocks: [...head(model, t), ...model.items.map((item) => row(item, model.on, t)), ...foot(model, t)],
  };
}

function head(model: EscalationModel, t: Messages): KnownBlock[] {
  const { page, pages, open } = model;
  if (page > 0) return [section(bold(t.escalation.continued({ page: page + 1, pages })))];
  if (open === 0) return [section(t.escalation.allDone)];
  return [section(`${bold(t.escalation.title(model))}\n${t.escalation.ask({ leads: leadsOf(model, t) })}`)];
}

function leadsOf({ leadIds }: EscalationModel, t: Messages): string | null {
  if (leadIds.length === 0) return null;
  return cutRun({ entries: leadIds.map(mention), separator: ' ' }, t.lists.more, longestLeads);
}

/** Leaves room for the sentences around it in one text. */
const longestLeads = 2000;

function row(item: DueItem, on: LocalDate, t: Messages): SectionBlock {
  const name = nameOf(item, t);
  if (item.state.kind === 'done') return section(`✅ ${strike(name)}`);
  if (!isOpen(item.state)) return section([name, ...stateWords(item, on, t)].join(' '));
  const { actor, learnerId } = item;
  const who = actor ? t.escalation.companion(mention(actor.userId)) : t.escalation.uncovered;
  return {
    ...section(`${bold(name)} · ${who}`),
    accessory: button({
      actionId: rowActions.take.idFor(learnerId),
      text: t.digest.take,
      value: learnerId,
    }),
  };
}

function foot({ page, pages }: EscalationModel, t: Messages): KnownBlock[] {
  if (page > 0) return [];
  const log = button({ actionId: ids.actions.logCheckIn, text: t.digest.log });
  return [...(pages > 1 ? [context(t.escalation.moreBelow)] : []), { type: 'actions', elements: [log] }];
}
