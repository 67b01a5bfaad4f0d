import { createContext, useContext } from 'react';
import type { Conversation, Doing, Outcome, PersonShown } from '../protocol';
import type { Texts } from './texts/en';

/** What every part of the page knows: who looks at it, who else there is, and how to do something. */
export interface Workspace {
  me: PersonShown;
  people: PersonShown[];
  conversations: Conversation[];
  locale: 'ja' | 'en';
  t: Texts;
  /** Whether the page is drawn dark. */
  dark: boolean;
  /** Does it as me. What goes wrong is shown by the page; the outcome tells the caller. Never throws. */
  perform(doing: Doing): Promise<Outcome>;
  /** Shows a channel, or a person's direct messages with the bot. */
  open(conversationId: string): void;
}

const WorkspaceContext = createContext<Workspace | null>(null);

export const WorkspaceProvider = WorkspaceContext.Provider;

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace outside of its provider');
  return workspace;
}
