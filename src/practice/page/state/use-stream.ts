import { useCallback, useEffect, useReducer } from 'react';
import type { MessagePage, Scene, StreamEvent } from '../../protocol';
import { listen } from './listen';
import { applyToLists, beginList, joinPage, type Lists } from './lists';
import { applyToScene } from './scene';

export interface StreamState {
  scene: Scene | null;
  lists: Lists;
  /** False while the server doesn't answer. */
  live: boolean;
}

type Step =
  | { kind: 'event'; event: StreamEvent }
  | { kind: 'live'; live: boolean }
  | { kind: 'someone_else' }
  | { kind: 'begin'; key: string }
  | { kind: 'page'; key: string; page: MessagePage; before: string | null };

const nothing: StreamState = { scene: null, lists: {}, live: true };

function reduce(state: StreamState, step: Step): StreamState {
  switch (step.kind) {
    case 'event':
      return {
        live: true,
        scene: applyToScene(state.scene, step.event),
        lists: applyToLists(state.lists, step.event),
      };
    case 'live':
      return { ...state, live: step.live };
    case 'someone_else':
      return nothing;
    case 'begin':
      return { ...state, lists: beginList(state.lists, step.key) };
    case 'page':
      return { ...state, lists: joinPage(state.lists, step.key, step.page, step.before) };
  }
}

export interface Stream extends StreamState {
  beginList(key: string): void;
  /** `before`: what it was asked to be older than; null: the newest page. */
  joinPage(key: string, page: MessagePage, before: string | null): void;
}

/** Everything this person sees, live: one event stream, opened anew whenever it breaks. */
export function useStream(as: string | null): Stream {
  const [state, step] = useReducer(reduce, nothing);
  useEffect(() => {
    step({ kind: 'someone_else' });
    if (as === null) return;
    return listen(as, {
      event: (event) => step({ kind: 'event', event }),
      lost: () => step({ kind: 'live', live: false }),
    });
  }, [as]);
  const begin = useCallback((key: string) => step({ kind: 'begin', key }), []);
  const join = useCallback<Stream['joinPage']>(
    (key, page, before) => step({ kind: 'page', key, page, before }),
    [],
  );
  return { ...state, beginList: begin, joinPage: join };
}
