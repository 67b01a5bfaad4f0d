import { Component, type ReactNode } from 'react';
import { useWorkspace } from '../workspace';

interface BoundaryProps {
  instead: ReactNode;
  children: ReactNode;
}

class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}

/** Says of what type it is what could not be drawn, in place of what threw. */
export function CannotDraw({ type, children }: { type: string; children: ReactNode }) {
  return <Boundary instead={<NotDrawn type={type} />}>{children}</Boundary>;
}

export function NotDrawn({ type }: { type: string }) {
  return <p className="not-drawn">{useWorkspace().t.blocks.cannotDraw(type)}</p>;
}
