import { useId, useLayoutEffect, useRef } from 'react';
import { useWorkspace } from '../../workspace';
import { Drawn } from '../drawn';
import { isRecord, type Json, wordsOf } from '../json';

interface ConfirmProps {
  confirm: Json;
  done(agreed: boolean): void;
}

/** Asks before something is done. */
export function Confirm({ confirm, done }: ConfirmProps) {
  const { t } = useWorkspace();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed before it goes: that gives the focus back to where it was.
    return () => shown?.close();
  }, []);
  const danger = confirm.style === 'danger' ? 'danger' : 'primary';
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        done(false);
      }}
      onKeyDown={(event) => {
        // Escape is meant for this question, not for what lies below it.
        event.stopPropagation();
      }}
    >
      <h2 id={id}>{wordsOf(confirm.title)}</h2>
      {isRecord(confirm.text) && <ConfirmText text={confirm.text} />}
      <div className="elements">
        <button type="button" className="slack-button" onClick={() => done(false)}>
          {wordsOf(confirm.deny) || t.elements.deny}
        </button>
        <button type="button" className={`slack-button slack-button-${danger}`} onClick={() => done(true)}>
          {wordsOf(confirm.confirm) || t.elements.confirm}
        </button>
      </div>
    </dialog>
  );
}

function ConfirmText({ text }: { text: Json }) {
  const block = useRef({ type: 'section', text });
  return <Drawn block={block.current} />;
}
