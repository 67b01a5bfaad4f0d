import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

interface Input {
  /** Whatever is drawn; when it changes, it is looked where to stand. */
  rows: readonly { key: string }[];
  loadOlder(): void;
  /** The end is in sight: called with each change of what is drawn, and of this function. */
  reachedEnd: (() => void) | undefined;
}

type Box = RefObject<HTMLDivElement | null>;

interface Scroll {
  /** What scrolls; it has one child, and that child has everything. */
  box: Box;
  /** Stands above the oldest message. */
  top: Box;
  isAtEnd: boolean;
  toEnd(): void;
  onScroll(): void;
}

/** How far above what is seen older messages are fetched. */
const ahead = '800px 0px 0px 0px';

/** What is this close to the end is at the end, in CSS pixels. */
const closeToEnd = 40;

/**
 * Stays at the newest message for as long as it is in sight, keeps what is read in its place when older messages
 * come in above it, and asks for older ones in time.
 */
export function useScroll({ rows, loadOlder, reachedEnd }: Input): Scroll {
  const box: Box = useRef(null);
  const top: Box = useRef(null);
  const sticks = useRef(true);
  const [isAtEnd, setAtEnd] = useState(true);

  const toEnd = useCallback(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, []);
  const onScroll = () => {
    if (!box.current) return;
    const { scrollHeight, scrollTop, clientHeight } = box.current;
    sticks.current = scrollHeight - scrollTop - clientHeight < closeToEnd;
    setAtEnd(sticks.current);
    if (sticks.current) reachedEnd?.();
  };

  useKeptPlace(box, rows);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is drawn anew may have moved the end.
  useLayoutEffect(() => {
    if (!sticks.current) return;
    toEnd();
    reachedEnd?.();
  }, [rows, toEnd, reachedEnd]);
  useGrowth(box, () => {
    if (sticks.current) toEnd();
  });
  useSight({ box, mark: top, margin: ahead, again: rows }, loadOlder);
  return { box, top, isAtEnd, toEnd, onScroll };
}

/**
 * Browsers keep what is seen in its place when something comes in above it, but not at the very top, and some never
 * do: then it is done here.
 */
function useKeptPlace(box: Box, rows: Input['rows']): void {
  const before = useRef<{ oldest: string | undefined; height: number }>({ oldest: undefined, height: 0 });
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const oldest = rows.find(({ key }) => !key.startsWith('day-'))?.key;
    const { oldest: was, height } = before.current;
    const cameAbove = was !== undefined && oldest !== was && rows.some(({ key }) => key === was);
    const isLeftToUs = current.scrollTop === 0 || !CSS.supports('overflow-anchor', 'auto');
    if (cameAbove && isLeftToUs) current.scrollTop += current.scrollHeight - height;
    before.current = { oldest, height: current.scrollHeight };
  }, [box, rows]);
}

/** Tells when the box or what is in it changes its size. */
function useGrowth(box: Box, tell: () => void): void {
  const latest = useLatest(tell);
  useEffect(() => {
    const { current } = box;
    if (!current?.firstElementChild) return;
    const observer = new ResizeObserver(() => latest.current());
    observer.observe(current);
    observer.observe(current.firstElementChild);
    return () => observer.disconnect();
  }, [box, latest]);
}

interface Sight {
  box: Box;
  mark: Box;
  margin: string;
  /** When this changes it is looked again, even if nothing moved. */
  again: unknown;
}

/** Tells when the mark comes in sight. */
function useSight({ box, mark, margin, again }: Sight, tell: () => void): void {
  const latest = useLatest(tell);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see `again`.
  useEffect(() => {
    if (!mark.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) latest.current();
      },
      { root: box.current, rootMargin: margin },
    );
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [box, mark, margin, again, latest]);
}

function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
