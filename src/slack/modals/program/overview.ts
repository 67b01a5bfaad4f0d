import type { KnownBlock, ModalView, SectionBlock } from '@slack/types';
import type { PolicyLine, ProgramPage } from '../../../domain/program-page';
import type { Messages } from '../../../i18n';
import { button, context, header, plain, section } from '../../block-kit';
import { ids, rowActions } from '../../ids';
import { splitRun } from '../../messages/fold';
import { bold, line, plainLine } from '../../mrkdwn';
import { longest } from '../limits';
import { programMeta } from './meta';
import { policyWords } from './policy-words';

/** How much of each list is shown: of Slack's 100 blocks this takes 40 at most. */
const most = { planned: 10, past: 10, closures: 10, others: 5 } as const;

const longestButton = 75;

/** A program's settings, as a lead sees them: everything at a glance, with what opens each part for change. */
export function programView(page: ProgramPage, t: Messages): ModalView {
  const { locale, programId, settings } = page;
  return {
    type: 'modal',
    callback_id: ids.views.program,
    private_metadata: programMeta.overview.encode({ locale, programId }),
    title: plain(t.program.title),
    close: plain(t.program.close),
    blocks: [
      header(plainLine(settings.name, longest.programName)),
      ...progress(page, t),
      ...policies(page, t),
      changes(programId, t),
      ...closures(page, t),
      ...history(page.past, t),
      ...others(page, t),
    ],
  };
}

function progress({ progress, programId }: ProgramPage, { program }: Messages): SectionBlock[] {
  if (!progress) return [];
  const refresh = button({
    actionId: ids.actions.programSettings,
    text: program.refresh,
    value: programId,
  });
  return [{ ...section(program.progress(progress)), accessory: refresh }];
}

function policies({ current, planned }: ProgramPage, t: Messages): KnownBlock[] {
  const { program } = t;
  const now = current ? policyWords(current, 'since', t) : '';
  const rows = planned.slice(0, most.planned).map((policy) => plannedRow(policy, t));
  const hidden = planned.length - rows.length;
  return [
    section(`${bold(program.current)}\n${now}`),
    ...(rows.length > 0 ? [section(bold(program.planned)), ...rows] : []),
    ...(hidden > 0 ? [context(program.more(hidden))] : []),
  ];
}

function plannedRow(policy: PolicyLine, t: Messages): SectionBlock {
  const takeBack = button({
    actionId: rowActions.takeBackPolicy.idFor(policy.id),
    text: t.program.takeBack,
    value: policy.id,
  });
  return { ...section(policyWords(policy, 'from', t)), accessory: takeBack };
}

function changes(value: string, { program }: Messages): KnownBlock {
  const { programPolicy, programClosures, programOther } = ids.actions;
  return {
    type: 'actions',
    elements: [
      button({ actionId: programPolicy, text: program.changePolicy, value }),
      button({ actionId: programClosures, text: program.changeClosures, value }),
      button({ actionId: programOther, text: program.changeOther, value }),
    ],
  };
}

function closures({ closures: all }: ProgramPage, { program, lists }: Messages): KnownBlock[] {
  if (all.length === 0) return [section(`${bold(program.closures)}\n${program.noClosures}`)];
  const shown = all.slice(0, most.closures).map(({ label, ...days }) => {
    const what = label === '' ? '' : lists.aside(line(label, longest.label));
    return `• ${program.range(days)}${what}`;
  });
  const hidden = all.length - shown.length;
  const lines = [bold(program.closures), ...shown, ...(hidden > 0 ? [program.more(hidden)] : [])];
  return [section(lines.join('\n'))];
}

function history(past: readonly PolicyLine[], t: Messages): KnownBlock[] {
  if (past.length === 0) return [];
  const entries = past.slice(0, most.past).map((policy) => `• ${policyWords(policy, 'from', t)}`);
  const head = `${bold(t.program.history)}\n`;
  const texts = splitRun({ head, continuedHead: '', entries, separator: '\n' });
  const hidden = past.length - entries.length;
  return [...texts.map(section), ...(hidden > 0 ? [context(t.program.older({ n: hidden }))] : [])];
}

function others({ others: all }: ProgramPage, { program }: Messages): KnownBlock[] {
  if (all.length === 0) return [];
  const elements = all
    .slice(0, most.others)
    .map(({ id, name }) =>
      button({ actionId: rowActions.program.idFor(id), text: plainLine(name, longestButton), value: id }),
    );
  const hidden = all.length - elements.length;
  return [
    context(program.otherPrograms),
    { type: 'actions', elements },
    ...(hidden > 0 ? [context(program.moreOthers)] : []),
  ];
}
