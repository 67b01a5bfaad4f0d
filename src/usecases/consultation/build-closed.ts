import { findToldCase } from '../../db/case-writing';
import type { Queryable } from '../../db/client';
import { findToldConsultation, type ToldConsultation } from '../../db/consultation-closing';
import type { Delivery } from '../../db/deliveries';
import type { ClosedConsultation } from '../../domain/closing';
import { reopenableUntil } from '../../domain/consultation';
import { localDateAt } from '../../domain/dates';
import type { Locale } from '../../domain/locale';
import type { WorkspaceScope } from '../../domain/scope';

/** What is told of a consultation that was closed, from live data. Null: it never was, or is gone. */
async function closedConsultation(
  db: Queryable,
  scope: WorkspaceScope,
  consultationId: string,
  now: Date,
): Promise<(ClosedConsultation & { locale: Locale }) | null> {
  const told = await findToldConsultation(db, scope, consultationId);
  return told && closedOf(db, told, now);
}

async function closedOf(db: Queryable, told: ToldConsultation, now: Date) {
  const { id: consultationId, caseId, closedOn: on, closedByName: byName, locale, zone } = told;
  const written = caseId === null ? null : await findToldCase(db, told, caseId);
  if (caseId === null || !written) return null;
  const { title, outcome, helpers, followUpAnswer: answer, followUpLine: line } = written;
  const until = on === null ? null : reopenableUntil(on);
  return {
    ...{ locale, consultationId, caseId, title, outcome, helpers },
    closed: on === null ? null : { byName: byName ?? '', on },
    reopenableUntil: until !== null && localDateAt(now, zone) <= until ? until : null,
    followUp: answer === null ? null : { answer, line },
  };
}

/** The thread's note that its consultation was closed. Null: it was opened again before it was told, or is gone. */
export async function buildClosedNote(
  db: Queryable,
  delivery: Delivery,
  now: Date,
): Promise<{ locale: Locale; model: ClosedConsultation } | null> {
  if (delivery.subject === null) return null;
  const model = await closedConsultation(db, delivery, delivery.subject, now);
  if (!model || (!model.closed && delivery.status !== 'sent')) return null;
  return { locale: model.locale, model };
}

/** The thread's note that it was opened again. Null: it was closed meanwhile, or is gone. */
export async function buildReopenedNote(
  db: Queryable,
  delivery: Delivery,
): Promise<{ locale: Locale; byName: string } | null> {
  if (delivery.subject === null) return null;
  const told = await findToldConsultation(db, delivery, delivery.subject);
  if (told?.status !== 'open' || told.reopenedByName === null) return null;
  return { locale: told.locale, byName: told.reopenedByName };
}
