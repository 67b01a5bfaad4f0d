import type { KnownBlock, SectionBlock } from '@slack/types';
import type { CheckInEntry } from '../../../domain/timeline';
import type { Messages } from '../../../i18n';
import { button, context, section } from '../../block-kit';
import { rowActions } from '../../ids';
import { bold, line } from '../../mrkdwn';
import { written } from '../../written';

const longestName = 60;
const longestUnit = 100;

/** One contact in full: what was seen, the note, the learner's words and the message as they were written. */
export function checkInEntry(entry: CheckInEntry, t: Messages): KnownBlock[] {
  return [
    { type: 'divider' },
    head(entry, t),
    ...written(entry.note),
    ...(entry.learnerWords.trim() === '' ? [] : [context(t.timeline.learnerWords)]),
    ...written(entry.learnerWords),
    ...(entry.sentText.trim() === '' ? [] : [context(t.timeline.sentText)]),
    ...written(entry.sentText),
  ];
}

function head(entry: CheckInEntry, t: Messages): SectionBlock {
  const { id, on, outcome, motivation, authorName, corrected, correctable } = entry;
  const facts = [
    t.outcomes[outcome],
    ...(motivation === null ? [] : [t.checkIn.motivationShort(motivation)]),
    line(authorName, longestName),
    ...(corrected ? [t.timeline.corrected] : []),
  ];
  const text = [`${bold(t.dates.day(on))} ${facts.join(' · ')}`, ...studyLines(entry, t)].join('\n');
  const correct = button({ actionId: rowActions.correct.idFor(id), text: t.checkIn.correct, value: id });
  return { ...section(text), ...(correctable && { accessory: correct }) };
}

function studyLines({ unit, studyHours, concerns, flaggedFor }: CheckInEntry, t: Messages): string[] {
  const study = [
    ...(unit.trim() === '' ? [] : [t.reminder.unit(line(unit, longestUnit))]),
    ...(studyHours === null ? [] : [t.timeline.hours({ hours: studyHours })]),
  ];
  const list = (words: readonly string[]) => words.join(t.lists.separator);
  return [
    ...(study.length === 0 ? [] : [study.join(' · ')]),
    ...(concerns.length === 0
      ? []
      : [t.timeline.concerns({ concerns: list(concerns.map((it) => t.concerns[it])) })]),
    ...(flaggedFor.length === 0
      ? []
      : [t.timeline.flagged({ audiences: list(flaggedFor.map((it) => t.audiences[it])) })]),
  ];
}
