/**
 * Whether the text has the shape of a Slack user id, such as `U024BE7LH`.
 *
 * A digit is asked for, as every real id has one: a name in capitals is no id.
 */
export function isSlackUserId(text: string): boolean {
  return /^[UW](?=[A-Z0-9]*\d)[A-Z0-9]{3,20}$/.test(text);
}

/** Whether the text has the shape of a Slack channel id, such as `C024BE91L` (`G…`: an old private channel). */
export function isSlackChannelId(text: string): boolean {
  return /^[CG](?=[A-Z0-9]*\d)[A-Z0-9]{3,20}$/.test(text);
}
