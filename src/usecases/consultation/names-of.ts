import type { Queryable } from '../../db/client';
import { namedPeople } from '../../db/named-people';
import type { Named } from '../../domain/anonymise/people';
import type { ProgramScope } from '../../domain/scope';
import { nameForms } from '../name-forms';

/** Whose names go out of what is written about a learner: her own, and those of everybody around her. */
export async function namesAround(db: Queryable, scope: ProgramScope, learnerId: string): Promise<Named[]> {
  const people = await namedPeople(db, scope, learnerId);
  return people.map(({ role, names, slackUserId }) => ({
    role,
    names: nameForms(names.filter((name) => name.trim() !== '')),
    slackUserId,
  }));
}
