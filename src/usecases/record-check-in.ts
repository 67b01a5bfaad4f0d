import { findActor } from '../db/acting';
import { audit } from '../db/audit';
import { careRolesOf } from '../db/care-team';
import { type CheckIn, contactStateOf, findBySubmission, insertCheckIn } from '../db/check-ins';
import { pausesOf, type SeenLearner } from '../db/learners';
import { type ProgramWithRules, requireProgram } from '../db/programs';
import { mayPlan } from '../domain/access';
import type { CheckInContent, PlannedContact } from '../domain/check-in';
import { addDays, type LocalDate, later, localDateAt } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import { UserError } from '../errors';
import { contentOf, sameContent } from './check-in-content';
import { type Context, transact, type Unit } from './context';
import { publishCheckIn } from './library/publish-check-in';
import { lockOwnLearner } from './lock-own-learner';
import { refusePlan } from './refuse-plan';
import { type Restated, restateLearner, standingOf } from './restate-learner';
import { tellCareTeam } from './tell-care-team';

/** How long before the course a welcome may have been sent and still be logged, in days. */
const welcomeDays = 30;

export interface CheckInInput extends WorkspaceScope {
  authorId: string;
  learnerId: string;
  /** Of mentor and advisor, without its promise. */
  content: CheckInContent;
  /** The author's own date for the next contact; null: the usual rhythm. Not read of mentor and advisor. */
  plan: PlannedContact | null;
  sourcePermalink: string | null;
  /** One per opened modal: submitting it twice logs once. */
  submissionKey: string;
}

export interface RecordedCheckIn {
  checkInId: string;
  learnerName: string;
  next: Restated;
  /** Whether it counts towards rhythm and floor: whose contacts do is the program's to say. */
  counts: boolean;
  /** Whose the learner is, when it isn't the author: a cover, or somebody else since the modal was opened. */
  companionName: string | null;
  /** True when this modal had been submitted before; nothing was written. */
  repeated: boolean;
}

/**
 * Logs one contact with a learner and works out when the next one is due.
 * @throws {UserError} when the learner can't be found or followed up by the author, for a day in the future or
 * long before the course, for a plan past the floor, past the course or without its reason, and nobodyToTell.
 */
export async function recordCheckIn(context: Context, asked: CheckInInput): Promise<RecordedCheckIn> {
  return transact(context, async (unit) => {
    const learner = await lockOwnLearner(unit, asked, asked.authorId, asked.learnerId, 'careTeam');
    const input = { ...asked, content: keepable(asked.content, learner) };
    const earlier = await findSubmitted(unit, input);
    if (earlier) return repeated(earlier, learner);
    const program = await requireProgram(unit.db, learner);
    const today = localDateAt(unit.now, program.zone);
    refuseDay(input.content.contactedOn, learner, today);
    await refusePlanAfter(unit, input, learner, program, today);
    const roles = await rolesOf(unit, learner, input.authorId);
    const counts = roles.some((role) => program.countedRoles.includes(role));
    const row = await insertCheckIn(unit.db, learner, { ...input, counts, createdAt: unit.now });
    if (!row) return repeated(await requireSubmitted(unit, input), learner);
    await tellCareTeam(unit, learner, program, { ...input.content, ...row, authorId: input.authorId });
    await publishCheckIn(unit, learner, program, { checkInId: row.id, before: null, content: input.content });
    const next = await restateLearner(unit, learner, program.rules, today, {
      ...planChange(input, learner),
      by: input.authorId,
      promiseBy: input.content.promise ? input.authorId : undefined,
    });
    await audit(unit.db, {
      workspaceId: input.workspaceId,
      programId: learner.programId,
      actorId: input.authorId,
      action: 'check_in.recorded',
      subjectId: row.id,
      details: { learnerId: learner.id, contactedOn: input.content.contactedOn },
      at: unit.now,
    });
    const companionName = await companionBeside(unit, learner, input.authorId);
    return { checkInId: row.id, learnerName: learner.name, next, counts, companionName, repeated: false };
  });
}

/**
 * Without a promise of somebody who isn't of the program's team, as mentor and advisor: nothing would remind her of it, and
 * she could not tick it off.
 */
export function keepable(content: CheckInContent, { viewerRole }: SeenLearner): CheckInContent {
  return mayPlan(viewerRole) ? content : { ...content, promise: null };
}

/**
 * What this modal has logged already; null: nothing. A modal that was given up waiting for may have been saved all
 * the same: what was changed in it since belongs into a correction, neither to be lost nor to be a second contact.
 */
async function findSubmitted({ db }: Unit, input: CheckInInput): Promise<CheckIn | null> {
  const earlier = await findBySubmission(db, input, input.submissionKey);
  if (!earlier) return null;
  const { checkIn, promise } = earlier;
  const unchanged =
    checkIn.learnerId === input.learnerId && sameContent(contentOf(checkIn, promise), input.content);
  if (!unchanged) throw new UserError('savedBefore');
  return checkIn;
}

async function requireSubmitted(unit: Unit, input: CheckInInput): Promise<CheckIn> {
  const first = await findSubmitted(unit, input);
  if (!first) throw new Error('check-in: submission key: expected the row that the insert ran into');
  return first;
}

/** Whoever is neither companion nor in the care team stands in for them: a cover. */
async function rolesOf({ db }: Unit, learner: SeenLearner, userId: string): Promise<string[]> {
  if (learner.companionId === userId) return ['companion'];
  const roles = await careRolesOf(db, learner, learner.id, userId);
  return roles.length > 0 ? roles : ['cover'];
}

function repeated(checkIn: CheckIn, learner: SeenLearner): RecordedCheckIn {
  return {
    checkInId: checkIn.id,
    learnerName: learner.name,
    next: standingOf(learner),
    counts: checkIn.counts,
    companionName: null,
    repeated: true,
  };
}

/** Who acts for the learner now; null when that is the person herself, or nobody. */
export async function companionBeside(
  { db, now }: Unit,
  learner: SeenLearner,
  userId: string,
): Promise<string | null> {
  const { actorId, actorName } = await findActor(db, learner, learner.id, now);
  return actorId === userId ? null : actorName;
}

export function refuseDay(contactedOn: LocalDate, learner: SeenLearner, today: LocalDate): void {
  if (contactedOn > today) throw new UserError('contactInFuture');
  const from = addDays(learner.startedOn, -welcomeDays);
  if (contactedOn < from) throw new UserError('contactBeforeCourse', { from });
}

/** The plan is judged by the learner as she will stand once this contact counts. */
async function refusePlanAfter(
  { db }: Unit,
  { content, plan }: CheckInInput,
  learner: SeenLearner,
  program: ProgramWithRules,
  today: LocalDate,
): Promise<void> {
  if (!plan || !mayPlan(learner.viewerRole)) return;
  const { lastContactOn } = await contactStateOf(db, learner, learner.id);
  const cadence = {
    ...learner,
    lastContactOn: later(lastContactOn ?? '', content.contactedOn),
    pauses: await pausesOf(db, learner, learner.id),
  };
  refusePlan(program.rules, cadence, plan, today);
}

/**
 * A contact that is logged late, before one that is known already, leaves a plan made since as it is; so does that of
 * a mentor or advisor, who doesn't decide on it.
 */
function planChange({ plan, authorId, content }: CheckInInput, learner: SeenLearner) {
  if (!mayPlan(learner.viewerRole)) return {};
  if (plan) return { plan: { ...plan, by: authorId } };
  const logsThePast = learner.lastContactOn !== null && content.contactedOn < learner.lastContactOn;
  return logsThePast ? {} : { plan: null };
}
