import type { Messages } from '../../i18n';
import { section } from '../block-kit';
import { bold, line } from '../mrkdwn';
import type { Message } from './message';

interface Help {
  /** What was typed and isn't known; null: help was asked for. */
  unknown: string | null;
  /** The words that `/banso` knows beside help. */
  names: readonly (keyof Messages['help']['banso'])[];
}

const longestTyped = 40;

/** Which commands there are: only those that work. */
export function helpMessage({ unknown, names }: Help, { help }: Messages): Message {
  const lines = [
    ...(unknown === null ? [] : [help.unknown(line(unknown, longestTyped))]),
    bold(help.title),
    ...Object.entries(help.commands).map(([command, words]) => entry(command, words)),
    ...names.map((name) => entry(`/banso ${name}`, help.banso[name])),
    entry('/banso help', help.help),
  ];
  return { text: help.title, blocks: [section(lines.join('\n')), section(help.more)] };
}

function entry(command: string, words: string): string {
  return `• \`${command}\` – ${words}`;
}
