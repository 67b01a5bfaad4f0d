import type { Messages } from './i18n';

export type ErrorCode = keyof Messages['errors'];
export type ErrorParams<C extends ErrorCode> = Parameters<Messages['errors'][C]>;

/** The only error whose text people see: a code and its parameters, worded in their language (i18n `errors`). */
export class UserError<C extends ErrorCode = ErrorCode> extends Error {
  readonly params: ErrorParams<C>;

  constructor(
    readonly code: C,
    ...params: ErrorParams<C>
  ) {
    super(code);
    this.name = 'UserError';
    this.params = params;
  }
}
