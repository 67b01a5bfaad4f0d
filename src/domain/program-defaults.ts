/** What a program has unless its team says otherwise (DESIGN.md 3). */
export const programDefaults = { contactsPerWeek: 2, floorDays: 7, digestAt: '09:00' } as const;

/** What may be chosen, as the database holds it. */
export const programLimits = {
  contactsPerWeek: { min: 1, max: 7 },
  floorDays: { min: 1, max: 60 },
  nameLength: 100,
} as const;
