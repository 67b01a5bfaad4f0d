import type { SectionBlock } from '@slack/types';
import { truncate } from '../domain/text';
import { typed } from './block-kit';
import { longestSection, writtenText } from './mrkdwn';

/** What somebody wrote, as plain text, which needs no escaping: a note of 3,000 characters stays whole. */
export function written(text: string): SectionBlock[] {
  const shown = truncate(writtenText(text), longestSection);
  return shown === '' ? [] : [{ type: 'section', text: typed(shown) }];
}
