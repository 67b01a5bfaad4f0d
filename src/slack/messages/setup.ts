import { localDateAt, localTimeAt } from '../../domain/dates';
import type { Messages } from '../../i18n';
import { button, section } from '../block-kit';
import { rowActions } from '../ids';
import { bold, line } from '../mrkdwn';
import { longestName, type Message } from './message';

interface Added {
  programId: string;
  name: string;
  /** IANA name. */
  zone: string;
  people: readonly string[];
  nextDigestAt: Date;
}

/** What was set up, and what comes next. */
export function setupMessage({ programId, name, zone, people, nextDigestAt }: Added, t: Messages): Message {
  const done = t.setup.done({
    program: bold(line(name, longestName)),
    count: people.length,
    on: localDateAt(nextDigestAt, zone),
    time: localTimeAt(nextDigestAt, zone),
    zone,
  });
  return {
    text: t.setup.notification,
    blocks: [
      section(done),
      section(t.setup.nextSteps),
      {
        type: 'actions',
        elements: [
          button({
            actionId: rowActions.importRoster.idFor(programId),
            text: t.setup.importRoster,
            value: programId,
            primary: true,
          }),
          button({
            actionId: rowActions.people.idFor(programId),
            text: t.setup.openPeople,
            value: programId,
          }),
        ],
      },
    ],
  };
}

interface SavedTeam {
  programName: string;
  teamSize: number;
  uncoveredCount: number;
}

export function teamSavedMessage({ programName, teamSize, uncoveredCount }: SavedTeam, t: Messages): Message {
  const program = bold(line(programName, longestName));
  const lines = [
    t.people.saved({ program, n: teamSize }),
    ...(uncoveredCount > 0 ? [t.people.uncovered({ n: uncoveredCount })] : []),
  ];
  return { text: t.people.notification, blocks: [section(lines.join('\n'))] };
}
