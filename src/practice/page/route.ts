/** Where the page is: who I am and what I look at. It stands in the address, so that a reload comes back to it. */
export interface Route {
  as: string | null;
  /** A conversation's id, or `home`. */
  place: string | null;
  threadTs: string | null;
}

const nowhere: Route = { as: null, place: null, threadTs: null };

/** Reads `#U0AOI/C0TEAM/1764000000.000100`; what is missing or no such thing is null. */
export function parseRoute(hash: string): Route {
  const [as, place, threadTs] = hash.replace(/^#/, '').split('/');
  if (!as || !/^[UW]\w+$/.test(as)) return nowhere;
  return {
    as,
    place: place && /^(home|[CDG]\w+)$/.test(place) ? place : null,
    threadTs: threadTs && /^\d+\.\d+$/.test(threadTs) ? threadTs : null,
  };
}

export function formatRoute({ as, place, threadTs }: Route): string {
  const parts = [as, place, threadTs];
  const end = parts.indexOf(null);
  return `#${parts.slice(0, end === -1 ? parts.length : end).join('/')}`;
}
