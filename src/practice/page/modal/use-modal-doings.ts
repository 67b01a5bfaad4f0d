import { useCallback, useMemo, useState } from 'react';
import type { Doing, Outcome, View } from '../../protocol';
import { uploadFile } from '../api';
import type { Place } from '../blocks/place';
import { sentChoice } from '../blocks/values';
import { failureWords } from '../shell/failure-note';
import { useWorkspace } from '../workspace';
import type { Form } from './use-form';

interface ModalDoings {
  place: Place;
  /** Submitted, and the app has not answered yet. */
  isSubmitting: boolean;
  /** What went wrong, in the person's language; empty: nothing. */
  failure: string;
  /** @returns whether fields are wrong */
  submit(): Promise<boolean>;
  close(): void;
}

/** What can be done in a modal; each doing carries what is typed. */
export function useModalDoings({ id: viewId }: View, form: Form): ModalDoings {
  const { perform, me, t } = useWorkspace();
  const { values, errors, setErrors, setValue, take } = form;
  const [failure, setFailure] = useState('');
  const [isSubmitting, setSubmitting] = useState(false);

  const doing = useCallback(
    async (what: Doing): Promise<Outcome> => {
      const outcome = await perform(what);
      setFailure(outcome.ok ? '' : failureWords(outcome, t));
      return outcome;
    },
    [perform, t],
  );
  const doable = useMemo<Pick<Place, 'act' | 'suggest' | 'upload'>>(
    () => ({
      act: (blockId, actionId, choice) =>
        doing({
          kind: 'act',
          target: 'modal',
          viewId,
          blockId,
          actionId,
          choice: sentChoice(choice),
          values: take(),
        }),
      suggest: async (blockId, actionId, query) => {
        const outcome = await perform({ kind: 'suggest', target: 'modal', viewId, blockId, actionId, query });
        return outcome.ok ? (outcome.options ?? []) : null;
      },
      upload: (blockId, actionId, file) =>
        uploadFile(me.id, { viewId, blockId, actionId }, file).catch((error: Error) => ({
          ok: false,
          code: 'no_answer',
          detail: error.message,
        })),
    }),
    [doing, perform, me.id, viewId, take],
  );
  const submit = async () => {
    if (isSubmitting) return false;
    setSubmitting(true);
    const outcome = await doing({ kind: 'submit', viewId, values: take() });
    setSubmitting(false);
    const wrong = outcome.ok ? (outcome.errors ?? {}) : {};
    setErrors(wrong);
    return Object.keys(wrong).length > 0;
  };
  return {
    place: { surface: 'modal', target: 'modal', values, errors, setValue, ...doable },
    isSubmitting,
    failure,
    submit,
    close: () => void doing({ kind: 'close', viewId }),
  };
}
