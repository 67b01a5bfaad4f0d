import { sql } from 'drizzle-orm';
import { contactStatesOf } from '../../db/check-ins';
import type { Learner } from '../../db/learners';
import { nothingDue } from '../../domain/cadence';
import type { ProgramRules } from '../../domain/program-rules';
import { type DueDays, dueDaysFor } from '../../domain/restatement';
import type { ProgramScope } from '../../domain/scope';
import type { Unit } from '../../usecases/context';
import type { History } from './history';

/** A learner with what is made up about her. */
export interface Life {
  learner: Learner;
  history: History;
  /** Who wrote it, by Slack's id. */
  author: string;
}

const { reason: dueReason, ...noDays } = nothingDue;
const notFollowed: DueDays = { ...noDays, dueReason, watching: false };

/**
 * Works out what follows from the check-ins of learners who were imported just now: due day, floor, who awaits an answer,
 * as on the day of the last contact, which is when the next due day was set. One statement for all of them; nobody has a
 * pause yet, and no list and no Home shows them.
 */
export async function restateLives(
  { db }: Unit,
  { workspaceId }: ProgramScope,
  lives: readonly Life[],
  rules: ProgramRules,
): Promise<void> {
  const ids = lives.map(({ learner }) => learner.id);
  const states = await contactStatesOf(db, { workspaceId }, ids);
  const rows = lives.flatMap(({ learner, history, author }) => {
    const state = states.get(learner.id);
    const last = history.contacts.at(-1);
    if (!state || !last) return [];
    const { on: plannedOn, reason: planReason } = history.plan ?? { on: null, reason: null };
    const plannedBy = plannedOn && author;
    const today = last.content.contactedOn;
    const cadence = { ...learner, plannedOn, lastContactOn: state.lastContactOn, pauses: [] };
    const days = learner.status === 'active' ? dueDaysFor(rules, cadence, today) : notFollowed;
    const unit = state.unit ?? learner.unit;
    return [{ ...state, ...days, id: learner.id, unit, plannedOn, planReason, plannedBy, today }];
  });
  await db.execute(sql`
    update learners l set last_contact_on = r."lastContactOn", awaiting_reply_since = r."awaitingReplySince", unit = r.unit,
      planned_on = r."plannedOn", plan_reason = r."planReason", planned_by = r."plannedBy", due_on = r."dueOn",
      floor_on = r."floorOn", due_reason = r."dueReason", watching = r.watching, due_set_on = r.today,
      version = l.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, "lastContactOn" date, "awaitingReplySince" date,
      unit text, "plannedOn" date, "planReason" text, "plannedBy" text, "dueOn" date, "floorOn" date, "dueReason" text,
      watching boolean, today date)
    where l.workspace_id = ${workspaceId} and l.id = r.id`);
}
