import type { UsersSelect } from '@slack/types';

/** Somebody of the workspace, from Slack's own list. Whether she supports the program is for the use case to say. */
export function personPicker(initial?: string): UsersSelect {
  return { type: 'users_select', ...(initial !== undefined && { initial_user: initial }) };
}
