import type { ReactNode } from 'react';

interface SmallButtonProps {
  /** What it does, in words. */
  label: string;
  onClick(): void;
  /** A character that stands for it. */
  children: ReactNode;
}

/** A button of one character. */
export function SmallButton({ label, onClick, children }: SmallButtonProps) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}
