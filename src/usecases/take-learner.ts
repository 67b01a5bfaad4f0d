import { overlappingAbsence } from '../db/absences';
import { findActor } from '../db/acting';
import { audit } from '../db/audit';
import { endDayCovers, isTakenOn, setDayCover } from '../db/day-covers';
import { companionToAsk } from '../db/handovers';
import { pausesOf, type SeenLearner, updateLearner } from '../db/learners';
import { findMember, leadsToTell } from '../db/members';
import { requireProgram } from '../db/programs';
import type { Taken } from '../domain/cover';
import { type LocalDate, localDateAt } from '../domain/dates';
import { isLastCall } from '../domain/last-call';
import { isPaused } from '../domain/pauses';
import type { ProgramRules } from '../domain/program-rules';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { type Context, transact, type Unit } from './context';
import { lockOwnLearner } from './lock-own-learner';
import { loadNeedsCover } from './needs-cover';
import { planCards } from './plan-cards';
import { touchListsOf } from './restate-learner';
import { touchHomesOf } from './touch-homes';

export interface TakeInput extends WorkspaceScope {
  supporterId: string;
  learnerId: string;
  /** For the program's present day, after which she goes back by herself, or as the new companion. */
  forGood: boolean;
}

/**
 * "I'll take it": has the supporter act for a learner who needs cover, or, from noon of the floor's last day, for
 * whomever nobody has contacted yet. The first one to press has her; pressing again changes nothing. For good only
 * where no companion can be asked: who has one comes by handover; for the day only whoever is due.
 * @throws {UserError} alreadyTaken with the name of whoever acts for the learner, askForHandover with her companion's,
 * takeNotDue, takeAway and takeUnreachable where the supporter herself can't act today, and what lockOwnLearner throws.
 */
export async function takeLearner(
  context: Context,
  { supporterId, learnerId, forGood, ...scope }: TakeInput,
): Promise<Taken> {
  return transact(context, async (unit) => {
    const learner = await lockOwnLearner(unit, scope, supporterId, learnerId);
    const { rules } = await requireProgram(unit.db, learner);
    const on = localDateAt(unit.now, rules.zone);
    const isCompanion = learner.companionId === supporterId;
    const mayBeKept = !isCompanion && (await isForTheTaking(unit, learner, forGood));
    const taken = { learnerId, learnerName: learner.name, on, mayBeKept };
    const { actorId, ...actor } = await findActor(unit.db, learner, learner.id, unit.now);
    if (actorId === supporterId && (!forGood || isCompanion)) {
      return { ...taken, forGood: isCompanion };
    }
    if (actorId !== supporterId && !(await mayBeTaken(unit, learner, { actorId, ...actor }, rules))) {
      throw new UserError('alreadyTaken', { name: actor.actorName ?? '' });
    }
    await refuseAbsent(unit, scope, supporterId);
    if (!forGood) await refuseNotDue(unit, learner, on);
    if (forGood) await makeCompanion(unit, learner, supporterId, on);
    else
      await setDayCover(unit.db, learner, {
        learnerId,
        coveredOn: on,
        userId: supporterId,
        takenAt: unit.now,
      });
    await tell(unit, learner, { supporterId, actorId, on, forGood });
    return { ...taken, forGood };
  });
}

/** Whoever is away or out of Slack's reach acts for nobody (db/acting): the learner would be hers in name alone. */
async function refuseAbsent({ db, now }: Unit, scope: WorkspaceScope, userId: string): Promise<void> {
  const member = await findMember(db, scope, userId);
  if (!member || member.unreachableSince !== null) throw new UserError('takeUnreachable');
  const today = localDateAt(now, member.zone);
  const away = await overlappingAbsence(db, { ...scope, userId }, { from: today, to: today });
  if (away) throw new UserError('takeAway', away);
}

/** An old list may offer somebody who was contacted since, is planned for later, or is on a break. */
async function refuseNotDue({ db }: Unit, learner: SeenLearner, on: LocalDate): Promise<void> {
  const { dueOn } = learner;
  if (dueOn === null || dueOn > on || isPaused(await pausesOf(db, learner, learner.id), on)) {
    throw new UserError('takeNotDue');
  }
}

/** Whether nobody has to be asked before somebody else becomes the companion; where it is wanted, it must be so. */
async function isForTheTaking({ db }: Unit, learner: SeenLearner, wanted: boolean): Promise<boolean> {
  const companion = await companionToAsk(db, learner, learner.companionId);
  if (wanted && companion !== null) throw new UserError('askForHandover', { name: companion });
  return companion === null;
}

async function mayBeTaken(
  { db, now }: Unit,
  learner: SeenLearner,
  actor: Awaited<ReturnType<typeof findActor>>,
  rules: ProgramRules,
): Promise<boolean> {
  const needsCover = await loadNeedsCover(db, learner, [actor], now);
  if (needsCover({ ...learner, ...actor })) return true;
  const on = localDateAt(now, rules.zone);
  return isLastCall(learner, rules, now) && !(await isTakenOn(db, learner, learner.id, on));
}

async function makeCompanion(
  { db }: Unit,
  learner: SeenLearner,
  companionId: string,
  on: LocalDate,
): Promise<void> {
  await updateLearner(db, learner, learner.id, { companionId });
  await endDayCovers(db, learner, [learner.id], on);
}

interface Taking {
  supporterId: string;
  /** Who acted before. */
  actorId: string | null;
  on: LocalDate;
  forGood: boolean;
}

/** The new one gets the learner's card; lists and Homes show who has her. */
async function tell(unit: Unit, learner: SeenLearner, taking: Taking): Promise<void> {
  const { supporterId, actorId, on, forGood } = taking;
  await planCards(unit, learner, {
    dedupeKey: `cards-${learner.id}-${supporterId}-${on}`,
    recipient: supporterId,
    learnerIds: [learner.id],
    onDate: on,
    runAt: unit.now,
    requestId: null,
  });
  await touchListsOf(unit, learner, [learner.id]);
  const { workspaceId, programId } = learner;
  const leads = await leadsToTell(unit.db, { workspaceId, programIds: [programId] });
  await touchHomesOf(unit, learner, [learner.companionId, actorId, supporterId, ...leads]);
  await audit(unit.db, {
    workspaceId,
    programId,
    actorId: supporterId,
    action: forGood ? 'learner.taken' : 'learner.taken_for_day',
    subjectId: learner.id,
    details: { from: learner.companionId, on },
    at: unit.now,
  });
}
