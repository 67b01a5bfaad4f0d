import { NotPossible, type Person } from '../../emulator';
import type { Doing, FormErrors, OptionShown, Values } from '../protocol';

/** What a doing gives back to whoever did it. */
export interface Done {
  options?: OptionShown[];
  errors?: FormErrors;
}

type Of<K extends Doing['kind']> = Extract<Doing, { kind: K }>;

/** Presses or chooses something; in a modal, with what is typed beside it. */
export async function act(person: Person, doing: Of<'act'>): Promise<Done> {
  const { target, blockId, actionId, choice, values, viewId } = doing;
  if (viewId !== undefined) assertOnTop(person, viewId);
  if (target === 'modal' && values) person.enter(values);
  await person.act(target, { blockId, actionId, choice });
  return {};
}

/** Types into a select whose options the app suggests. */
export async function suggest(person: Person, doing: Of<'suggest'>): Promise<Done> {
  const { target, blockId, actionId, query, viewId } = doing;
  if (viewId !== undefined) assertOnTop(person, viewId);
  return { options: await person.suggest(actionId, query, { target, blockId }) };
}

/** Keeps what is typed. */
export function type(person: Person, { viewId, values }: Of<'type'>): void {
  enterInto(person, viewId, values);
}

export async function submit(person: Person, { viewId, values }: Of<'submit'>): Promise<Done> {
  enterInto(person, viewId, values);
  const { errors } = await person.submit();
  return errors ? { errors } : {};
}

export async function close(person: Person, { viewId }: Of<'close'>): Promise<Done> {
  assertOnTop(person, viewId);
  await person.closeModal();
  return {};
}

/**
 * What was done in one view must not happen in another that has come meanwhile.
 * @throws {NotPossible} when this view is not the one on top
 */
export function assertOnTop(person: Person, viewId: string): void {
  const top = person.modal()?.id;
  if (top !== viewId) throw new NotPossible(`${viewId} is not on top: ${top ?? 'no modal'} is`);
}

function enterInto(person: Person, viewId: string, values: Values): void {
  assertOnTop(person, viewId);
  person.enter(values);
}
