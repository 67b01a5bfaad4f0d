import { useEffect, useState } from 'react';
import type { PersonShown } from '../../protocol';
import { readPeople } from '../api';

/** How long after no answer the people are asked for again, in milliseconds. */
const tryAgainMs = 1000;

/** Whose eyes the page looks through: the address says it, else a supporter whose team speaks the browser's language. */
export function useMyself(named: string | null): string | null {
  const people = usePeople();
  if (!people) return null;
  const known = people.find(({ id, isBot, deleted }) => id === named && !isBot && !deleted);
  return (known ?? someoneLikeMe(people, navigator.language))?.id ?? null;
}

function someoneLikeMe(people: readonly PersonShown[], language: string): PersonShown | undefined {
  const mine = language.startsWith('ja') ? 'ja' : 'en';
  const supporters = people.filter(({ role, teamLocale }) => role === 'supporter' && teamLocale === mine);
  return supporters.find(({ locale }) => locale.startsWith(mine)) ?? supporters[0];
}

function usePeople(): PersonShown[] | null {
  const [people, setPeople] = useState<PersonShown[] | null>(null);
  useEffect(() => {
    let timer: number | undefined;
    const ask = () => {
      readPeople().then(setPeople, () => {
        timer = window.setTimeout(ask, tryAgainMs);
      });
    };
    ask();
    return () => window.clearTimeout(timer);
  }, []);
  return people;
}
