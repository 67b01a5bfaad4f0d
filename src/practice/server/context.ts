import type { ClockMover } from '../move-clock';
import type { Practice } from '../start';
import type { AppFeatures } from './app-shown';
import type { Postings } from './postings';

/** What the parts of the page's server work with. */
export interface PageContext {
  practice: Practice;
  postings: Postings;
  mover: ClockMover;
  app: AppFeatures;
}
