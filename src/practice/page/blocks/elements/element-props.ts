import type { AriaAttributes } from 'react';
import type { Json } from '../json';
import type { Place } from '../place';

/** What every element that is used gets. */
export interface ElementProps {
  element: Json;
  blockId: string;
  actionId: string;
  place: Place;
  /** Its id in the page, to which its label points. */
  id: string;
  /** Its name, what explains it, and whether it is wrong or required. */
  aria: Aria;
  value: unknown;
  /** The app was told and has not answered yet. */
  isBusy: boolean;
  /** Whether the app is told of what is chosen. */
  tells: boolean;
  /** Keeps a value without telling the app. */
  keep(value: unknown): void;
  /** Keeps a value, and tells the app where Slack does. */
  choose(value: unknown): void;
}

export type Aria = Pick<
  AriaAttributes,
  'aria-label' | 'aria-labelledby' | 'aria-describedby' | 'aria-invalid' | 'aria-required'
>;
