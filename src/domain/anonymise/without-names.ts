import { namesIn } from './names-in';
import type { Found, Named, Role } from './people';

/** More than a text needs; a text that is made to need more stays safe, and is then not at rest. */
const mostPasses = 20;

/**
 * The text with a word for each name of the people, by role: 「佐藤さんは」 becomes 「受講生は」.
 *
 * It looks again at what it has written until nothing is found, as words may part otherwise once a name is gone;
 * the words themselves are left alone, even by somebody of that name. So it changes nothing a second time.
 */
export function withoutNames(
  text: string,
  people: readonly Named[],
  words: Readonly<Record<Role, string>>,
): string {
  let left = text;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const found = namesIn(left, people, Object.values(words));
    if (found.length === 0) return left;
    left = replaced(left, found, words);
  }
  return left;
}

function replaced(text: string, found: readonly Found[], words: Readonly<Record<Role, string>>): string {
  let done = '';
  let from = 0;
  for (const name of found) {
    const word = words[name.role];
    done += text.slice(from, name.from);
    // 受講生佐藤さん needs one 受講生.
    if (!done.endsWith(word)) done += word;
    from = name.to;
  }
  return done + text.slice(from);
}
