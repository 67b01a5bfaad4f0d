import { useId, useLayoutEffect, useRef } from 'react';
import type { View } from '../../protocol';
import { ModalView } from './modal-view';
import './modal.css';

/** The open modals: the one on top, in a dialog that lies over the page. */
export function Modals({ modals }: { modals: readonly View[] }) {
  return modals.length === 0 ? null : <Dialog modals={modals} />;
}

function Dialog({ modals }: { modals: readonly View[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before what is in it takes the focus.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed before it goes: that gives the focus back to where it was.
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby={titleId}
      // Only the server closes: what is in the dialog asks it to.
      onCancel={(event) => event.preventDefault()}
    >
      {modals.map((view, at) => (
        <ModalView key={view.id} view={view} isOnTop={at === modals.length - 1} titleId={titleId} />
      ))}
    </dialog>
  );
}
