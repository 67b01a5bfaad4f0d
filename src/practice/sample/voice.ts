import type { CheckInContent, Concern, Outcome } from '../../domain/check-in';
import { addDays, type LocalDate } from '../../domain/dates';
import type { RosterLearner } from '../../domain/roster';
import type { Past } from './contact-days';
import type { Dice } from './dice';
import { type Life, lifeOf, type Study } from './words/words';

/** One contact before it is put into words. */
interface Seen {
  contactedOn: LocalDate;
  outcome: Outcome;
  /** 1 to 5 */
  motivation: number;
  study: Study;
}

type Written = Omit<CheckInContent, 'contactedOn' | 'unit'>;

/** How the program's people write. */
type Tone = Pick<Past, 'words' | 'winShare'>;

/** What of a learner shows in what is written of her. */
type Spoken = Pick<RosterLearner, 'background' | 'weeklyHours'>;

/** A way to write of one learner, in which no phrase comes again before its like were used. */
export function createVoice(tone: Tone, learner: Spoken, dice: Dice): (seen: Seen) => Written {
  const hear = createListener(tone, learner, dice);
  const sent = dice.deck(tone.words.contactNotes.sent);
  return (seen) =>
    seen.outcome === 'sent' ? { ...nothingHeard, outcome: 'sent', note: sent() } : hear(seen, seen.outcome);
}

const nothingHeard: Omit<Written, 'outcome' | 'note'> = {
  motivation: null,
  studyHours: null,
  concerns: [],
  learnerWords: '',
  shareAsWin: false,
  sentText: '',
  sentTextHelped: false,
  promise: null,
  flaggedFor: [],
  urgent: false,
};

/** What is written when the learner answered. */
function createListener({ words, winShare }: Tone, { background, weeklyHours }: Spoken, dice: Dice) {
  const { contactNotes, promiseTexts, space } = words;
  const life = lifeOf(words, background);
  const lived = { well: dice.deck(life.fine), badly: dice.deck(life.hard) };
  const openings = { replied: dice.deck(contactNotes.replied), talked: dice.deck(contactNotes.talked) };
  const promised = dice.deck(promiseTexts);
  const deal = createDealer(dice);
  return ({ contactedOn, motivation, study }: Seen, outcome: Exclude<Outcome, 'sent'>): Written => {
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
      note: [openings[outcome](), ...told].join(space),
      promise: outcome === 'talked' && dice.chance(0.4) ? promise : null,
      ...(goes === 'well'
        ? joyOf(study, winShare, dice)
        : worryOf(life, told.includes(studied), motivation, dice)),
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
function joyOf(study: Study, winShare: number, dice: Dice): Pick<Written, 'learnerWords' | 'shareAsWin'> {
  const shareAsWin = dice.chance(winShare);
  const spoken = shareAsWin || dice.chance(0.1);
  return { learnerWords: spoken ? dice.pick(study.words) : '', shareAsWin };
}

/** What weighs on the learner; now and then the mentor should know. */
function worryOf(
  { concern }: Life,
  studyWeighs: boolean,
  motivation: number,
  dice: Dice,
): Pick<Written, 'concerns' | 'flaggedFor'> {
  const found: Concern[] = [studyWeighs ? 'difficulty' : concern];
  const concerns: Concern[] = motivation <= 2 && concern !== 'motivation' ? [...found, 'motivation'] : found;
  return { concerns, flaggedFor: dice.chance(0.2) ? ['mentor'] : [] };
}

/** To the half hour, around what she set out to study in a week. */
function hoursFor(weeklyHours: number, motivation: number, dice: Dice): number {
  return Math.round(weeklyHours * ((motivation + dice.between(1, 5)) / 9) * 2) / 2;
}
