import { copy } from '../json';
import type { View } from './records';
import type { World } from './world';

/** Tells everybody that a person now sees this view; the answer is the Web API's. */
export function showView(world: World, userId: string, view: View): { view: View } {
  if (view.type === 'home') return showHome(world, userId, view);
  world.changes.emit({ kind: 'view', user: userId, view: copy(view) });
  return { view };
}

export function showHome(world: World, userId: string, view: View): { view: View } {
  world.changes.emit({ kind: 'home', user: userId, view: copy(view) });
  return { view };
}
