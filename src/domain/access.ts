export type Role = 'lead' | 'supporter';

/** Whether somebody may change a logged contact: its author, or a lead of the program. */
export function canCorrect(
  person: { userId: string; isLead: boolean },
  checkIn: { authorId: string },
): boolean {
  return person.isLead || person.userId === checkIn.authorId;
}
