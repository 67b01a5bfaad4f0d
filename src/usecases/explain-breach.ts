import { audit } from '../db/audit';
import { findBreachFor, lockBreachFor, type SeenBreach, setBreachCauseRow } from '../db/breaches';
import { findMember, leadsToTell } from '../db/members';
import type { BreachCauseGiven } from '../domain/breach';
import type { LocalDate } from '../domain/dates';
import type { Locale } from '../domain/locale';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { type Context, transact } from './context';
import { touchHomesOf } from './touch-homes';

interface Asking extends WorkspaceScope {
  leadId: string;
  breachId: string;
}

export interface OpenedBreach {
  locale: Locale;
  learnerName: string;
  floorOn: LocalDate;
  /** What was said before, else what suggests itself; null: nothing does. */
  given: BreachCauseGiven | null;
  /** ISO instant at which that was said; null: it only suggests itself, or there is nothing. */
  setAt: string | null;
}

/**
 * What the modal shows that asks a lead why the minimum was missed. Where nobody covered, that suggests itself.
 * @throws {UserError} breachGone, or leadsOnly for other supporters.
 */
export async function openBreach({ db }: Context, asking: Asking): Promise<OpenedBreach> {
  const seen = await findBreachFor(db, asking, asking.leadId, asking.breachId);
  const { breach, learnerName } = requireLead(seen);
  const member = await findMember(db, asking, asking.leadId);
  const { floorOn, cause, causeNote: note, companionId } = breach;
  const suggested = companionId === null ? { cause: 'no_cover' as const, note: '' } : null;
  return {
    locale: member?.locale ?? 'ja',
    learnerName,
    floorOn,
    given: cause ? { cause, note } : suggested,
    setAt: breach.causeSetAt?.toISOString() ?? null,
  };
}

export interface ExplainedBreach {
  learnerName: string;
  floorOn: LocalDate;
  repeated: boolean;
}

/**
 * Notes why the minimum was missed, for the review. Saying the same again is `repeated` and writes nothing.
 * @throws {UserError} breachGone when it was taken back or is in no program of hers, leadsOnly for other supporters,
 * changedMeanwhile when another lead has said something else since `setAt`.
 */
export async function explainBreach(
  context: Context,
  { given, setAt, ...asking }: Asking & { given: BreachCauseGiven; setAt: string | null },
): Promise<ExplainedBreach> {
  return transact(context, async (unit) => {
    const { db, now } = unit;
    const seen = await lockBreachFor(db, asking, asking.leadId, asking.breachId);
    const { breach, learnerName } = requireLead(seen);
    const { workspaceId, programId, floorOn } = breach;
    if (breach.cause === given.cause && breach.causeNote === given.note)
      return { learnerName, floorOn, repeated: true };
    if ((breach.causeSetAt?.toISOString() ?? null) !== setAt) throw new UserError('changedMeanwhile');
    await setBreachCauseRow(db, breach, breach.id, given, { by: asking.leadId, at: now });
    await touchHomesOf(unit, breach, await leadsToTell(db, { workspaceId, programIds: [programId] }));
    await audit(db, {
      workspaceId,
      programId,
      actorId: asking.leadId,
      action: 'breach.explained',
      subjectId: breach.id,
      details: { learnerId: breach.learnerId, floorOn, cause: given.cause },
      at: now,
    });
    return { learnerName, floorOn, repeated: false };
  });
}

function requireLead(seen: SeenBreach | null): SeenBreach {
  if (!seen) throw new UserError('breachGone');
  if (seen.viewerRole !== 'lead') throw new UserError('leadsOnly');
  return seen;
}
