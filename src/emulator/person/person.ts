import { copy, type JsonObject } from '../json';
import type { Upload } from '../state/files';
import { bringIn, takeOut } from '../state/membership';
import { removeEphemeral } from '../state/posting';
import type { Message, SlackFile, View } from '../state/records';
import { actOn, type Choice, useElement } from './actions';
import { typeCommand, useGlobalShortcut, useMessageShortcut } from './commands';
import { deleteOwn, editOwn, joinChannel, moveBot, openHome, type PostOptions, postAs } from './doings';
import { enterValues } from './entering';
import { closeModal, fillModal, submitModal } from './modal';
import { Offers } from './offers';
import type { Target } from './places';
import type { Stage } from './stage';
import type { Submission } from './submission';
import { typeQuery } from './suggestions';
import { uploadFile } from './uploading';

/**
 * Drives the app as a person in Slack would. Each doing waits for the app's ack and throws OperationFailed
 * when Slack would show a failure (`operation_timeout`, `dispatch_failed`, an answer it refuses), or
 * NotPossible when Slack's client would not let the person do it.
 */
export interface Person {
  readonly userId: string;
  /** Types a slash command, for example `/checkin 佐藤`. @returns what the app acked with */
  command(line: string, options: { channel: string }): Promise<JsonObject | undefined>;
  globalShortcut(callbackId: string): Promise<void>;
  messageShortcut(callbackId: string, at: { channel: string; ts: string }): Promise<void>;
  /** Presses a button or picks from a menu, in a message, the open modal or Home. */
  click(target: Target, actionId: string, choice?: Choice): Promise<void>;
  /** The same on any element by its block and action, with a value as `fill` takes it. */
  act(target: Target, act: { blockId: string; actionId: string; choice?: unknown }): Promise<void>;
  /** Types into an external select. @returns the options offered */
  suggest(
    actionId: string,
    query: string,
    options?: { target?: Target; blockId?: string },
  ): Promise<JsonObject[]>;
  /** The modal on top, with what is typed in it. */
  modal(): View | undefined;
  /** All open modals, the one on top last. */
  modals(): View[];
  /**
   * Keeps what is typed or chosen in the modal on top (block_id → action_id → value as `fill` takes it) without telling
   * the app, as Slack's client does until something is submitted or pressed. What is no longer there is ignored.
   */
  enter(values: Record<string, Record<string, unknown>>): void;
  /**
   * Fills the open modal by block_id (`block_id.action_id` where a block holds several elements): options by
   * their value, dates as YYYY-MM-DD, null to clear.
   */
  fill(values: Record<string, unknown>): Promise<void>;
  /** Hands a file over, to be chosen in a file_input by its id. */
  upload(file: Upload): SlackFile;
  submit(values?: Record<string, unknown>): Promise<Submission>;
  /** Presses submit twice at once: the same submission is delivered twice, concurrently. */
  submitTwice(values?: Record<string, unknown>): Promise<Submission[]>;
  closeModal(): Promise<void>;
  /** Opens the app's Home. @returns what it shows once the app has acked */
  openHome(): Promise<View | undefined>;
  post(channel: string, text: string, options?: PostOptions): Promise<Message>;
  /** Changes one's own message; waits until the app has acked the event of it. */
  edit(channel: string, ts: string, text: string): Promise<void>;
  /** Deletes one's own message; one with replies leaves a tombstone. */
  delete(channel: string, ts: string): Promise<void>;
  /** Comes into a public channel. */
  join(channel: string): Promise<void>;
  /** Takes the bot out of a channel that one is in; waits until the app has acked the events of it. */
  removeBot(channel: string): Promise<void>;
  inviteBot(channel: string): Promise<void>;
  /** Puts a message away that only this person sees. */
  dismiss(ts: string): void;
}

export function createPerson(stage: Stage, userId: string): Person {
  const offers = new Offers(() => stage.world.files.of(userId));
  const fill = (values: Record<string, unknown>) => fillModal(stage, userId, values, offers);
  const submit = async (values: Record<string, unknown>, times: number) => {
    await fill(values);
    return submitModal(stage, userId, times);
  };
  return {
    userId,
    command: (line, { channel }) => typeCommand(stage, userId, line, channel),
    globalShortcut: (callbackId) => useGlobalShortcut(stage, userId, callbackId),
    messageShortcut: (callbackId, at) => useMessageShortcut(stage, userId, callbackId, at),
    click: (target, actionId, choice = {}) => useElement(stage, userId, target, { actionId, choice }, offers),
    act: (target, act) => actOn(stage, userId, target, act, offers),
    suggest: (actionId, query, { target = 'modal', blockId } = {}) =>
      typeQuery(stage, userId, { actionId, query, blockId, target }, offers),
    modal: () => copy(stage.world.views.top(userId)),
    modals: () => copy(stage.world.views.stack(userId)),
    enter: (values) => enterValues(stage.world, userId, values, offers),
    fill,
    upload: (file) => uploadFile(stage.world, userId, file),
    submit: async (values = {}) => {
      const [submission] = await submit(values, 1);
      return submission ?? { sent: false };
    },
    submitTwice: (values = {}) => submit(values, 2),
    closeModal: () => closeModal(stage, userId),
    openHome: () => openHome(stage, userId),
    post: (channel, text, options = {}) => postAs(stage, userId, { channel, text, ...options }),
    edit: (channel, ts, text) => editOwn(stage, userId, { channel, ts, text }),
    delete: (channel, ts) => deleteOwn(stage, userId, { channel, ts }),
    join: (channel) => joinChannel(stage, userId, channel),
    removeBot: (channel) => moveBot(stage, userId, channel, takeOut),
    inviteBot: (channel) => moveBot(stage, userId, channel, bringIn),
    dismiss: (ts) => removeEphemeral(stage.world, userId, ts),
  };
}
