import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useGrowth, useKeptPlace, useSight } from './scroll-effects';

interface Input {
  /** Whatever is drawn; when it changes, it is looked where to stand. */
  rows: readonly { key: string }[];
  /** The newest row is my own or for me alone: I look for it, wherever I read. */
  isNewestMine: boolean;
  loadOlder(): void;
  /** The newest row is in sight: called with each change of what is drawn, and of this function. */
  reachedNewest: (() => void) | undefined;
}

type Box = RefObject<HTMLDivElement | null>;

interface Scroll {
  /** What scrolls; it has one child, and that child has everything. */
  box: Box;
  /** Stands above the oldest message. */
  top: Box;
  /** Whether the newest row is in sight, or its beginning. */
  isNewestSeen: boolean;
  toEnd(): void;
  onScroll(): void;
}

/** How far above what is seen older messages are fetched. */
const ahead = '800px 0px 0px 0px';

/** What is this close is there, in CSS pixels. */
const close = 40;

/** What stands in sight above where reading begins, in CSS pixels. */
const lead = 8;

/**
 * Where the box stands, whatever grows: at its end; as far down as this element's beginning and the end allow; null:
 * where the person has scrolled to.
 */
type Anchor = 'end' | Element | null;

/**
 * Opens where the unread begin, and follows what comes while the newest is in sight: to its end, or, where it is
 * longer than the room, to its beginning. Otherwise it keeps what is read in its place. Older messages are asked for in
 * time.
 */
export function useScroll({ rows, isNewestMine, loadOlder, reachedNewest }: Input): Scroll {
  const box: Box = useRef(null);
  const top: Box = useRef(null);
  const anchor = useRef<Anchor>('end');
  /** Where we have scrolled to: what stands elsewhere was moved by the person. */
  const placedAt = useRef(0);
  const before = useRef<{ newest: string | undefined; isSeen: boolean }>({ newest: undefined, isSeen: true });
  const [isNewestSeen, setNewestSeen] = useState(true);
  const newest = rows.at(-1)?.key;

  const place = () => {
    const { current } = box;
    if (!current || anchor.current === null) return;
    current.scrollTop =
      anchor.current === 'end' ? current.scrollHeight : beginningOf(current, anchor.current);
    placedAt.current = current.scrollTop;
  };
  const look = () => {
    if (!box.current) return;
    const isSeen = isNewestInSight(box.current);
    before.current = { newest, isSeen };
    setNewestSeen(isSeen);
    if (isSeen) reachedNewest?.();
  };

  useKeptPlace(box, rows);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is drawn anew may have moved what is seen.
  useLayoutEffect(() => {
    const { current } = box;
    if (!current || newest === undefined) return;
    const { newest: was, isSeen } = before.current;
    const follows = isNewestMine || (isSeen && anchor.current !== null);
    if (was === undefined) anchor.current = current.querySelector('.message-unread') ?? 'end';
    else if (newest !== was && follows) anchor.current = newestRow(current);
    place();
    look();
  }, [rows, isNewestMine, reachedNewest]);
  useGrowth(box, () => {
    place();
    look();
  });
  useSight({ box, mark: top, margin: ahead, again: rows }, loadOlder);
  const toEnd = () => {
    anchor.current = 'end';
    place();
  };
  const onScroll = () => {
    if (!box.current) return;
    if (Math.abs(box.current.scrollTop - placedAt.current) > 1) anchor.current = anchorNow(box.current);
    look();
  };
  return { box, top, isNewestSeen, toEnd, onScroll };
}

function anchorNow(box: HTMLElement): Anchor {
  if (leftBelow(box) < close) return 'end';
  const row = newestRow(box);
  return Math.abs(distance(box, row) - lead) < close ? row : null;
}

/** How far the box must be scrolled for an element to be the first in sight. */
function beginningOf(box: HTMLElement, element: Element): number {
  return box.scrollTop + distance(box, element) - lead;
}

function distance(box: Element, element: Element): number {
  return element.getBoundingClientRect().top - box.getBoundingClientRect().top;
}

function newestRow(box: HTMLElement): Element {
  return box.firstElementChild?.lastElementChild ?? box;
}

function leftBelow({ scrollHeight, scrollTop, clientHeight }: HTMLElement): number {
  return scrollHeight - scrollTop - clientHeight;
}

function isNewestInSight(box: HTMLElement): boolean {
  return distance(box, newestRow(box)) < box.clientHeight - close;
}
