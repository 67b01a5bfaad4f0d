/** The app's own identity in the emulated workspace. */
export const BOT_USER_ID = 'U0BOTBANSO';
export const BOT_ID = 'B0BANSO';
export const APP_ID = 'A0BANSO';

/** Slack itself: the author of what stands in a deleted message's place. */
export const SLACKBOT_USER_ID = 'USLACKBOT';
