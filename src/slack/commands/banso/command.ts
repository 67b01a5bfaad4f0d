import { answerPrivately } from '../../answer';
import { askerOf, textsFor } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { helpMessage } from '../../messages/help';
import type { Command } from './subcommand';
import { subcommands } from './subcommands';

const helpWords = ['', 'help', 'ヘルプ', '使い方'];

/** `/banso word …`: whatever isn't known is answered with what is. */
export function bansoCommand(deps: BotDeps) {
  return async (command: Command): Promise<void> => {
    const [word = '', ...rest] = command.command.text.normalize('NFKC').trim().split(/\s+/);
    const known = subcommands.find(({ words }) => words.some((one) => one === word.toLowerCase()));
    if (known) return known.run(deps, command, rest.join(' '));
    await command.ack();
    const asker = askerOf(command.context);
    const t = await textsFor(deps, asker, command.client);
    const unknown = helpWords.includes(word.toLowerCase()) ? null : word;
    const names = subcommands.map(({ words: [name] }) => name);
    const message = helpMessage({ unknown, names }, t);
    await answerPrivately(command.client, asker, command.command.channel_id, message);
  };
}
