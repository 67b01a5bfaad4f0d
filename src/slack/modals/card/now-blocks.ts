import type { KnownBlock } from '@slack/types';
import type { LocalDate } from '../../../domain/dates';
import { barLine, type LearnerCard, type Standing, type TrendPoint } from '../../../domain/learner-card';
import type { Locale } from '../../../domain/locale';
import type { Messages } from '../../../i18n';
import { rhythmWords } from '../../../i18n/rhythm';
import { section } from '../../block-kit';
import { reasonOf, stateWords } from '../../messages/state-words';
import { bold, line } from '../../mrkdwn';

const longestName = 60;
const longestReason = 200;
const longestUnit = 100;
const longestPromise = 100;

interface Reader {
  /** The program's local date. */
  today: LocalDate;
  locale: Locale;
}

/** How things stand now: what is due, the trend, what weighs on the learner, what was promised. */
export function nowBlocks(card: LearnerCard, { today, locale }: Reader, t: Messages): KnownBlock[] {
  const rhythm = rhythmWords(locale, card.rhythm);
  return [
    section([...standingLines(card.standing, today, t), rhythmLine(card, rhythm, t)].join('\n')),
    ...lines([...trendLines(card, t), ...unitLine(card, t), ...concernLine(card, t)]),
    ...lines(promiseLines(card, t)),
  ];
}

function lines(texts: readonly string[]): KnownBlock[] {
  return texts.length === 0 ? [] : [section(texts.join('\n'))];
}

function standingLines(standing: Standing, today: LocalDate, t: Messages): string[] {
  const { dueOn, floorOn, reason, state, plan } = standing;
  if (dueOn === null || reason === 'over' || state.kind === 'none') return [t.card.nothingNext];
  const next = t.card.nextContact({ on: dueOn, why: t.saved.reasons[reason] });
  const facts = [
    ...stateWords({ state, floorOn, reason: 'rhythm' }, today, t),
    ...(floorOn === null ? [] : [t.card.floor({ until: floorOn })]),
  ];
  return [[next, ...facts].join(' · '), ...planLine(plan, today, t)];
}

/** Until when and why she is quietly watched over, or why the day is a supporter's own. */
function planLine(plan: Standing['plan'], today: LocalDate, t: Messages): string[] {
  if (plan === null) return [];
  const { on, byName, watching } = plan;
  const reason = reasonOf(plan.reason, longestReason);
  const parts = [
    ...(watching ? [on > today ? t.watch.lasting({ on, reason }) : t.watch.ended({ reason })] : []),
    ...(watching || reason === '' ? [] : [t.card.plan({ reason })]),
    ...(byName === null ? [] : [t.card.plannedBy({ name: line(byName, longestName) })]),
  ];
  return parts.length === 0 ? [] : [parts.join(' · ')];
}

function rhythmLine({ ownRhythm, weeklyHours }: LearnerCard, rhythm: string, t: Messages): string {
  const whose = ownRhythm ? t.card.ownRhythm : t.card.programsRhythm;
  const parts = [
    t.card.rhythm({ rhythm: rhythm + t.lists.aside(whose) }),
    ...(weeklyHours === null ? [] : [t.card.weeklyHours({ hours: weeklyHours })]),
  ];
  return parts.join(' · ');
}

/** The bars for a glance, the numbers for whoever can't see them or wants to know. */
function trendLines({ trend, weeklyHours }: LearnerCard, t: Messages): string[] {
  const hours = trend.map(({ studyHours }) => studyHours);
  const most = Math.max(weeklyHours ?? 0, ...hours.map((value) => value ?? 0));
  return [
    ...trendLine(
      t.card.motivation,
      trend.map(({ motivation }) => motivation),
      { min: 1, max: 5 },
    ),
    ...trendLine(t.card.studyHours, hours, { min: 0, max: most }),
  ];
}

function trendLine(
  title: string,
  values: TrendPoint['motivation'][],
  scale: { min: number; max: number },
): string[] {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return [];
  return [`${bold(title)}  ${barLine(values, scale)}  ${known.join(' → ')}`];
}

function unitLine({ unit }: LearnerCard, t: Messages): string[] {
  return unit.trim() === '' ? [] : [`${bold(t.card.unit)}  ${line(unit, longestUnit)}`];
}

function concernLine({ concerns }: LearnerCard, t: Messages): string[] {
  if (concerns.length === 0) return [];
  const words = concerns.map(({ concern, times }) => t.card.times({ concern: t.concerns[concern], times }));
  return [`${bold(t.card.concerns)}  ${words.join(t.lists.separator)}`];
}

function promiseLines({ promises, morePromises }: LearnerCard, t: Messages): string[] {
  if (promises.length === 0) return [];
  const entries = promises.map(({ text, dueOn, madeByName }) => {
    const by = t.digest.promisedBy({ name: line(madeByName, longestName), on: dueOn });
    return `• ${line(text, longestPromise)}${t.lists.aside(by)}`;
  });
  return [bold(t.card.promises), ...entries, ...(morePromises > 0 ? [t.lists.more(morePromises)] : [])];
}
