import { useWorkspace } from '../../workspace';
import { textOf } from '../json';
import type { ElementProps } from './element-props';
import { fromWallTime, toWallTime } from './wall-time';

/** A day, as YYYY-MM-DD. */
export function DatePicker(props: ElementProps) {
  return <Native {...props} type="date" shown={textOf(props.value)} read={orNull} />;
}

/** A time of day, as HH:MM. */
export function TimePicker(props: ElementProps) {
  return <Native {...props} type="time" shown={textOf(props.value)} read={orNull} />;
}

/** An instant in Unix seconds, shown in the person's zone. */
export function DateTimePicker(props: ElementProps) {
  const { tz } = useWorkspace().me;
  const { value } = props;
  return (
    <Native
      {...props}
      type="datetime-local"
      shown={typeof value === 'number' ? toWallTime(value, tz) : ''}
      read={(typed) => (typed === '' ? null : fromWallTime(typed, tz))}
    />
  );
}

interface NativeProps extends ElementProps {
  type: 'date' | 'time' | 'datetime-local';
  shown: string;
  read(typed: string): unknown;
}

function Native({ type, shown, read, id, aria, choose }: NativeProps) {
  return (
    <input
      {...aria}
      id={id}
      type={type}
      className="slack-input slack-input-short"
      value={shown}
      onChange={({ target }) => choose(read(target.value))}
    />
  );
}

function orNull(typed: string): string | null {
  return typed === '' ? null : typed;
}
