import { createContext, useContext } from 'react';
import type { AppShown } from '../../protocol';

const AppContext = createContext<AppShown>({ name: '', homeEnabled: false, commands: [], shortcuts: [] });

export const AppProvider = AppContext.Provider;

/** What the app's manifest offers. */
export function useApp(): AppShown {
  return useContext(AppContext);
}
