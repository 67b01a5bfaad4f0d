import { SlackError } from '../errors';
import type { Problem } from './rules';
import { wording } from './validate';

/** The refusal of a malformed argument, with the JSON paths as Slack gives them. */
export function refuseProblems(code: string, problems: Problem[]): SlackError {
  const extra = {
    errors: problems.map(({ pointer, message }) => `${message} [json-pointer:${pointer}]`),
    response_metadata: { messages: problems.map(wording) },
  };
  return new SlackError(code, extra, problems.map(readable));
}

/** A problem as a developer reads it, for example `/blocks/0/text: must provide an object`. */
export function readable({ pointer, message }: Problem): string {
  return pointer === '' ? message : `${pointer}: ${message}`;
}

/** @returns `invalid_arguments` for a missing argument */
export function missingArgument(name: string): SlackError {
  return refuseProblems('invalid_arguments', [{ pointer: '', message: `missing required field: ${name}` }]);
}
