import { useCallback, useMemo, useState } from 'react';
import type { Block, Target, Values } from '../../protocol';
import { useWorkspace } from '../workspace';
import { Blocks } from './blocks';
import type { Place } from './place';
import { sentChoice, withValue } from './values';

interface MessageBlocksProps {
  blocks: readonly Block[];
  target: Target;
  surface: 'message' | 'home';
}

/** Blocks of a message or of Home: what is chosen there the app is told at once. */
export function MessageBlocks({ blocks, target, surface }: MessageBlocksProps) {
  const { perform } = useWorkspace();
  const [values, setValues] = useState<Values>({});
  // A message names its target anew whenever it is drawn.
  const key = JSON.stringify(target);
  const setValue = useCallback<Place['setValue']>(
    (blockId, actionId, value) => setValues((now) => withValue(now, blockId, actionId, value)),
    [],
  );
  const place = useMemo<Place>(() => {
    const where: Target = JSON.parse(key);
    return {
      surface,
      target: where,
      values,
      errors: {},
      setValue,
      act: (blockId, actionId, choice) =>
        perform({ kind: 'act', target: where, blockId, actionId, choice: sentChoice(choice) }),
      suggest: async (blockId, actionId, query) => {
        const outcome = await perform({ kind: 'suggest', target: where, blockId, actionId, query });
        return outcome.ok ? (outcome.options ?? []) : null;
      },
      // Slack takes files in modals only.
      upload: async () => ({ ok: false, code: 'not_possible', detail: 'files go into modals' }),
    };
  }, [perform, key, surface, values, setValue]);
  return <Blocks blocks={blocks} place={place} />;
}
