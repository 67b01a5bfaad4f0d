import type { ActionsBlock, HomeView } from '@slack/types';
import type { HomeModel } from '../../domain/home';
import type { Messages } from '../../i18n';
import { button, context } from '../block-kit';
import { ids } from '../ids';
import { duePart } from './due-part';
import { weekPart } from './week-part';

/**
 * A supporter's Home. Of Slack's 100 blocks, who is due takes at most 3 + 2 · 20 for those with buttons and about 30 for
 * 180 long names, the week one for each of its days.
 */
export function homeView({ drawnAt, due, week }: HomeModel, t: Messages): HomeView {
  return {
    type: 'home',
    blocks: [
      actions(t),
      ...duePart(due, t),
      { type: 'divider' },
      ...weekPart(week, t),
      context(t.home.asOf(dateToken(drawnAt))),
    ],
  };
}

function actions(t: Messages): ActionsBlock {
  const log = button({ actionId: ids.actions.logCheckIn, text: t.home.logCheckIn, primary: true });
  return { type: 'actions', elements: [log] };
}

/** An instant that Slack words in the reader's own zone; the text after the bar is for clients that can't. */
function dateToken(at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `<!date^${seconds}^{date_short_pretty} {time}|${at.toISOString().slice(0, 16)}Z>`;
}
