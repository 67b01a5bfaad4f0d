import type { InputBlock } from '@slack/types';
import type { CheckInForm } from '../../../domain/check-in-form';
import type { Messages } from '../../../i18n';
import { field } from '../../block-kit';
import { ids } from '../../ids';
import { datePicker, textInput } from '../field-elements';
import { longest } from '../limits';

const { blocks } = ids;

/** What the supporter said they would do, and by when. */
export function promiseBlocks({ given }: CheckInForm, t: Messages): InputBlock[] {
  return [
    field({
      blockId: blocks.promiseText,
      label: t.checkIn.promise,
      element: textInput({
        max: longest.promise,
        value: given.promise?.text,
        placeholder: t.checkIn.promisePlaceholder,
      }),
    }),
    field({
      blockId: blocks.promiseDueOn,
      label: t.checkIn.promiseDueOn,
      element: datePicker(t.checkIn.pickDate, given.promise?.dueOn),
    }),
  ];
}
