import type { FormErrors } from './form-check';

/** What came of pressing submit. */
export interface Submission {
  /** False when Slack's own form check stopped it: then the app has heard nothing. */
  sent: boolean;
  response_action?: 'errors' | 'update' | 'push' | 'clear';
  /** By block_id: of Slack's form check, or of the app. */
  errors?: FormErrors;
}
