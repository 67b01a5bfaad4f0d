/** `/banso settings`: when somebody works, and what reaches her. */
export const settings = {
  title: 'My settings',
  submit: 'Save',
  cancel: 'Cancel',
  days: 'My working days',
  daysAsPrograms: 'The working days of my programs',
  daysOwn: 'My own days, below',
  weekdays: 'My own days',
  weekday: { '1': 'Mon', '2': 'Tue', '3': 'Wed', '4': 'Thu', '5': 'Fri', '6': 'Sat', '7': 'Sun' },
  startsAt: 'My day begins at',
  startsAtHint: 'Your reminder comes at this time.',
  endsAt: 'My day ends at',
  zone: 'Time zone',
  zoneSlack: ({ zone }: { zone: string }) => `As in Slack (${zone})`,
  zoneOwn: ({ zone }: { zone: string }) => `${zone} (chosen by me)`,
  zoneHint: 'Type a city, e.g. Tokyo.',
  messages: 'Messages',
  reminders: 'Remind me each working day who is due',
  secondLook: 'Remind me again two hours before my day ends if somebody is still open',
  saved: 'Your settings are saved.',
  remindersOff: 'Reminders are off: the list of the day still shows in the channel.',
};

export const settingsErrors = {
  settingsDaysMissing: () => 'Choose at least one day, or take the working days of your programs.',
  settingsHoursOrder: () => 'Your day ends before it begins. Choose a later end.',
  settingsTooShort: () =>
    'Your day is too short for a second look two hours before its end. Choose a later end, or leave it out.',
  settingsZoneUnknown: () => 'This time zone isn’t known. Choose one of the list.',
};
