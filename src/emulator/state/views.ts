import { SlackError } from '../errors';
import type { View } from './records';

/** The deepest stack of modals Slack allows. */
const DEEPEST_STACK = 3;

/** Open modals (a stack per person) and each person's Home. */
export class Views {
  #stacks = new Map<string, View[]>();
  #homes = new Map<string, View>();

  stack(userId: string): View[] {
    return this.#stacks.get(userId) ?? [];
  }

  top(userId: string): View | undefined {
    return this.stack(userId).at(-1);
  }

  /** Opens a first modal; whatever was open before is gone. */
  open(userId: string, view: View): void {
    this.#stacks.set(userId, [view]);
  }

  restore(userId: string, stack: View[]): void {
    this.#stacks.set(userId, stack);
  }

  /** Everybody's open modals. */
  stacks(): [string, View[]][] {
    return [...this.#stacks].filter(([, stack]) => stack.length > 0);
  }

  /** @throws SlackError `push_limit_reached` */
  push(userId: string, view: View): void {
    const stack = this.stack(userId);
    if (stack.length >= DEEPEST_STACK) throw new SlackError('push_limit_reached');
    this.#stacks.set(userId, [...stack, view]);
  }

  /** Takes a view away; its parent shows again. */
  remove(userId: string, viewId: string): void {
    this.#stacks.set(
      userId,
      this.stack(userId).filter((view) => view.id !== viewId),
    );
  }

  clear(userId: string): void {
    this.#stacks.delete(userId);
  }

  home(userId: string): View | undefined {
    return this.#homes.get(userId);
  }

  setHome(userId: string, view: View): void {
    this.#homes.set(userId, view);
  }

  homes(): [string, View][] {
    return [...this.#homes];
  }

  /** An open view and who sees it. */
  find(matches: (view: View) => boolean): { userId: string; view: View } | undefined {
    for (const [userId, stack] of this.#stacks) {
      const view = stack.find(matches);
      if (view) return { userId, view };
    }
    for (const [userId, view] of this.#homes) {
      if (matches(view)) return { userId, view };
    }
    return undefined;
  }

  replace(userId: string, view: View): void {
    if (view.type === 'home') {
      this.#homes.set(userId, view);
      return;
    }
    this.#stacks.set(
      userId,
      this.stack(userId).map((other) => (other.id === view.id ? view : other)),
    );
  }
}
