import type { UserError } from '../../errors';
import type { Messages } from '../../i18n';

/** What a person reads of an error, in their language. */
export function errorText(error: UserError, t: Messages): string {
  // A code and its parameters belong together by UserError's type; a union of codes no longer shows it.
  const words = t.errors[error.code] as (...params: unknown[]) => string;
  return words(...error.params);
}
