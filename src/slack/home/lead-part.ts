import type { Button, KnownBlock, SectionBlock } from '@slack/types';
import type { HomeProgram } from '../../domain/home';
import type { Messages } from '../../i18n';
import { button, context, header, section } from '../block-kit';
import { ids, rowActions } from '../ids';
import { cutList } from '../messages/fold';
import { longestName } from '../messages/message';
import { nameOf, stateWords } from '../messages/state-words';
import { bold, line, plainLine } from '../mrkdwn';

/** How many programs a lead sees here; hardly anybody leads more than one. */
const mostPrograms = 2;

const longestTitle = 100;

/** What a lead sees of her programs: who needs cover, and how the learners are spread. Nine blocks each at most. */
export function leadPart(programs: readonly HomeProgram[], t: Messages): KnownBlock[] {
  const left = programs.slice(mostPrograms).map(({ programName }) => line(programName, longestName));
  return [
    ...programs.slice(0, mostPrograms).flatMap((program) => programBlocks(program, t)),
    ...(left.length === 0
      ? []
      : [context(cutList(t.home.otherPrograms, { items: left, more: 0 }, t.lists.more))]),
  ];
}

function programBlocks(program: HomeProgram, t: Messages): KnownBlock[] {
  const { programId, programName, uncovered, load } = program;
  const { items, more } = uncovered;
  return [
    header(t.home.team({ program: plainLine(programName, longestTitle) })),
    ...(items.length === 0 ? [context(t.home.allCovered)] : [section(bold(t.digest.uncovered))]),
    ...items.map((item) => uncoveredRow(item, t)),
    ...(more === 0 ? [] : [context(t.lists.more(more))]),
    { ...loadSection(load, t), accessory: settingsButton(programId, t) },
  ];
}

function settingsButton(value: string, t: Messages): Button {
  return button({ actionId: ids.actions.programSettings, text: t.home.programSettings, value });
}

function uncoveredRow(item: HomeProgram['uncovered']['items'][number], t: Messages): SectionBlock {
  const { learnerId: value, today } = item;
  const words = [bold(nameOf(item, t)), ...stateWords(item, today, t)].join(' · ');
  const accessory = button({ actionId: rowActions.take.idFor(value), text: t.digest.take, value });
  return { ...section(words), accessory };
}

function loadSection(load: HomeProgram['load'], t: Messages): SectionBlock {
  const lines = load.map(({ name, learners, due, hard }) => {
    const who = name === null ? t.home.nobody : line(name, longestName);
    const parts = [t.home.dueOf({ count: due }), ...(hard === null ? [] : [t.home.hardOf({ count: hard })])];
    return `• ${t.home.loadOf({ name: who, count: learners })}${t.lists.aside(parts.join(t.lists.separator))}`;
  });
  const title = bold(t.home.load);
  const items = lines.length === 0 ? [t.home.noLearners] : lines;
  return section(cutList(title, { items, more: 0 }, t.lists.more));
}
