/** When a supporter works and what reaches her, as she sets it herself. */
export interface PersonalSettings {
  /** ISO weekdays; null: the working days of her programs. */
  weekdays: number[] | null;
  /** 'HH:MM' in her zone. */
  startsAt: string;
  endsAt: string;
  /** The zone that she has chosen, IANA name; null: as in Slack. */
  ownZone: string | null;
  remindersOn: boolean;
  secondLook: boolean;
}

/** What the settings modal shows. */
export interface SettingsForm {
  settings: PersonalSettings;
  /** Her zone as Slack has it. */
  slackZone: string;
  /** The weekdays on which her programs work. */
  programWeekdays: number[];
}
