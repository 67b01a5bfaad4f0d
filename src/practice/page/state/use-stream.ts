import { useCallback, useEffect, useReducer } from 'react';
import type { MessagePage, Scene, StreamEvent } from '../../protocol';
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
  | { kind: 'page'; key: string; page: MessagePage };

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
      return { ...state, lists: joinPage(state.lists, step.key, step.page) };
  }
}

export interface Stream extends StreamState {
  beginList(key: string): void;
  joinPage(key: string, page: MessagePage): void;
}

/** How long after the browser gave a stream up it is opened again, in milliseconds. */
const tryAgainMs = 1000;

/** @returns stops listening */
function listen(as: string, step: (step: Step) => void): () => void {
  let source: EventSource;
  let timer: number | undefined;
  const open = () => {
    source = new EventSource(`api/stream?${new URLSearchParams({ as })}`);
    source.onmessage = ({ data }: MessageEvent<string>) => step({ kind: 'event', event: JSON.parse(data) });
    source.onerror = () => {
      step({ kind: 'live', live: false });
      // After a refused connection some browsers try again by themselves, others give up.
      if (source.readyState === EventSource.CLOSED) timer = window.setTimeout(open, tryAgainMs);
    };
  };
  open();
  return () => {
    window.clearTimeout(timer);
    source.close();
  };
}

/** Everything this person sees, live: one event stream, opened anew whenever it breaks. */
export function useStream(as: string | null): Stream {
  const [state, step] = useReducer(reduce, nothing);
  useEffect(() => {
    step({ kind: 'someone_else' });
    if (as === null) return;
    return listen(as, step);
  }, [as]);
  const begin = useCallback((key: string) => step({ kind: 'begin', key }), []);
  const join = useCallback((key: string, page: MessagePage) => step({ kind: 'page', key, page }), []);
  return { ...state, beginList: begin, joinPage: join };
}
