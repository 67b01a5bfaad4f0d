import { findHome } from '../../../src/db/homes';
import type { View } from '../../../src/emulator';
import { wordsIn } from '../support/reading';
import type { Desk } from './desk';

/** Whose Home it is. */
export const ownKey = { workspaceId: 'T0TEST', userId: 'U0AOI' };

/** U0AOI's Home, with what is due to her, at whichever desk a test has just then. */
export function ownHome(desk: () => Desk) {
  const stored = () => findHome(desk().deps.db, ownKey);
  return {
    stored,
    /** A learner of hers who is due today. */
    learner: (name: string, given: Parameters<Desk['records']['learner']>[1] = {}) =>
      desk().records.learner(desk().program, { name, lastContactOn: '2026-11-16', ...given }),
    homeWords: (userId = 'U0AOI') => wordsIn(desk().slack.home(userId)?.blocks),
    published: () => desk().slack.calls.filter(({ method }) => method === 'views.publish').length,
    isDrawn: (home: Awaited<ReturnType<typeof stored>>) =>
      home !== null && home.drawingSince === null && home.shownRevision === home.wantedRevision,
    /** Opens somebody's Home and waits until Banso has drawn it. */
    async opened(userId = 'U0AOI'): Promise<View> {
      await desk().slack.as(userId).openHome();
      return desk().slack.until(() => desk().slack.home(userId));
    },
  };
}
