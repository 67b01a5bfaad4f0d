import { useEffect, useState, useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const key = 'banso.theme';
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  prefersDark.addEventListener('change', listener);
  return () => prefersDark.removeEventListener('change', listener);
}

/** Light or dark: as the person chose in this browser, else as the system is. */
export function useTheme(): { theme: Theme; dark: boolean; setTheme(theme: Theme): void } {
  const [theme, choose] = useState<Theme>(keptTheme);
  const systemIsDark = useSyncExternalStore(subscribe, () => prefersDark.matches);
  const dark = theme === 'system' ? systemIsDark : theme === 'dark';
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  const setTheme = (chosen: Theme) => {
    localStorage.setItem(key, chosen);
    choose(chosen);
  };
  return { theme, dark, setTheme };
}

function keptTheme(): Theme {
  const kept = localStorage.getItem(key);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}
