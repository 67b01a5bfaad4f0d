import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormErrors, Values, View } from '../../protocol';
import { sentValues, valuesAfterRedraw, valuesOf, withValue } from '../blocks/values';
import { useWorkspace } from '../workspace';

/** How long nothing may be typed until what was typed is kept, in ms. */
const pauseMs = 400;

export interface Form {
  values: Values;
  errors: FormErrors;
  setErrors(errors: FormErrors): void;
  setValue(blockId: string, actionId: string, value: unknown): void;
  /** What is typed at this moment, as it is sent; it needs no keeping any more. */
  take(): Values;
}

/** What is typed in a modal. It outlives the app's redrawing, and with the server's help a reload. */
export function useForm(view: View): Form {
  const { perform } = useWorkspace();
  const [drawn, setDrawn] = useState(view);
  const [values, setValues] = useState(() => valuesOf(view));
  const [errors, setErrors] = useState<FormErrors>({});
  if (drawn !== view) {
    setDrawn(view);
    // A view is also told again when nothing was drawn: what was typed meanwhile must not be lost.
    setValues(valuesAfterRedraw(drawn, values, view));
    if (drawn.hash !== view.hash) setErrors({});
  }

  // Whoever presses right after typing must send what was typed, not what was drawn last.
  const now = useRef(values);
  now.current = values;
  const isUnsaved = useRef(false);
  const keep = useCallback(() => {
    if (!isUnsaved.current) return;
    isUnsaved.current = false;
    void perform({ kind: 'type', viewId: view.id, values: sentValues(now.current) });
  }, [perform, view.id]);
  useEffect(() => {
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [keep]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const setValue = useCallback<Form['setValue']>(
    (blockId, actionId, value) => {
      now.current = withValue(now.current, blockId, actionId, value);
      setValues(now.current);
      setErrors((all) => withoutError(all, blockId));
      isUnsaved.current = true;
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, pauseMs);
    },
    [keep],
  );
  const take = useCallback(() => {
    isUnsaved.current = false;
    return sentValues(now.current);
  }, []);
  return { values, errors, setErrors, setValue, take };
}

function withoutError(errors: FormErrors, blockId: string): FormErrors {
  if (!(blockId in errors)) return errors;
  return Object.fromEntries(Object.entries(errors).filter(([block]) => block !== blockId));
}
