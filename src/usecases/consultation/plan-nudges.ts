import {
  candidatesFor,
  countNudges,
  insertNudge,
  lockConsultationsToNudge,
  setNextNudge,
} from '../../db/consultation-nudges';
import type { Consultation } from '../../db/consultations';
import { planDeliveries } from '../../db/deliveries';
import { newId } from '../../db/ids';
import { memberKey, type ProgramWithRules, requireProgram } from '../../db/programs';
import { worksOn } from '../../domain/availability';
import { nextWorkingDay } from '../../domain/calendar';
import { localDateAt } from '../../domain/dates';
import { mostNudges, type PossibleHelper, whomToAsk } from '../../domain/nudge';
import { deliverJob } from '../../jobs/catalog';
import type { Context, Unit } from '../context';
import { type Planner, planBatch } from '../plan-batch';
import { loadWorkers } from '../working-times';
import { nudgeAt } from './answer-days';

/**
 * Asks somebody by name in each thread whose question should have had an answer by now: with that day's digest, once a
 * working day, so many times at most. Returns how many were looked at; less than `limit` means that none is left.
 * @throws as planBatch
 */
export function planNudges(context: Context, limit: number): Promise<number> {
  return planBatch(context, planner, limit);
}

const planner: Planner<Consultation> = {
  lock: lockConsultationsToNudge,
  plan: async (unit, consultations) => {
    for (const consultation of consultations) await nudge(unit, consultation);
  },
  putOff: setNextNudge,
  nameOf: ({ workspaceId, id }) => `nudge of consultation ${id} of ${workspaceId}`,
};

async function nudge(unit: Unit, consultation: Consultation): Promise<void> {
  const { db, now } = unit;
  const program = await requireProgram(db, consultation);
  const today = localDateAt(now, program.zone);
  const { isWorkingDay } = program.rules.calendar;
  // A day off, or a digest's hour that was missed until a day on which nobody expects a list.
  if (isWorkingDay(today)) await askSomebody(unit, { consultation, program });
  const next = nextWorkingDay(today, isWorkingDay);
  const goOn = next !== null && (await countNudges(db, consultation)) < mostNudges;
  await setNextNudge(db, consultation, goOn ? nudgeAt(program, next) : null);
}

async function askSomebody(
  unit: Unit,
  { consultation, program }: { consultation: Consultation; program: ProgramWithRules },
): Promise<void> {
  const { db, now, jobs } = unit;
  const { workspaceId, programId, id: consultationId } = consultation;
  const asked = whomToAsk(await peopleFor(unit, consultation));
  if (!asked) return;
  const id = newId();
  const askedOn = localDateAt(now, program.zone);
  const experienced = asked.experience > 0;
  const nudged = { workspaceId, programId, consultationId, askedId: asked.userId, experienced };
  if (!(await insertNudge(db, { ...nudged, id, askedOn, askedAt: now }))) return;
  await planDeliveries(db, [
    {
      learners: [],
      delivery: {
        ...{ id, workspaceId, programId, kind: 'consultation_nudge', recipient: program.channelId },
        ...{
          dedupeKey: `nudge-${consultationId}-${askedOn}`,
          subject: consultationId,
          threadOf: consultationId,
        },
        ...{ onDate: askedOn, live: false, runAt: now, createdAt: now },
      },
    },
  ]);
  jobs.push(deliverJob(id, 0));
}

async function peopleFor({ db, now }: Unit, consultation: Consultation): Promise<PossibleHelper[]> {
  const { workspaceId } = consultation;
  const candidates = await candidatesFor(db, consultation);
  const workers = await loadWorkers(
    db,
    candidates.map(({ userId }) => ({ workspaceId, userId })),
    now,
  );
  return candidates.map((candidate) => {
    const time = workers.get(memberKey({ workspaceId, userId: candidate.userId }))?.time;
    return { ...candidate, worksToday: time ? worksOn(time)(localDateAt(now, time.zone)) : false };
  });
}
