import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

type Box = RefObject<HTMLDivElement | null>;

/**
 * Browsers keep what is seen in its place when something comes in above it, but not at the very top, and some never
 * do: then it is done here.
 */
export function useKeptPlace(box: Box, rows: readonly { key: string }[]): void {
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
export function useGrowth(box: Box, tell: () => void): void {
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
export function useSight({ box, mark, margin, again }: Sight, tell: () => void): void {
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
