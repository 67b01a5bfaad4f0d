import type { Handlers } from '../processor';
import { deliver } from './deliver';
import type { JobDeps } from './deps';
import { home } from './home';
import { refresh } from './refresh';
import { sweep } from './sweep';

export type { JobDeps } from './deps';

export function createHandlers(deps: JobDeps): Handlers {
  return {
    sweep: () => sweep(deps),
    deliver: ({ deliveryId }) => deliver(deps, deliveryId),
    refresh: ({ deliveryId }) => refresh(deps, deliveryId),
    home: (whose) => home(deps, whose),
  };
}
