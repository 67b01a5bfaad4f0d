import type { HomeView } from '@slack/types';
import type { Messages } from '../../i18n';
import { header, section } from '../block-kit';

/** The Home of somebody who supports no program: what Banso is and whom to ask. It knows no learner. */
export function guestHome({ home: { guest } }: Messages): HomeView {
  return { type: 'home', blocks: [header(guest.title), section(guest.about), section(guest.ask)] };
}
