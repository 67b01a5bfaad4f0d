import { useCallback, useSyncExternalStore } from 'react';
import { formatRoute, parseRoute, type Route } from '../route';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The route in the address bar, and how to go elsewhere. */
export function useRoute(): [Route, (to: Route) => void] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const go = useCallback((to: Route) => {
    window.location.hash = formatRoute(to);
  }, []);
  return [parseRoute(hash), go];
}
