/** One line of a bench's table. */
export interface Line {
  what: string;
  value: string;
  /** The bound and whether it holds; null: a figure that nothing is asked of. */
  bound: { text: string; holds: boolean } | null;
}

/** Prints the table. Returns whether every bound holds. */
export function report(title: string, lines: readonly Line[]): boolean {
  const rows = lines.map(({ what, value, bound }) => [
    what,
    value,
    bound?.text ?? '',
    bound ? (bound.holds ? 'PASS' : 'FAIL') : '',
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  say(`\n${title}\n`);
  for (const [what = '', value = '', bound = '', verdict] of rows) {
    const [first = 0, second = 0, third = 0] = widths;
    say(`  ${what.padEnd(first)}  ${value.padStart(second)}  ${bound.padEnd(third)}  ${verdict}`.trimEnd());
  }
  return lines.every(({ bound }) => bound === null || bound.holds);
}

/** A ratio of two figures and the most that it may be, if anything. */
export function ratioLine(what: string, figure: number, base: number, most?: number): Line {
  const ratio = figure / base;
  const bound = most === undefined ? null : { text: `at most ${most}×`, holds: ratio <= most };
  return { what, value: `${ratio.toFixed(2)}×`, bound };
}

export function timeLine(what: string, ms: number, most?: number): Line {
  const bound = most === undefined ? null : { text: `under ${most} ms`, holds: ms < most };
  return { what, value: `${ms.toFixed(2)} ms`, bound };
}

/** The middle one; of an even number, the higher of the two in the middle. */
export function median(figures: readonly number[]): number {
  const middle = [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];
  if (middle === undefined) throw new Error('median: expected at least one figure');
  return middle;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
