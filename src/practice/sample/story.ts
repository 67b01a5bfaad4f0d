import type { CheckInContent, Outcome } from '../../domain/check-in';
import { daysBetween, type LocalDate } from '../../domain/dates';
import type { RosterLearner } from '../../domain/roster';
import type { Past } from './contact-days';
import type { Dice } from './dice';
import { createVoice } from './voice';
import type { Study } from './words/words';

interface StoryInput {
  learner: RosterLearner;
  days: readonly LocalDate[];
  past: Past;
  /** From when on she leaves messages unanswered; null: she answers now and then. */
  silentFrom: LocalDate | null;
  dice: Dice;
}

const usualOutcomes: readonly Outcome[] = ['sent', 'replied', 'replied', 'talked'];

/** How motivation goes on from one contact to the next: from a low it rather rises. */
const swings = { low: [0, 0, 1, 1], usual: [-1, 0, 0, 0, 1], high: [-1, 0, 0] } as const;

/** What was seen of a learner at each contact: units go on, motivation rises and dips, life comes between. */
export function tellStory({ learner, days, past, silentFrom, dice }: StoryInput): CheckInContent[] {
  const voice = createVoice(past, learner, dice);
  let motivation = dice.between(2, 5);
  return days.map((contactedOn) => {
    const answers = silentFrom === null || contactedOn < silentFrom;
    const mood = motivation <= 2 ? 'low' : motivation === 5 ? 'high' : 'usual';
    motivation += dice.pick(swings[mood]);
    const outcome = answers ? dice.pick(usualOutcomes) : 'sent';
    const study = studyOn(past, learner, contactedOn);
    return { contactedOn, unit: study.unit, ...voice({ contactedOn, outcome, motivation, study }) };
  });
}

/** Units in proportion to the time gone, ending with the one that the roster names. */
function studyOn(
  { words: { course }, today }: Past,
  { startedOn, unit }: RosterLearner,
  on: LocalDate,
): Study {
  const current = course.findIndex((study) => study.unit === unit);
  const gone = Math.max(1, daysBetween(startedOn, today));
  const at = Math.floor(((current + 1) * Math.max(0, daysBetween(startedOn, on))) / gone);
  const study = course[Math.min(at, current)];
  if (!study) throw new Error(`sample: ${unit}: expected a unit of the sample course`);
  return study;
}
