import type { Button, KnownBlock } from '@slack/types';
import type { NextStep } from '../../domain/next-step';
import type { Messages } from '../../i18n';
import { button, section } from '../block-kit';
import { rowActions } from '../ids';
import { longestName } from '../messages/message';
import { bold, line } from '../mrkdwn';

/** What she does next, with the button for it. */
export function nextStepPart(step: NextStep | null, t: Messages): KnownBlock[] {
  if (!step) return [];
  const program = bold(line(step.programName, longestName));
  const next = buttonFor(step, t);
  return [
    section(t.nextStep[step.kind]({ program })),
    ...(next ? [{ type: 'actions' as const, elements: [next] }] : []),
    { type: 'divider' },
  ];
}

function buttonFor({ kind, programId }: NextStep, t: Messages): Button | null {
  const given = { value: programId, primary: true };
  switch (kind) {
    case 'importRoster':
      return button({
        ...given,
        actionId: rowActions.importRoster.idFor(programId),
        text: t.setup.importRoster,
      });
    case 'addPeople':
      return button({ ...given, actionId: rowActions.people.idFor(programId), text: t.setup.openPeople });
    case 'awaitRoster':
    case 'awaitLearners':
    case 'firstCheckIn':
      return null;
  }
}
