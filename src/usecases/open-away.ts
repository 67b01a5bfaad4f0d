import { findAbsence, type MemberKey } from '../db/absences';
import { absencesShown, coversShown } from '../db/availability';
import { findDesk } from '../db/members';
import type { AbsenceShown, CoverShown } from '../domain/cover';
import { type LocalDate, localDateAt } from '../domain/dates';
import type { Locale } from '../domain/locale';
import { UserError } from '../errors';
import type { Context } from './context';

export interface OpenedAway {
  locale: Locale;
  /** Her local date. */
  today: LocalDate;
  absences: AbsenceShown[];
  covers: CoverShown[];
}

/**
 * What somebody sees of her time away and of her standing in for others.
 * @throws {UserError} noPrograms for somebody who supports none.
 */
export async function openAway({ db, now }: Context, who: MemberKey): Promise<OpenedAway> {
  const { locale, zone } = await requireSupporter({ db }, who);
  const today = localDateAt(now, zone);
  const [absences, covers] = await Promise.all([absencesShown(db, who, today), coversShown(db, who, now)]);
  return { locale, today, absences, covers };
}

/**
 * The absence for which somebody is about to ask for cover.
 * @throws {UserError} noPrograms, and absenceOver when it is over or isn't hers.
 */
export async function openAskCover(
  { db, now }: Context,
  { absenceId, ...who }: MemberKey & { absenceId: string },
): Promise<{ locale: Locale; absenceId: string; from: LocalDate; to: LocalDate }> {
  const { locale, zone } = await requireSupporter({ db }, who);
  const absence = await findAbsence(db, who, absenceId);
  if (!absence || absence.toOn < localDateAt(now, zone)) throw new UserError('absenceOver');
  return { locale, absenceId, from: absence.fromOn, to: absence.toOn };
}

async function requireSupporter({ db }: Pick<Context, 'db'>, who: MemberKey) {
  const desk = await findDesk(db, who, who.userId);
  if (!desk || desk.programs.length === 0) throw new UserError('noPrograms');
  return desk.member;
}
