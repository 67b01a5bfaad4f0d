import { type ComponentType, useId, useState } from 'react';
import type { Block } from '../../../protocol';
import { NotDrawn } from '../cannot-draw';
import { ImageNote } from '../image-note';
import { isRecord, type Json, textOf } from '../json';
import type { Place } from '../place';
import { Button, IconButton } from './button';
import { Checkboxes, RadioButtons } from './choices';
import { Confirm } from './confirm';
import { DatePicker, DateTimePicker, TimePicker } from './dates';
import type { Aria, ElementProps } from './element-props';
import { FeedbackButtons } from './feedback-buttons';
import { FileInput } from './file-input';
import { initialValue } from './initial-value';
import { MultiSelect } from './multi-select';
import { Overflow } from './overflow';
import { RichTextInput } from './rich-text-input';
import { Select } from './select';
import { LineInput, TextInput } from './text-inputs';

const drawn: Readonly<Record<string, ComponentType<ElementProps>>> = {
  button: Button,
  workflow_button: Button,
  icon_button: IconButton,
  feedback_buttons: FeedbackButtons,
  overflow: Overflow,
  static_select: Select,
  external_select: Select,
  users_select: Select,
  conversations_select: Select,
  channels_select: Select,
  multi_static_select: MultiSelect,
  multi_external_select: MultiSelect,
  multi_users_select: MultiSelect,
  multi_conversations_select: MultiSelect,
  multi_channels_select: MultiSelect,
  radio_buttons: RadioButtons,
  checkboxes: Checkboxes,
  datepicker: DatePicker,
  timepicker: TimePicker,
  datetimepicker: DateTimePicker,
  plain_text_input: TextInput,
  number_input: LineInput,
  email_text_input: LineInput,
  url_text_input: LineInput,
  rich_text_input: RichTextInput,
  file_input: FileInput,
};

interface Props {
  block: Block;
  element: Json;
  place: Place;
  id?: string;
  aria: Aria;
}

/** One element that is used. What it does reaches the app at once, but for an input that waits to be submitted. */
export function Element({ block, element, place, id, aria }: Props) {
  const ownId = useId();
  const [asked, ask] = useState<{ choice: unknown } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const type = textOf(element.type);
  const actionId = textOf(element.action_id);
  const blockId = block.block_id;
  const Drawing = drawn[type];
  if (type === 'image') return <ImageNote alt={textOf(element.alt_text)} />;
  if (!Drawing) return <NotDrawn type={type} />;

  const tells = block.type !== 'input' || block.dispatch_action === true;
  const keep = (value: unknown) => place.setValue(blockId, actionId, value);
  const tell = async (value: unknown) => {
    setBusy(true);
    await place.act(blockId, actionId, value);
    setBusy(false);
  };
  const choose = (value: unknown) => {
    if (value !== undefined) keep(value);
    if (tells) void tell(value);
  };
  const kept = place.values[blockId]?.[actionId];
  return (
    <div
      className="element"
      data-action={actionId}
      data-focus-on-load={element.focus_on_load === true ? '' : undefined}
    >
      <Drawing
        element={element}
        blockId={blockId}
        actionId={actionId}
        place={place}
        id={id ?? ownId}
        aria={aria}
        value={kept === undefined ? initialValue(element) : kept}
        isBusy={isBusy}
        tells={tells}
        keep={keep}
        choose={isRecord(element.confirm) ? (choice) => ask({ choice }) : choose}
      />
      {asked !== null && isRecord(element.confirm) && (
        <Confirm
          confirm={element.confirm}
          done={(agreed) => {
            ask(null);
            if (agreed) choose(asked.choice);
          }}
        />
      )}
    </div>
  );
}
