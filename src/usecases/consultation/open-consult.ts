import { findLearnerCard, type LearnerCardRow } from '../../db/learner-cards';
import { learnerExists, suggestLearners } from '../../db/learners';
import type { ConsultForm, ConsultGiven, ConsultLearner } from '../../domain/consult-form';
import { mayKnowWhom, shownCheckIns } from '../../domain/consultation';
import type { Locale } from '../../domain/locale';
import type { WorkspaceScope } from '../../domain/scope';
import { UserError } from '../../errors';
import type { Context } from '../context';
import { nameKeys } from '../name-keys';
import { type DeskOpening, openDesk } from '../open-desk';

export interface OpenedConsult {
  /** The viewer's language. */
  locale: Locale;
  form: ConsultForm;
}

interface Given {
  /** What is filled in beforehand. */
  given: ConsultGiven;
}

/**
 * The modal in which a supporter asks her peers: empty, or about the one learner whose name was typed.
 * @throws what openDesk and openConsultAbout throw.
 */
export async function openConsult(
  context: Context,
  opening: DeskOpening & Given & { name: string },
): Promise<OpenedConsult> {
  const { name, given, viewerId } = opening;
  const keys = nameKeys(name);
  const [{ locale }, matches] = await Promise.all([
    openDesk(context, opening),
    keys.length === 0 ? [] : suggestLearners(context.db, opening, { viewerId, keys, limit: 2 }),
  ]);
  const [only, other] = matches;
  if (only && !other) return openConsultAbout(context, { ...opening, learnerId: only.id });
  const search = name === '' ? null : ({ typed: name, matches: only ? 'several' : 'none' } as const);
  return { locale, form: { learner: null, search, given, similar: null } };
}

/**
 * The same about one learner: her last check-ins, of which some can be left out, and what is asked about her already.
 * @throws {UserError} learnerGone, learnerElsewhere, and learnerInactive when her course has been completed or left.
 */
export async function openConsultAbout(
  { db, now }: Context,
  { viewerId, learnerId, given, ...scope }: WorkspaceScope & Given & { viewerId: string; learnerId: string },
): Promise<OpenedConsult> {
  const row = await findLearnerCard(db, scope, viewerId, { learnerId, now });
  if (!row) {
    throw new UserError((await learnerExists(db, scope, learnerId)) ? 'learnerElsewhere' : 'learnerGone');
  }
  if (row.status === 'completed' || row.status === 'withdrawn') throw new UserError('learnerInactive');
  return {
    locale: row.locale,
    form: { learner: learnerOf(row, viewerId), search: null, given, similar: null },
  };
}

/** One about her whose name is hidden isn't told of before something is asked: else looking would be enough to find out. */
function learnerOf(
  { id, name, checkIns, openConsultation }: LearnerCardRow,
  viewerId: string,
): ConsultLearner {
  const open = openConsultation && mayKnowWhom(openConsultation, viewerId) ? openConsultation : null;
  return { id, name, recent: checkIns.slice(0, shownCheckIns), open };
}
