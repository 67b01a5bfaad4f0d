import type { Queryable } from '../db/client';
import { roleIn } from '../db/program-settings';
import { type ProgramWithRules, requireProgram } from '../db/programs';
import { lockRoster } from '../db/roster';
import type { ProgramScope } from '../domain/scope';
import { UserError } from '../errors';
import type { Unit } from './context';

/** A program's settings, and who asks for them. */
export interface LeadScope extends ProgramScope {
  leadId: string;
}

/**
 * A program, for one of its leads.
 * @throws {UserError} notLead for its other supporters, notSupporter for everybody else
 */
export async function programForLead(
  db: Queryable,
  { leadId, workspaceId, programId }: LeadScope,
): Promise<ProgramWithRules> {
  const role = await roleIn(db, { workspaceId, programId }, leadId);
  if (role === null) throw new UserError('notSupporter');
  if (role !== 'lead') throw new UserError('notLead');
  return requireProgram(db, { workspaceId, programId });
}

/**
 * The same for a lead who is about to change it. Changes come one after the other, and none while a roster is imported:
 * its new learners are worked out by the rules as they were when it began.
 * @throws {UserError} as programForLead does
 */
export async function lockProgramForLead({ db }: Unit, scope: LeadScope): Promise<ProgramWithRules> {
  await programForLead(db, scope);
  await lockRoster(db, scope);
  return programForLead(db, scope);
}
