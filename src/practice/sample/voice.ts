import type { CheckInContent, Concern, Outcome } from '../../domain/check-in';
import { addDays, type LocalDate } from '../../domain/dates';
import type { Dice } from './dice';
import { contactNotes, promiseTexts } from './words/contact';
import type { Life } from './words/life';
import type { Study } from './words/study';

/** One contact before it is put into words. */
interface Seen {
  contactedOn: LocalDate;
  outcome: Outcome;
  /** 1 to 5 */
  motivation: number;
  study: Study;
}

type Words = Omit<CheckInContent, 'contactedOn' | 'unit'>;

/** A way to write of one learner, in which no phrase comes again before its like were used. */
export function createVoice(life: Life, weeklyHours: number | null, dice: Dice): (seen: Seen) => Words {
  const hear = createListener(life, weeklyHours, dice);
  const sent = dice.deck(contactNotes.sent);
  return (seen) =>
    seen.outcome === 'sent' ? { ...nothingHeard, outcome: 'sent', note: sent() } : hear(seen, seen.outcome);
}

const nothingHeard: Omit<Words, 'outcome' | 'note'> = {
  motivation: null,
  studyHours: null,
  concerns: [],
  learnerWords: '',
  shareAsWin: false,
  promise: null,
  flaggedFor: [],
};

/** What is written when the learner answered. */
function createListener(life: Life, weeklyHours: number | null, dice: Dice) {
  const lived = { well: dice.deck(life.fine), badly: dice.deck(life.hard) };
  const openings = { replied: dice.deck(contactNotes.replied), talked: dice.deck(contactNotes.talked) };
  const promised = dice.deck(promiseTexts);
  const deal = createDealer(dice);
  return ({ contactedOn, motivation, study }: Seen, outcome: Exclude<Outcome, 'sent'>): Words => {
    const goes = dice.chance((motivation - 1) / 4) ? 'well' : 'badly';
    const studied = deal(study, goes);
    // Somebody for whom both study and life go badly is not written to about both at once.
    const told = dice.pick([
      [studied],
      [lived[goes]()],
      goes === 'well' ? [studied, lived.well()] : [studied],
    ]);
    const promise = { text: promised(), dueOn: addDays(contactedOn, dice.between(2, 7)) };
    return {
      ...nothingHeard,
      outcome,
      motivation,
      studyHours: dice.chance(0.7) ? hoursFor(weeklyHours ?? 10, motivation, dice) : null,
      note: [openings[outcome](), ...told].join(''),
      promise: outcome === 'talked' && dice.chance(0.4) ? promise : null,
      ...(goes === 'well' ? joyOf(study, dice) : worryOf(life, told.includes(studied), motivation, dice)),
    };
  };
}

/** Deals what to say of a unit: what was said of it before comes last. */
function createDealer(dice: Dice) {
  const decks = new Map<readonly string[], () => string>();
  return (study: Study, goes: 'well' | 'badly'): string => {
    const texts = study[goes];
    const deck = decks.get(texts) ?? dice.deck(texts);
    decks.set(texts, deck);
    return deck();
  };
}

/** Now and then the learner's own words, which are mostly worth sharing. */
function joyOf(study: Study, dice: Dice): Pick<Words, 'learnerWords' | 'shareAsWin'> {
  const shareAsWin = dice.chance(0.25);
  const spoken = shareAsWin || dice.chance(0.1);
  return { learnerWords: spoken ? dice.pick(study.words) : '', shareAsWin };
}

/** What weighs on the learner; now and then the mentor should know. */
function worryOf(
  { concern }: Life,
  studyWeighs: boolean,
  motivation: number,
  dice: Dice,
): Pick<Words, 'concerns' | 'flaggedFor'> {
  const found: Concern[] = [studyWeighs ? 'difficulty' : concern];
  const concerns: Concern[] = motivation <= 2 && concern !== 'motivation' ? [...found, 'motivation'] : found;
  return { concerns, flaggedFor: dice.chance(0.2) ? ['mentor'] : [] };
}

/** To the half hour, around what she set out to study in a week. */
function hoursFor(weeklyHours: number, motivation: number, dice: Dice): number {
  return Math.round(weeklyHours * ((motivation + dice.between(1, 5)) / 9) * 2) / 2;
}
