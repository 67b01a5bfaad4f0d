import { useCallback, useMemo, useRef, useState } from 'react';
import type { Conversation, Doing, Outcome, Scene } from '../../protocol';
import { NoAnswer, perform } from '../api';
import { textsFor } from '../texts';
import type { Workspace } from '../workspace';

/** What could not be done, for the page to say. */
export interface Failure {
  code: string;
  detail: string;
}

interface Input {
  scene: Scene;
  dark: boolean;
  open(conversationId: string): void;
}

/**
 * What the parts of the page share. It changes seldom: whoever uses it is drawn again when it does, and that may be
 * a thousand messages.
 */
export function useWorkspaceValue({ scene, dark, open }: Input): {
  workspace: Workspace;
  failure: Failure | null;
  forgetFailure(): void;
} {
  const [failure, setFailure] = useState<Failure | null>(null);
  const inModal = useRef(false);
  inModal.current = scene.modals.length > 0;
  const { me, people } = scene;
  const conversations = useSame(scene.conversations, namesOf);

  const act = useCallback(
    async (doing: Doing): Promise<Outcome> => {
      const outcome = await perform(me.id, doing).catch(noAnswer);
      // An open modal covers the page, and says itself what went wrong.
      if (!outcome.ok && !isInBackground(doing) && !inModal.current) setFailure(outcome);
      else if (outcome.ok && !isInBackground(doing)) setFailure(null);
      return outcome;
    },
    [me.id],
  );

  const workspace = useMemo(() => {
    const locale: Workspace['locale'] = me.locale.startsWith('ja') ? 'ja' : 'en';
    return { me, people, conversations, locale, t: textsFor(locale), dark, perform: act, open };
  }, [me, people, conversations, dark, act, open]);
  return { workspace, failure, forgetFailure: () => setFailure(null) };
}

function isInBackground({ kind }: Doing): boolean {
  return kind === 'type' || kind === 'suggest' || kind === 'read';
}

function noAnswer(error: unknown): Outcome {
  if (!(error instanceof NoAnswer)) throw error;
  return { ok: false, code: 'no_answer', detail: error.message };
}

function namesOf(conversations: Conversation[]): string {
  return conversations.map(({ id, name }) => `${id} ${name}`).join('\n');
}

/** The same value as before as long as its key is. */
function useSame<T>(value: T, keyOf: (value: T) => string): T {
  const kept = useRef(value);
  if (keyOf(kept.current) !== keyOf(value)) kept.current = value;
  return kept.current;
}
