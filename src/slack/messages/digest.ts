import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { DigestModel } from '../../domain/due-list';
import type { Messages } from '../../i18n';
import { button, context, header, section } from '../block-kit';
import { ids } from '../ids';
import { plainLine } from '../mrkdwn';
import { digestBody } from './digest-body';
import { extrasBlocks, extrasNeeds } from './digest-extras';
import { type Message, mostBlocks } from './message';

const longestProgramName = 80;

/**
 * A page of a program's due list: by supporter, who has been contacted ticked off, who needs cover with a
 * button each. Pages after the first are replies in its thread and hold only their part of the list.
 */
export function digestMessage(model: DigestModel, t: Messages): Message {
  const { page, total, open } = model;
  const title = titleOf(model, t);
  const head: KnownBlock[] = [header(title), summary(model, t)];
  const foot = page === 0 ? [buttons(t)] : [];
  const room = mostBlocks - head.length - foot.length;
  const body = digestBody(model, t, room - (model.extras ? extrasNeeds(model.extras) : 0));
  const extras = model.extras ? extrasBlocks(model.extras, t, room - body.length) : [];
  return {
    text: page === 0 ? t.digest.notification({ open, total }) : title,
    blocks: [...head, ...body, ...extras, ...foot],
  };
}

function titleOf({ on, programName, page, pages }: DigestModel, t: Messages): string {
  const program = plainLine(programName, longestProgramName);
  return t.digest.title({ on, program }) + (page === 0 ? '' : t.lists.page({ page: page + 1, pages }));
}

function summary(model: DigestModel, t: Messages): KnownBlock {
  const { page, pages, total, open } = model;
  if (total === 0) return section(t.digest.nobodyDue);
  if (page === 0 && open === 0) return section(t.digest.allDone);
  if (pages === 1) return context(t.digest.counts({ total, ...countsOf(model) }));
  const counts = t.digest.countsOnPage({ total, open });
  return context(page === 0 ? `${counts}\n${t.digest.moreInThread}` : counts);
}

function countsOf({ groups, uncovered }: DigestModel): { done: number; overdue: number } {
  const kinds = [...groups.flatMap(({ items }) => items), ...uncovered].map(({ state }) => state.kind);
  return {
    done: kinds.filter((kind) => kind === 'done').length,
    overdue: kinds.filter((kind) => kind === 'overdue' || kind === 'breached').length,
  };
}

function buttons(t: Messages): ActionsBlock {
  return {
    type: 'actions',
    elements: [
      button({ actionId: ids.actions.logCheckIn, text: t.digest.log }),
      button({ actionId: ids.actions.newPlan, text: t.plan.open }),
      button({ actionId: ids.actions.newConsult, text: t.consult.open }),
    ],
  };
}
