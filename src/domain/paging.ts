/** Learners on one page of a reminder: two blocks each, of the 50 that Slack allows in a message. */
const reminderPage = 20;

/** What one page of a digest holds: 97 covered learners (a few words each) or 39 uncovered (a row each). */
const digestPage = 195;
const weights = { covered: 2, uncovered: 5 };

/** How many learners go on each page of a reminder, in order. */
export function reminderPages(count: number): number[] {
  return evenPages(count, reminderPage);
}

/** Learners on one page of an escalation: a row each, beside its head and foot. */
const escalationPage = 40;

/** How many learners go on each page of an escalation, in order. */
export function escalationPages(count: number): number[] {
  return evenPages(count, escalationPage);
}

function evenPages(count: number, size: number): number[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, page) => Math.min(size, count - page * size));
}

/** Learners on one page of cards: a text of up to 3,000 characters and buttons each, and a divider. */
const cardPage = 10;

/** How many learners go on each page of cover cards, in order. */
export function cardPages(count: number): number[] {
  return evenPages(count, cardPage);
}

/** How many learners go on each page of a digest, in order. Nobody is left out. */
export function digestPages(items: readonly { uncovered: boolean }[]): number[] {
  const sizes: number[] = [];
  let room = 0;
  for (const { uncovered } of items) {
    const weight = uncovered ? weights.uncovered : weights.covered;
    if (weight > room) {
      sizes.push(0);
      room = digestPage;
    }
    sizes.push((sizes.pop() ?? 0) + 1);
    room -= weight;
  }
  return sizes;
}
