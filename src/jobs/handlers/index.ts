import type { Handlers } from '../processor';
import { deliver } from './deliver';
import type { JobDeps } from './deps';
import { home } from './home';
import { importFile } from './import';
import { refresh } from './refresh';
import { restate } from './restate';
import { sweep } from './sweep';

export type { JobDeps } from './deps';

export function createHandlers(deps: JobDeps): Handlers {
  return {
    sweep: () => sweep(deps),
    deliver: ({ deliveryId }) => deliver(deps, deliveryId),
    refresh: ({ deliveryId }) => refresh(deps, deliveryId),
    home: (whose) => home(deps, whose),
    restate: (program) => restate(deps, program),
    import: ({ importId }) => importFile(deps, importId),
  };
}
