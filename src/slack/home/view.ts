import type { ActionsBlock, HomeView } from '@slack/types';
import type { HomeModel } from '../../domain/home';
import type { Messages } from '../../i18n';
import { button, context } from '../block-kit';
import { ids } from '../ids';
import { awayPart } from './away-part';
import { breachesPart } from './breaches-part';
import { duePart } from './due-part';
import { leadPart } from './lead-part';
import { nextStepPart } from './next-step-part';
import { promisePart } from './promise-part';
import { questionsPart } from './questions-part';
import { weekPart } from './week-part';

/**
 * A supporter's Home. Of Slack's 100 blocks, what comes next takes 3, who is due 3 + 2 · 15 for those with buttons and 6 for
 * the others' names, her missed minimums 8, the week one for each of its days and one for what comes after, promises 13, questions 1, being away 4, and each
 * program that she leads 9 (two of them are shown).
 */
export function homeView(
  {
    drawnAt,
    nextStep,
    due,
    missed,
    week,
    watchedBeyond,
    later,
    onBreak,
    promises,
    questions,
    away,
    leads,
  }: HomeModel,
  t: Messages,
): HomeView {
  return {
    type: 'home',
    blocks: [
      actions(t),
      ...nextStepPart(nextStep, t),
      ...duePart(due, t),
      ...breachesPart(missed, t),
      { type: 'divider' },
      ...weekPart(week, { watchedBeyond, later, onBreak }, t),
      ...promisePart(promises, t),
      ...questionsPart(questions, t),
      { type: 'divider' },
      ...awayPart(away, t),
      ...leadPart(leads, t),
      context(t.home.asOf(dateToken(drawnAt))),
    ],
  };
}

function actions(t: Messages): ActionsBlock {
  const log = button({ actionId: ids.actions.logCheckIn, text: t.home.logCheckIn, primary: true });
  const ask = button({ actionId: ids.actions.newConsult, text: t.consult.open });
  const cases = button({ actionId: ids.actions.openCases, text: t.library.open });
  return { type: 'actions', elements: [log, ask, cases] };
}

/** An instant that Slack words in the reader's own zone; the text after the bar is for clients that can't. */
function dateToken(at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `<!date^${seconds}^{date_short_pretty} {time}|${at.toISOString().slice(0, 16)}Z>`;
}
