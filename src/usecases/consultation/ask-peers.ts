import { audit } from '../../db/audit';
import { lockConsultation } from '../../db/consultation-threads';
import {
  type Consultation,
  findOpenConsultation,
  findQuestionBySubmission,
  insertConsultation,
  insertQuestion,
} from '../../db/consultations';
import { type NewDelivery, planDeliveries } from '../../db/deliveries';
import { newId } from '../../db/ids';
import type { SeenLearner } from '../../db/learners';
import { type ProgramWithRules, requireProgram } from '../../db/programs';
import type { Question } from '../../domain/consultation';
import { localDateAt } from '../../domain/dates';
import type { WorkspaceScope } from '../../domain/scope';
import { UserError } from '../../errors';
import { deliverJob } from '../../jobs/catalog';
import { type Context, transact, type Unit } from '../context';
import { lockOwnLearner } from '../lock-own-learner';
import { touchHomesOf } from '../touch-homes';
import { answerDays } from './answer-days';
import { awaitAnswer } from './restate-answered';

export interface AskInput extends WorkspaceScope {
  authorId: string;
  learnerId: string;
  question: Question;
  /** Whether the learner's name is to be hidden from whatever the team reads. */
  hideName: boolean;
  /** Of the first question: the check-ins that the post shows. */
  shownCheckIns: readonly string[];
  /** One per opened modal: submitting it twice asks once. */
  submissionKey: string;
}

export interface Asked {
  learnerName: string;
  /** Whether it joined what somebody had asked about the learner already. */
  joined: boolean;
  repeated: boolean;
}

/**
 * Asks the team about a learner: in a thread of its own, or, where one is open about her already, as a further question in
 * that thread.
 * @throws {UserError} savedAsSent when this modal has asked something else, consultationNamed when her name is to be hidden
 * and one is open that names her, and what lockOwnLearner throws.
 */
export async function askPeers(context: Context, input: AskInput): Promise<Asked> {
  return transact(context, async (unit) => {
    const learner = await lockOwnLearner(unit, input, input.authorId, input.learnerId);
    const earlier = await findQuestionBySubmission(unit.db, input, input.submissionKey);
    if (earlier) {
      if (!isSame(earlier, input)) throw new UserError('savedAsSent');
      return { learnerName: learner.name, joined: false, repeated: true };
    }
    const program = await requireProgram(unit.db, learner);
    const open = await findOpenConsultation(unit.db, input, learner.id);
    if (open && input.hideName && !open.hideName) throw new UserError('consultationNamed');
    const consultationId = open
      ? await join(unit, input, { program, open })
      : await begin(unit, input, { program, learner });
    await touchHomesOf(unit, input, [input.authorId]);
    await audit(unit.db, {
      workspaceId: input.workspaceId,
      programId: program.id,
      actorId: input.authorId,
      action: open ? 'consultation.joined' : 'consultation.opened',
      subjectId: consultationId,
      details: { learnerId: learner.id },
      at: unit.now,
    });
    return { learnerName: learner.name, joined: open !== null, repeated: false };
  });
}

function isSame(
  earlier: Question & { authorId: string; learnerId: string },
  { authorId, learnerId, question }: AskInput,
): boolean {
  const { situation, tried, wants } = earlier;
  return (
    earlier.authorId === authorId &&
    earlier.learnerId === learnerId &&
    JSON.stringify([situation, tried, [...wants].sort()]) ===
      JSON.stringify([question.situation, question.tried, [...question.wants].sort()])
  );
}

async function begin(
  unit: Unit,
  { workspaceId, authorId, question, hideName, shownCheckIns, submissionKey }: AskInput,
  { program, learner }: { program: ProgramWithRules; learner: SeenLearner },
): Promise<string> {
  const { db, now, jobs } = unit;
  const id = newId();
  const days = await answerDays(unit, program, authorId);
  await insertConsultation(db, {
    ...{ id, workspaceId, programId: program.id, learnerId: learner.id, authorId, hideName },
    ...{ shownCheckIns: [...shownCheckIns], openedAt: now, openedOn: localDateAt(now, program.zone) },
    ...days,
  });
  await insertQuestion(db, {
    ...{ id: newId(), workspaceId, consultationId: id, authorId, ...question, submissionKey, askedAt: now },
  });
  await planDeliveries(db, [
    { delivery: delivery(unit, program, { id, kind: 'consultation' }), learners: [] },
  ]);
  jobs.push(deliverJob(id, 0));
  return id;
}

/** It is asked in the thread, and the root post counts who joined and who answered. */
async function join(
  unit: Unit,
  { workspaceId, authorId, question, submissionKey }: AskInput,
  { program, open }: { program: ProgramWithRules; open: Consultation },
): Promise<string> {
  const { db, now, jobs } = unit;
  const id = newId();
  await insertQuestion(db, {
    ...{ id, workspaceId, consultationId: open.id, authorId, ...question, submissionKey, askedAt: now },
  });
  const note = {
    ...delivery(unit, program, { id, kind: 'consultation_joined' }),
    ...{ subject: open.id, threadOf: open.id, live: false },
  };
  await planDeliveries(db, [{ delivery: note, learners: [] }]);
  jobs.push(deliverJob(id, 0));
  const held = await lockConsultation(db, open);
  if (held) await awaitAnswer(unit, program, held, authorId);
  return open.id;
}

function delivery(
  { now }: Unit,
  { workspaceId, id: programId, channelId, zone }: ProgramWithRules,
  { id, kind }: { id: string; kind: 'consultation' | 'consultation_joined' },
): NewDelivery {
  return {
    ...{ id, kind, workspaceId, programId, recipient: channelId, dedupeKey: `${kind}-${id}` },
    ...{ onDate: localDateAt(now, zone), runAt: now, createdAt: now },
  };
}
