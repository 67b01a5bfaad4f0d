/** What is noticed in channels, where a lead has switched that on. */
export const seen = {
  isOn: ({ program }: { program: string }) =>
    `${program} now notices messages in the channels that Banso is in.`,
  isOff: ({ program }: { program: string }) => `${program} doesn’t notice messages in channels.`,
  about:
    'When it is on: a learner who writes there counts as having replied, and a supporter who writes to a learner is offered to log it. Banso keeps that somebody wrote, never what. Please tell your learners. Change it with `/banso seen on` or `/banso seen off`.',
  notification: 'Log it as a check-in?',
  offer: ({ learner }: { learner: string }) => `You wrote to ${learner}. Log it as a check-in?`,
  log: 'Log as check-in',
  nothingKept: 'Only you can see this. Nothing of your message is kept unless you log it.',
};

export const seenErrors = {
  noProgramInChannel: () => 'Banso has no program in this channel. Type this in your program’s channel.',
};
