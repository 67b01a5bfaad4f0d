import type { PlannedContact } from '../domain/check-in';
import type { LocalDate } from '../domain/dates';
import { planProblem } from '../domain/plan';
import type { LearnerCadence, ProgramRules } from '../domain/program-rules';
import { UserError } from '../errors';

/** @throws {UserError} that says what speaks against the date and which one is allowed. */
export function refusePlan(
  rules: ProgramRules,
  learner: LearnerCadence,
  plan: PlannedContact,
  today: LocalDate,
): void {
  const problem = planProblem(rules, learner, plan, today);
  switch (problem?.kind) {
    case 'notAfterToday':
      throw new UserError('planNotAfterToday');
    case 'pastFloor':
      throw new UserError('planPastFloor', { floorOn: problem.floorOn });
    case 'afterCourse':
      throw new UserError('planAfterCourse', { endsOn: problem.endsOn });
    case 'reasonMissing':
      throw new UserError('planReasonMissing');
  }
}
