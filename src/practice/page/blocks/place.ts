import type { FileOutcome, FormErrors, OptionShown, Outcome, Target, Values } from '../../protocol';

/** Where blocks stand, what was typed and chosen in them, and how to do something with them. */
export interface Place {
  surface: 'message' | 'modal' | 'home';
  target: Target;
  /** What was typed or chosen; where nothing was, the element's initial value counts. */
  values: Values;
  /** block_id → what is wrong. */
  errors: FormErrors;
  /** Something was typed or chosen; the app isn't told. */
  setValue(blockId: string, actionId: string, value: unknown): void;
  /** The app is told. */
  act(blockId: string, actionId: string, choice?: unknown): Promise<Outcome>;
  /** The options an app suggests; null: it did not answer. */
  suggest(blockId: string, actionId: string, query: string): Promise<OptionShown[] | null>;
  upload(blockId: string, actionId: string, file: File): Promise<FileOutcome>;
}
