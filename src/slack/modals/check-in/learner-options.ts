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
 * The type-ahead's choices: the asker's own caseload, then the rest of the program, then who has finished, each in
 * the given order.
 * At most 100 in all; typing more letters finds the others.
 */
export function learnerOptions(options: readonly LearnerOption[], t: Messages): Suggestions {
  const present = options.filter(({ finished }) => !finished);
  const groups = [
    { label: t.checkIn.ownCaseload, learners: present.filter(({ own }) => own) },
    { label: t.checkIn.program, learners: present.filter(({ own }) => !own) },
    { label: t.card.find.finished, learners: options.filter(({ finished }) => finished) },
  ];
  const shown = new Set(groups.flatMap(({ learners }) => learners).slice(0, mostOptions));
  // Slack refuses an empty group, and an empty list of groups.
  if (shown.size === 0) return { options: [] };
  return {
    option_groups: groups.flatMap(({ label, learners }) => {
      const offered = learners.filter((learner) => shown.has(learner));
      const toOption = (learner: LearnerOption) => ({
        text: typed(optionWords(learner, t)),
        value: learner.id,
      });
      return offered.length === 0 ? [] : [{ label: plain(label), options: offered.map(toOption) }];
    }),
  };
}

/** A learner's name, told apart from others of that name, within Slack's limit for an option. */
export function optionWords(learner: LearnerOption, t: Messages): string {
  const tellsApart = learner.namesake ? t.lists.aside(distinction(learner, t)) : '';
  return plainLine(learner.name, longestText - tellsApart.length) + tellsApart;
}

/** The date comes first: one program has a name and start date only once. */
function distinction({ startedOn, companionName }: LearnerOption, t: Messages): string {
  const started = t.lists.startedOn(startedOn);
  if (companionName === null) return started;
  return `${started}${t.lists.separator}${t.lists.companion(plainLine(companionName, longestCompanion))}`;
}
