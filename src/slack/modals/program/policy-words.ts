import type { PolicyLine } from '../../../domain/program-page';
import type { Messages } from '../../../i18n';
import { line } from '../../mrkdwn';
import { longest } from '../limits';

const longestName = 80;

/** A policy: what it asks for, from when, and by whom, when and why it was set. */
export function policyWords(policy: PolicyLine, when: 'since' | 'from', { program }: Messages): string {
  const { contactsPerWeek: times, floorDays, effectiveOn: on, setOn, setBy, reason, ended } = policy;
  const set = program.setBy({ name: nameOf(setBy), on: setOn });
  const end = ended ? [program.endedBy({ name: nameOf(ended.by), on: ended.on })] : [];
  const why = reason === '' ? [] : [line(reason, longest.reason)];
  const head = `${program.policy({ times, floorDays })} · ${when === 'since' ? program.since(on) : program.from({ on })}`;
  return [head, [set, ...end, ...why].join(' · ')].join('\n');
}

function nameOf(name: string | null): string | null {
  return name === null ? null : line(name, longestName);
}
