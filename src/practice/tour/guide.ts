import type { Emulator, Message, View } from '../../emulator';
import { framed, readAloud } from '../reading';

/** A step of the tour didn't show what it should. */
export class TourFailed extends Error {}

/** How long each step may take, in milliseconds. */
const patienceMs = 8000;

/** Leads through the tour: says what happens, shows what people see, and insists on seeing it. */
export interface Guide {
  chapter(ja: string, en: string): void;
  say(ja: string, en: string): void;
  show(heading: string, shown: Pick<Message | View, 'blocks'>): void;
  /** Shows only the lines that weren't there before. */
  showChanges(heading: string, before: Message, after: Message): void;
  /**
   * Waits until something is to be seen.
   * @throws {TourFailed} when it doesn't come.
   */
  sees<T>(expected: string, find: () => T | undefined | false): Promise<T>;
  /** @throws {TourFailed} when it doesn't hold. */
  insist(holds: boolean, expected: string): void;
}

export function createGuide(slack: Emulator, write: (text: string) => void): Guide {
  let chapters = 0;
  return {
    chapter: (ja, en) => {
      chapters += 1;
      write(`\n■ ${chapters}. ${ja} / ${en}\n\n`);
    },
    say: (ja, en) => write(`  ${ja}\n  ${en}\n\n`),
    show: (heading, shown) => write(`${framed(heading, readAloud(shown))}\n`),
    showChanges: (heading, before, after) => {
      const known = new Set(readAloud(before).split('\n'));
      const fresh = readAloud(after)
        .split('\n')
        .filter((line) => !known.has(line));
      write(`${framed(heading, fresh.join('\n'))}\n`);
    },
    sees: async (expected, find) => {
      try {
        return await slack.until(find, patienceMs);
      } catch (cause) {
        throw new TourFailed(`expected to see ${expected}, but it did not come`, { cause });
      }
    },
    insist: (holds, expected) => {
      if (!holds) throw new TourFailed(`expected ${expected}`);
    },
  };
}
