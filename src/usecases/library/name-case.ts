import { findCaseFor } from '../../db/case-reading';
import { findCase } from '../../db/case-writing';
import type { Queryable } from '../../db/client';
import { ownConsultations } from '../../db/consultations';
import { type Delivery, findByKeys, type NewDelivery, planDeliveries } from '../../db/deliveries';
import { newId } from '../../db/ids';
import { findOpenConsultationOf } from '../../db/library-reading';
import { findMember } from '../../db/members';
import { requireProgram } from '../../db/programs';
import { localDateAt } from '../../domain/dates';
import type { OwnQuestion } from '../../domain/home';
import type { NamedCase } from '../../domain/library';
import type { Locale } from '../../domain/locale';
import { UserError } from '../../errors';
import { deliverJob } from '../../jobs/catalog';
import { type Context, transact } from '../context';
import { type CaseViewing, requireCase } from './open-case';

/** What Slack's menu takes. */
const mostConsultations = 100;

/**
 * The open consultations of the viewer in which she could use a case: those of its program, as another team may not read it.
 * @throws {UserError} caseGone
 */
export async function openUse(
  { db }: Context,
  viewing: CaseViewing,
): Promise<{ locale: Locale; title: string; version: number; consultations: OwnQuestion[] }> {
  const { workspaceId } = viewing;
  const { title, version, programId } = await requireCase(db, viewing);
  const member = await findMember(db, viewing, viewing.viewerId);
  const consultations = await ownConsultations(
    db,
    { workspaceId, programId },
    viewing.viewerId,
    mostConsultations,
  );
  return { locale: member?.locale ?? 'ja', title, version, consultations };
}

/**
 * Posts a note that names a case into the thread of a consultation of the viewer's. Once: where it stands there already,
 * it is `repeated`.
 * @throws {UserError} caseGone, consultationOver
 */
export function nameInConsultation(
  context: Context,
  { consultationId, ...viewing }: CaseViewing & { consultationId: string },
): Promise<{ repeated: boolean }> {
  return transact(context, async ({ db, now, jobs }) => {
    const read = await findCaseFor(db, viewing, viewing.viewerId, viewing.caseId);
    if (!read || read.retired) throw new UserError('caseGone');
    const open = await findOpenConsultationOf(db, viewing, viewing.viewerId, consultationId);
    if (open?.programId !== read.programId) throw new UserError('consultationOver');
    const { workspaceId } = viewing;
    const program = await requireProgram(db, { workspaceId, programId: open.programId });
    const dedupeKey = `consultation_case-${consultationId}-${read.id}`;
    const known = await findByKeys(db, [{ workspaceId, dedupeKey }]);
    if (known.size > 0) return { repeated: true };
    const id = newId();
    const delivery: NewDelivery = {
      ...{ id, workspaceId, programId: program.id, kind: 'consultation_case', recipient: program.channelId },
      ...{ dedupeKey, subject: read.id, threadOf: consultationId, live: false },
      ...{ onDate: localDateAt(now, program.zone), runAt: now, createdAt: now },
    };
    await planDeliveries(db, [{ delivery, learners: [] }]);
    jobs.push(deliverJob(id, 0));
    return { repeated: false };
  });
}

/** A case that is named in a thread, with the program's language. Null: it was retired meanwhile. */
export async function buildNamedCase(
  db: Queryable,
  { workspaceId, programId, subject }: Delivery,
): Promise<{ locale: Locale; named: NamedCase } | null> {
  if (subject === null || programId === null) return null;
  const row = await findCase(db, { workspaceId }, subject);
  if (!row || row.retiredAt) return null;
  const { locale } = await requireProgram(db, { workspaceId, programId });
  const { id, title, situation, helped, outcome } = row;
  return { locale, named: { id, title, situation, helped, outcome } };
}
