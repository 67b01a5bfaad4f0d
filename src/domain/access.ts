import type { CareRole } from './care';

export type Role = 'lead' | 'supporter';

/** Whether somebody decides when a learner is contacted next: who supports her program, not mentor and advisor. */
export function mayPlan(role: Role | CareRole): boolean {
  return role === 'lead' || role === 'supporter';
}

/** Whether somebody may change a logged contact: its author, or a lead of the program. */
export function canCorrect(
  person: { userId: string; isLead: boolean },
  checkIn: { authorId: string },
): boolean {
  return person.isLead || person.userId === checkIn.authorId;
}
