/** The app's own identity in the emulated workspace. */
export const BOT_USER_ID = 'U0BOTBANSO';
export const BOT_ID = 'B0BANSO';
export const APP_ID = 'A0BANSO';
