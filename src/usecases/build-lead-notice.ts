import type { Queryable } from '../db/client';
import type { Delivery } from '../db/deliveries';
import { findMember } from '../db/members';
import { findProgramInChannel } from '../db/programs';
import type { Locale } from '../domain/locale';

export interface BuiltLeadNotice {
  locale: Locale;
  notice: { subject: string; failure: string; programName: string | null };
}

/** What a lead is told of somebody, or of a channel, that can't be reached. Null: the lead is gone. */
export async function buildLeadNotice(db: Queryable, delivery: Delivery): Promise<BuiltLeadNotice | null> {
  const { subject, problem } = delivery;
  const lead = await findMember(db, delivery, delivery.recipient);
  if (!lead || !subject || !problem) return null;
  const program = await findProgramInChannel(db, delivery, subject);
  return {
    locale: lead.locale,
    notice: { subject, failure: problem, programName: program?.name ?? null },
  };
}
