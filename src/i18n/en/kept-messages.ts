/** The message that was sent, and what others read of it. */
export const keptMessages = {
  sentText: 'The message that you sent',
  sentTextHint: 'If you would like to keep it: the text as you sent it.',
  helped: 'Did it work?',
  helpedOption: 'It worked: offer it to others (names removed)',
  helpedHint:
    'Others find it under /cases, as something to read. If the answer comes later, open this check-in again with “Correct”.',
};

export const keptMessagesErrors = {
  sentTextMissing: () =>
    'Put the text of the message here, so that others can read it, or untick “It worked”.',
};
