import { planDeliveries } from '../db/deliveries';
import { newId } from '../db/ids';
import { leadsToTell } from '../db/members';
import type { LocalDate } from '../domain/dates';
import type { WorkspaceScope } from '../domain/scope';
import { deliverJob } from '../jobs/catalog';
import type { Unit } from './context';

export interface Trouble extends WorkspaceScope {
  programIds: readonly string[];
  /** The Slack user or channel that a message could not be delivered to. */
  subject: string;
  /** Slack's error code. */
  problem: string;
  onDate: LocalDate;
  /** Tells occasions apart: of one occasion, each lead hears once. */
  occasion: string;
}

/** Tells the leads of these programs, but not the subject herself, that somebody or a channel can't be reached. */
export async function tellLeads({ db, now, jobs }: Unit, trouble: Trouble): Promise<void> {
  const { workspaceId, subject, problem, onDate, occasion } = trouble;
  const leads = await leadsToTell(db, trouble, subject);
  const notices = leads.map((lead) => ({
    learners: [],
    delivery: {
      id: newId(),
      workspaceId,
      kind: 'lead_notice' as const,
      dedupeKey: `lead-notice-${subject}-${occasion}-${lead}`,
      recipient: lead,
      subject,
      problem,
      onDate,
      live: false,
      runAt: now,
      createdAt: now,
    },
  }));
  for (const id of await planDeliveries(db, notices)) jobs.push(deliverJob(id, 0));
}
