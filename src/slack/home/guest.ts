import type { HomeView } from '@slack/types';
import type { Messages } from '../../i18n';
import { header, section } from '../block-kit';

/** The Home of somebody who supports no program: what Banso is, whom to ask and how to begin. It knows no learner. */
export function guestHome(t: Messages): HomeView {
  const { guest } = t.home;
  return {
    type: 'home',
    blocks: [header(guest.title), section(guest.about), section(guest.ask), section(t.nextStep.begin)],
  };
}
