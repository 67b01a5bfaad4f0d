import type { Messages } from '../../i18n';
import { bold, line } from '../mrkdwn';
import { answer } from './answers';
import { longestName, type Message } from './message';

interface Asked {
  learnerName: string;
  /** Whether it joined what was asked about her already. */
  joined: boolean;
}

/** Tells whoever asked where her question went. */
export function askedPeersMessage({ learnerName, joined }: Asked, t: Messages): Message {
  const name = bold(line(learnerName, longestName));
  return answer(joined ? t.consult.joinedDone({ name }) : t.consult.done({ name }));
}
