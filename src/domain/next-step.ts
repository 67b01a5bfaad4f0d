import type { Role } from './access';

/** The steps, in the order in which they are told: with learners there is work, without them it can't begin. */
const kinds = ['firstCheckIn', 'importRoster', 'addPeople', 'awaitLearners', 'awaitRoster'] as const;

/** What somebody does next, as her Home says. */
export interface NextStep {
  kind: (typeof kinds)[number];
  programId: string;
  programName: string;
}

/** How far a program of hers has come. */
export interface Beginning {
  programId: string;
  programName: string;
  role: Role;
  /** Whether anybody else is on the team. */
  hasTeam: boolean;
  hasLearners: boolean;
  /** Whether some of them are hers to contact. */
  hasOwn: boolean;
}

/**
 * The next step over all programs; null: she knows her way. Whoever has logged a check-in is welcomed no more; a lead's fresh
 * program needs its learners all the same.
 */
export function nextStepOf(
  beginnings: readonly Beginning[],
  { isNewcomer }: { isNewcomer: boolean },
): NextStep | null {
  const steps = beginnings.flatMap(({ programId, programName, ...has }): NextStep[] => {
    const kind = isNewcomer ? stepOf(has) : setupOf(has);
    return kind === null ? [] : [{ kind, programId, programName }];
  });
  const inOrder = kinds.flatMap((kind) => steps.filter((step) => step.kind === kind));
  return inOrder[0] ?? null;
}

type Progress = Pick<Beginning, 'role' | 'hasTeam' | 'hasLearners' | 'hasOwn'>;

function stepOf({ role, hasTeam, hasLearners, hasOwn }: Progress): NextStep['kind'] | null {
  if (hasOwn) return 'firstCheckIn';
  if (role === 'lead') return hasLearners && !hasTeam ? 'addPeople' : setupOf({ role, hasLearners });
  return hasLearners ? 'awaitLearners' : 'awaitRoster';
}

function setupOf({ role, hasLearners }: Pick<Progress, 'role' | 'hasLearners'>): NextStep['kind'] | null {
  return role === 'lead' && !hasLearners ? 'importRoster' : null;
}
