import type { Queryable } from '../../db/client';
import { namedPeople } from '../../db/named-people';
import { requireProgram } from '../../db/programs';
import type { Named } from '../../domain/anonymise/people';
import { type MarkedText, markedWithoutNames } from '../../domain/marked-names';
import type { ProgramScope } from '../../domain/scope';
import { nameForms } from '../name-forms';

/** About whom something is written: a learner of a program; null: nobody whom Banso still knows. */
type About = ProgramScope & { learnerId: string | null };

/** Whose names go out of what is written about a learner: her own, and those of everybody around her. */
export async function namesAround(db: Queryable, { learnerId, ...program }: About): Promise<Named[]> {
  const people = await namedPeople(db, program, learnerId);
  return people.map(({ role, names, slackUserId }) => ({
    role,
    names: nameForms(names.filter((name) => name.trim() !== '')),
    slackUserId,
  }));
}

/** Replaces names in whatever is written about a learner, in her program's language. */
export async function nameReplacer(db: Queryable, about: About): Promise<(text: string) => MarkedText> {
  const { workspaceId, programId } = about;
  const { locale } = await requireProgram(db, { workspaceId, programId });
  const people = await namesAround(db, { ...about, workspaceId, programId });
  return (text) => markedWithoutNames(text.trim(), people, locale);
}
