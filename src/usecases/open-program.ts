import { closuresFrom } from '../db/closures';
import { type Desk, findDesk } from '../db/members';
import { type PolicyEntry, policyEntries } from '../db/policies';
import type { ProgramWithRules } from '../db/programs';
import { findRestatement, type Restatement } from '../db/restatements';
import { closureRanges } from '../domain/closures';
import { type LocalDate, localDateAt } from '../domain/dates';
import type { PolicyLine, ProgramPage, ProgramSettings } from '../domain/program-page';
import { policyOn } from '../domain/program-rules';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import type { Context } from './context';
import { programForLead } from './lead-program';

interface Wish extends WorkspaceScope {
  viewerId: string;
  /** Null: the program of the channel if there is one, else any that she leads. */
  programId: string | null;
  channelId: string | null;
}

/**
 * A program as its settings show it.
 * @throws {UserError} noPrograms for somebody in no program, notLead for whoever leads none or not that one, and
 * notSupporter
 */
export async function openProgram({ db, now }: Context, wish: Wish): Promise<ProgramPage> {
  const { workspaceId, viewerId } = wish;
  const desk = await findDesk(db, { workspaceId }, viewerId);
  if (!desk || desk.programs.length === 0)
    throw new UserError(wish.programId ? 'notSupporter' : 'noPrograms');
  const programId = wish.programId ?? programOf(desk, wish.channelId);
  const scope = { workspaceId, programId };
  const program = await programForLead(db, { ...scope, leadId: viewerId });
  const today = localDateAt(now, program.zone);
  const [entries, closures, restatement] = await Promise.all([
    policyEntries(db, scope),
    closuresFrom(db, scope, today),
    findRestatement(db, scope),
  ]);
  return {
    locale: desk.member.locale,
    today,
    programId,
    zone: program.zone,
    settings: settingsOf(program),
    ...policiesOf(program, entries, today),
    closures: closureRanges(closures),
    progress: progressOf(restatement),
    others: desk.programs.filter(({ id, role }) => role === 'lead' && id !== programId),
  };
}

function programOf({ programs }: Desk, channelId: string | null): string {
  const here = programs.find((program) => program.channelId === channelId);
  const chosen = here ?? programs.find(({ role }) => role === 'lead');
  if (!chosen) throw new UserError('notLead');
  return chosen.id;
}

function settingsOf(program: ProgramWithRules): ProgramSettings {
  const { name, locale, country, workingWeekdays, digestAt, countedRoles } = program;
  return { name, locale, country, workingWeekdays, digestAt, countedRoles };
}

function policiesOf({ rules, zone }: ProgramWithRules, entries: readonly PolicyEntry[], today: LocalDate) {
  const lines = entries.map((entry) => lineOf(entry, zone));
  const counting = lines.filter(({ ended }) => ended === null);
  const { effectiveOn } = policyOn(rules, today);
  const current = counting.find((line) => line.effectiveOn === effectiveOn) ?? null;
  const planned = counting
    .filter((line) => line.effectiveOn > today && line !== current)
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  const shown = new Set([current, ...planned]);
  return { current, planned, past: lines.filter((line) => !shown.has(line)) };
}

function lineOf(entry: PolicyEntry, zone: string): PolicyLine {
  const { id, effectiveOn, contactsPerWeek, floorDays, reason, setAt, endedAt } = entry;
  return {
    ...{ id, effectiveOn, contactsPerWeek, floorDays, reason },
    setOn: localDateAt(setAt, zone),
    setBy: entry.setByName ?? entry.setBy,
    ended: endedAt && { on: localDateAt(endedAt, zone), by: entry.endedByName ?? entry.endedBy },
  };
}

function progressOf(restatement: Restatement | null): ProgramPage['progress'] {
  if (!restatement?.startedAt || restatement.finishedAt) return null;
  return { done: restatement.done, total: restatement.total };
}
