import { useId } from 'react';
import type { Block } from '../../protocol';
import { useWorkspace } from '../workspace';
import { Element } from './elements/element';
import { isRecord, wordsOf } from './json';
import type { Place } from './place';

/** An input of a form: label, element, hint, and what is wrong with it. */
export function Field({ block, place }: { block: Block; place: Place }) {
  const { t } = useWorkspace();
  const id = useId();
  const hint = wordsOf(block.hint);
  const error = place.errors[block.block_id];
  const isOptional = block.optional === true;
  const described = [hint === '' ? [] : `${id}-hint`, error === undefined ? [] : `${id}-error`].flat();
  return (
    <div className={error === undefined ? 'field' : 'field field-wrong'} data-block={block.block_id}>
      <label htmlFor={id}>
        <span id={`${id}-label`}>{wordsOf(block.label)}</span>
        {isOptional && <span className="field-optional">{t.elements.optional}</span>}
      </label>
      <Element
        block={block}
        element={isRecord(block.element) ? block.element : {}}
        place={place}
        id={id}
        aria={{
          'aria-labelledby': `${id}-label`,
          'aria-describedby': described.join(' ') || undefined,
          'aria-invalid': error === undefined ? undefined : true,
          'aria-required': isOptional ? undefined : true,
        }}
      />
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
      {hint !== '' && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
