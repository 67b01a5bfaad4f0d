/** Every text in blocks or a view, in reading order: labels, sections, options, hints. */
export function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'text' in node && typeof node.text === 'string' ? [node.text] : [];
  return [...own, ...Object.values(node).flatMap(textsIn)];
}

/** The same as one text. */
export function wordsIn(node: unknown): string {
  return textsIn(node).join('\n');
}

/** The texts that Slack reads as mrkdwn: only there can a mention form. */
export function mrkdwnIn(node: unknown): string {
  return JSON.stringify(objectsIn(node).filter(({ type }) => type === 'mrkdwn'));
}

/** Every object within, such as buttons: `objectsIn(blocks).filter(({ type }) => type === 'button')`. */
export function objectsIn(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(objectsIn);
  if (typeof node !== 'object' || node === null) return [];
  return [node as Record<string, unknown>, ...Object.values(node).flatMap(objectsIn)];
}

export function buttonsIn(node: unknown): Record<string, unknown>[] {
  return objectsIn(node).filter(({ type }) => type === 'button');
}
