const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * What somebody wrote in Slack as plain text: links by their words, people by the names that `nameOf` knows; others stay
 * as Slack writes them (`<@U…>`).
 */
export function plainThreadText(text: string, nameOf: (userId: string) => string | null): string {
  return text
    .replace(/<([^<>]+)>/g, (whole, inner: string) => {
      const [target = '', label] = inner.split('|', 2);
      if (target.startsWith('@')) return named(nameOf(target.slice(1)), whole);
      if (target.startsWith('#')) return label ? `#${label}` : whole;
      if (target.startsWith('!')) return label ?? `@${target.slice(1)}`;
      return label ?? target;
    })
    .replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}

function named(name: string | null, otherwise: string): string {
  return name === null ? otherwise : `@${name}`;
}

/** The Slack users whom a text mentions. */
export function mentionedIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/<@([UW][A-Z0-9]+)/g), ([, userId = '']) => userId))];
}
