import type { PlainTextOption } from '@slack/types';
import type { LearnerOption } from '../../../domain/check-in-form';
import type { Messages } from '../../../i18n';
import { plain, typed } from '../../block-kit';
import { plainLine } from '../../mrkdwn';

/** Slack's limits: options in one answer, characters in one option. */
const mostOptions = 100;
const longestText = 75;
/** Leaves room for the learner's own name. */
const longestCompanion = 20;

interface OptionGroup {
  label: ReturnType<typeof plain>;
  options: PlainTextOption[];
}

/** What a block_suggestion is answered with. */
export type Suggestions = { options: PlainTextOption[] } | { option_groups: OptionGroup[] };

/**
 * The type-ahead's choices: the asker's own caseload, then the rest of the program, each in the given order.
 * At most 100 in all; typing more letters finds the others.
 */
export function learnerOptions(options: readonly LearnerOption[], t: Messages): Suggestions {
  const own = options.filter((option) => option.own);
  const others = options.filter((option) => !option.own);
  const groups = [
    { label: t.checkIn.ownCaseload, options: own.slice(0, mostOptions) },
    { label: t.checkIn.program, options: others.slice(0, Math.max(0, mostOptions - own.length)) },
  ];
  const filled = groups.filter((group) => group.options.length > 0);
  // Slack refuses an empty group, and an empty list of groups.
  if (filled.length === 0) return { options: [] };
  return {
    option_groups: filled.map(({ label, options: learners }) => ({
      label: plain(label),
      options: learners.map((learner) => ({ text: typed(wordsFor(learner, t)), value: learner.id })),
    })),
  };
}

function wordsFor(learner: LearnerOption, t: Messages): string {
  const tellsApart = learner.namesake ? t.lists.aside(distinction(learner, t)) : '';
  return plainLine(learner.name, longestText - tellsApart.length) + tellsApart;
}

/** The date comes first: one program has a name and start date only once. */
function distinction({ startedOn, companionName }: LearnerOption, t: Messages): string {
  const started = t.lists.startedOn(startedOn);
  if (companionName === null) return started;
  return `${started}${t.lists.separator}${t.lists.companion(plainLine(companionName, longestCompanion))}`;
}
