/** Replies in a consultation's thread. */
export const replies = {
  marked:
    'Thank you: it is noted that this reply helped you. When the consultation becomes a case, it says so.',
  markedBefore: 'You have already marked this reply with “This helped”.',
  uncollected: {
    notification: 'Banso no longer sees the replies to a consultation.',
    title: ({ channel, program }: { channel: string; program: string | null }) =>
      `Banso is no longer in ${channel}${program === null ? '' : ` (${program})`}, and a consultation there is still open.`,
    about:
      'What is written in its thread from now on is not collected and will be missing from the case. To go on, invite Banso there again with `/invite @Banso` (unarchive the channel first if it is archived). What is written until then is not read afterwards.',
  },
};

export const repliesErrors = {
  notAReply: () =>
    'This message is no reply to a consultation. Use “This helped” on one in a consultation’s thread: it thanks whoever wrote it, and the reply is suggested for the case.',
  ownReply: () => 'This reply is your own. “This helped” is for what somebody else wrote.',
  replyUnknown: () =>
    'Banso doesn’t know this reply: it was written by an app, or while Banso was not in the channel. If it has only just been written, try again in a moment.',
};
