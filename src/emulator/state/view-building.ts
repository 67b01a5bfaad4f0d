import { completeBlocks } from '../blocks/complete';
import { refuseProblems } from '../blocks/refusal';
import { type Problem, problem } from '../blocks/rules';
import { checkView } from '../blocks/validate';
import { allElements } from '../blocks/walk';
import { SlackError } from '../errors';
import { newBlockId, newId } from '../ids';
import { isObject, type JsonObject, objectsIn, textOrUndefined } from '../json';
import { APP_ID, BOT_ID } from './bot';
import { stateOf } from './element-state';
import type { PlainText, View } from './records';
import type { World } from './world';

const LARGEST_VIEW_BYTES = 250_000;

/**
 * Refuses what Slack refuses in a view.
 * @throws SlackError `invalid_arguments` with the JSON paths, `view_too_large`
 */
export function assertView(world: World, view: unknown, type: 'modal' | 'home'): JsonObject {
  const problems = [...checkView(view, type), ...unreadableFiles(world, view)];
  if (problems.length > 0 || !isObject(view)) throw refuseProblems('invalid_arguments', problems);
  const bytes = Buffer.byteLength(JSON.stringify(view));
  if (bytes > LARGEST_VIEW_BYTES) {
    throw new SlackError('view_too_large', {}, [`/view: ${bytes} bytes, ${LARGEST_VIEW_BYTES} at most`]);
  }
  return view;
}

/** A form takes files only for an app that may read them. */
function unreadableFiles(world: World, view: unknown): Problem[] {
  if (!isObject(view) || world.scopes.includes('files:read')) return [];
  return allElements(objectsIn(view.blocks), '/view/blocks')
    .filter(({ element }) => element.type === 'file_input')
    .flatMap(({ pointer }) => problem(pointer, 'file_input needs the scope files:read'));
}

/** A view that is shown for the first time, on top of `below` if there is one. */
export function newView(world: World, source: JsonObject, below?: View): View {
  const id = newId('V');
  return {
    ...viewFields(world, source),
    id,
    root_view_id: below?.root_view_id ?? id,
    previous_view_id: below?.id ?? null,
  };
}

/** The same view with other content; what the person typed stays where its element stays. */
export function changedView(world: World, current: View, source: JsonObject): View {
  const { id, root_view_id, previous_view_id, external_id } = current;
  const view = viewFields(world, source, current);
  return {
    ...view,
    id,
    root_view_id,
    previous_view_id,
    external_id: view.external_id || external_id,
  };
}

function viewFields(
  world: World,
  source: JsonObject,
  before?: View,
): Omit<View, 'id' | 'root_view_id' | 'previous_view_id'> {
  const blocks = completeBlocks(source.blocks);
  return {
    team_id: world.team.id,
    type: source.type === 'home' ? 'home' : 'modal',
    blocks,
    private_metadata: textOrUndefined(source.private_metadata) ?? '',
    callback_id: textOrUndefined(source.callback_id) ?? '',
    external_id: textOrUndefined(source.external_id) ?? '',
    title: plainTextOf(source.title) ?? { type: 'plain_text', text: 'View Title' },
    submit: plainTextOf(source.submit),
    close: plainTextOf(source.close),
    clear_on_close: source.clear_on_close === true,
    notify_on_close: source.notify_on_close === true,
    state: { values: stateOf(blocks, before?.state.values) },
    hash: `${Math.floor(world.clock.now().getTime() / 1000)}.${newBlockId()}`,
    app_id: APP_ID,
    app_installed_team_id: world.team.id,
    bot_id: BOT_ID,
  };
}

function plainTextOf(value: unknown): PlainText | null {
  if (!isObject(value)) return null;
  return { type: 'plain_text', text: String(value.text), emoji: value.emoji !== false };
}
