import { missingArgument } from '../blocks/refusal';
import { SlackError } from '../errors';
import type { JsonObject } from '../json';
import type { View } from '../state/records';
import { assertView, changedView, newView } from '../state/view-building';
import { showHome, showView } from '../state/view-showing';
import type { World } from '../state/world';
import { type Method, required } from './method';

export const viewsOpen: Method = {
  token: 'bot',
  scopes: [],
  run: ({ world }, args) => {
    const source = assertView(world, args.view, 'modal');
    assertNewExternalId(world, source);
    const trigger = world.triggers.check(required(args, 'trigger_id'), world.clock.now());
    const view = newView(world, source);
    world.triggers.exchange(trigger);
    world.views.open(trigger.userId, view);
    return showView(world, trigger.userId, view);
  },
};

export const viewsPush: Method = {
  token: 'bot',
  scopes: [],
  run: ({ world }, args) => {
    const source = assertView(world, args.view, 'modal');
    assertNewExternalId(world, source);
    const trigger = world.triggers.check(required(args, 'trigger_id'), world.clock.now());
    const top = world.views.top(trigger.userId);
    if (!top || trigger.viewId === undefined) throw new SlackError('invalid_trigger_id');
    const view = newView(world, source, top);
    world.views.push(trigger.userId, view);
    world.triggers.exchange(trigger);
    return showView(world, trigger.userId, view);
  },
};

export const viewsUpdate: Method = {
  token: 'bot',
  scopes: [],
  run: ({ world }, args) => {
    const { userId, view: current } = addressedView(world, args);
    const source = assertView(world, args.view, current.type);
    assertHash(current, args);
    const view = changedView(world, current, source);
    world.views.replace(userId, view);
    return showView(world, userId, view);
  },
};

export const viewsPublish: Method = {
  token: 'bot',
  scopes: [],
  run: ({ world }, args) => {
    if (!world.manifest.features?.app_home?.home_tab_enabled) throw new SlackError('not_enabled');
    const user = world.users.get(required(args, 'user_id'));
    const source = assertView(world, args.view, 'home');
    const current = world.views.home(user.id);
    if (current) assertHash(current, args);
    const view = current ? changedView(world, current, source) : newView(world, source);
    world.views.setHome(user.id, view);
    return showHome(world, user.id, view);
  },
};

function addressedView(world: World, args: JsonObject): { userId: string; view: View } {
  const { view_id: id, external_id: externalId } = args;
  if (id === undefined && externalId === undefined) throw missingArgument('view_id');
  const found = world.views.find((view) =>
    id === undefined ? view.external_id === externalId : view.id === id,
  );
  if (!found) throw new SlackError('not_found');
  return found;
}

/** Two updates from the same starting point: the second is refused. */
function assertHash(current: View, args: JsonObject): void {
  if (args.hash !== undefined && args.hash !== current.hash) throw new SlackError('hash_conflict');
}

function assertNewExternalId(world: World, source: JsonObject): void {
  const externalId = source.external_id;
  if (!externalId) return;
  if (world.views.find((view) => view.external_id === externalId)) {
    throw new SlackError('duplicate_external_id');
  }
}
