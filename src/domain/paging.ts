/** Learners on one page of a reminder: two blocks each, of the 50 that Slack allows in a message. */
const reminderPage = 20;

/** What one page of a digest holds: 100 covered learners (a few words each) or 40 uncovered (a row each). */
const digestPage = 200;
const weights = { covered: 2, uncovered: 5 };

/** How many learners go on each page of a reminder, in order. */
export function reminderPages(count: number): number[] {
  return Array.from({ length: Math.ceil(count / reminderPage) }, (_, page) =>
    Math.min(reminderPage, count - page * reminderPage),
  );
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
