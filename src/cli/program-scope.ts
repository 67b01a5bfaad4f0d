import type { Queryable } from '../db/client';
import { programNames, programsNamed } from '../db/program-setup';
import type { ProgramScope } from '../domain/scope';
import { Failure } from './failure';

/** @throws {Failure} that names the programs there are. */
export async function findProgramScope(db: Queryable, name: string): Promise<ProgramScope> {
  const [found, another] = await programsNamed(db, name);
  if (found && !another) return found;
  if (found)
    throw new Failure(`Several workspaces have a program "${name}"; give it another name in one of them.`);
  const names = await programNames(db);
  const there =
    names.length > 0
      ? `There are: ${names.join(', ')}.`
      : 'There is none yet: "banso program add" makes one.';
  throw new Failure(`There is no program "${name}". ${there}`);
}
