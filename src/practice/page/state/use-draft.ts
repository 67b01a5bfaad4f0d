import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { useWorkspace } from '../workspace';

/** What is being written somewhere, kept in this tab: going elsewhere or reloading loses nothing. */
export function useDraft(place: string): [string, Dispatch<SetStateAction<string>>] {
  const { me } = useWorkspace();
  const key = `banso.draft.${me.id}.${place}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  useEffect(() => {
    if (text === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  }, [key, text]);
  return [text, setText];
}
