import { useEffect, useMemo, useState } from 'react';
import { useWorkspace } from '../../workspace';
import { textOf } from '../json';
import type { ElementProps } from './element-props';
import { knownOptions, matching, type Option, optionsIn } from './options';

/** What a menu offers for what is typed. */
export interface Offer {
  state: 'ready' | 'loading' | 'no_answer' | 'too_short';
  options: Option[];
}

/** How many characters Slack waits for where the element doesn't say. */
const usualMinimum = 3;
const pauseMs = 250;

type MenuProps = Pick<ElementProps, 'element' | 'place' | 'blockId' | 'actionId'>;

/** What a menu offers; one whose options the app suggests asks it while the menu is open. */
export function useOffer(props: MenuProps, query: string, isOpen: boolean): Offer {
  const { people, conversations } = useWorkspace();
  const { element } = props;
  const isAsked = textOf(element.type).endsWith('external_select');
  const suggested = useSuggestions(props, query, isOpen && isAsked);
  const known = useMemo(
    () => knownOptions(element, { people, conversations }),
    [element, people, conversations],
  );
  const ready = useMemo<Offer>(() => ({ state: 'ready', options: matching(known, query) }), [known, query]);
  return isAsked ? suggested : ready;
}

export function minimumQuery({ element }: Pick<MenuProps, 'element'>): number {
  return typeof element.min_query_length === 'number' ? element.min_query_length : usualMinimum;
}

const loading: Offer = { state: 'loading', options: [] };
const tooShort: Offer = { state: 'too_short', options: [] };
const noAnswer: Offer = { state: 'no_answer', options: [] };

/** Asks the app after a short pause; an answer to what was typed before counts no more. */
function useSuggestions(props: MenuProps, query: string, isOpen: boolean): Offer {
  const { place, blockId, actionId } = props;
  const { suggest } = place;
  const [offer, setOffer] = useState(loading);
  const isTooShort = query.length < minimumQuery(props);
  useEffect(() => {
    if (!isOpen || isTooShort) return;
    let counts = true;
    setOffer(loading);
    const timer = setTimeout(async () => {
      const given = await suggest(blockId, actionId, query);
      if (counts) setOffer(given ? { state: 'ready', options: optionsIn(given) } : noAnswer);
    }, pauseMs);
    return () => {
      counts = false;
      clearTimeout(timer);
    };
  }, [suggest, blockId, actionId, query, isOpen, isTooShort]);
  return isTooShort ? tooShort : offer;
}
