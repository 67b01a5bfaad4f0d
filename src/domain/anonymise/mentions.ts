import type { FoldedText } from './fold';
import type { Named } from './people';
import type { Place } from './spans';

const mention = /<@([A-Z0-9]+)(?:\|[^<>]*)?>/g;

/** Slack's mentions: `<@U024BE7LH>`, `<@U024BE7LH|name>`. They go whoever is mentioned. */
export function mentionsIn({ plain }: FoldedText, people: readonly Named[]): Place[] {
  return [...plain.matchAll(mention)].map(({ 0: { length }, 1: id, index }) => {
    const person = people.findIndex(({ slackUserId }) => slackUserId === id);
    const role = people[person]?.role ?? 'somebody';
    return { start: index, end: index + length, role, person: person < 0 ? null : person };
  });
}
