import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { View } from '../../protocol';
import { Blocks } from '../blocks/blocks';
import { SmallButton } from '../shell/small-button';
import { useWorkspace } from '../workspace';
import { focusFirst, focusFirstWrong, focusPlaced, placedAt } from './focus';
import { useForm } from './use-form';
import { useModalDoings } from './use-modal-doings';

interface ModalViewProps {
  view: View;
  /** One that lies below others keeps what is typed in it, and shows nothing. */
  isOnTop: boolean;
  titleId: string;
}

/** A modal: title, blocks, and the buttons that end it. */
export function ModalView({ view, isOnTop, titleId }: ModalViewProps): ReactNode {
  const { t } = useWorkspace();
  const form = useForm(view);
  const { place, isSubmitting, failure, submit, close } = useModalDoings(view, form);
  const shown = useRef<HTMLFormElement>(null);
  const wasAt = useRef<string | null>(null);
  /** How often it came back with wrong fields. */
  const [refused, setRefused] = useState(0);
  useEffect(() => {
    if (!isOnTop || !shown.current) return;
    if (!focusPlaced(shown.current, wasAt.current)) focusFirst(shown.current);
  }, [isOnTop]);
  // An effect, since the fields are drawn as wrong only then.
  useEffect(() => {
    if (refused > 0 && shown.current) focusFirstWrong(shown.current);
  }, [refused]);
  if (!isOnTop) return null;

  const isPushed = view.previous_view_id !== null;
  const submitted = async () => {
    if (await submit()) setRefused((count) => count + 1);
  };
  return (
    <form
      ref={shown}
      className="modal-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submitted();
      }}
      onFocus={({ target }) => {
        wasAt.current = placedAt(target);
      }}
      onKeyDown={(event) => {
        const isForPopover = (event.target as Element).closest('[popover]') !== null;
        if (event.key !== 'Escape' || event.defaultPrevented || isForPopover) return;
        event.preventDefault();
        close();
      }}
    >
      <header className="modal-head">
        {isPushed && (
          <SmallButton label={t.modal.back} onClick={close}>
            ←
          </SmallButton>
        )}
        <h2 id={titleId}>{view.title.text}</h2>
        {!isPushed && (
          <SmallButton label={t.modal.close} onClick={close}>
            ×
          </SmallButton>
        )}
      </header>
      <div className="modal-body">
        <Blocks blocks={view.blocks} place={place} />
      </div>
      <footer className="modal-foot">
        {failure !== '' && <p role="alert">{failure}</p>}
        <button type="button" className="slack-button" onClick={close}>
          {view.close?.text ?? t.modal.close}
        </button>
        {view.submit && (
          <button
            type="submit"
            className="slack-button slack-button-primary"
            aria-busy={isSubmitting}
            disabled={isSubmitting}
          >
            {view.submit.text}
          </button>
        )}
      </footer>
    </form>
  );
}
