import type { ModalView } from '@slack/types';
import type { StateValues } from '../../../src/slack/modals/state-values';
import { objectsIn } from '../support/reading';

type Field = StateValues[string][string];

/** What Slack would send if a modal were submitted as it opens, with `filled` set by block id. */
export function stateOf(view: ModalView, filled: Record<string, Field> = {}): StateValues {
  const inputs = objectsIn(view.blocks).filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => {
      const untouched = initialState(element as Record<string, unknown>);
      const actionId = String((element as { action_id: string }).action_id);
      return [String(block_id), { [actionId]: filled[String(block_id)] ?? untouched }];
    }),
  );
}

function initialState(element: Record<string, unknown>): Field {
  switch (element.type) {
    case 'datepicker':
      return { selected_date: (element.initial_date as string | undefined) ?? null };
    case 'checkboxes':
      return { selected_options: (element.initial_options as { value: string }[] | undefined) ?? [] };
    case 'plain_text_input':
    case 'number_input':
      return { value: (element.initial_value as string | undefined) ?? null };
    default:
      return { selected_option: (element.initial_option as { value: string } | undefined) ?? null };
  }
}
