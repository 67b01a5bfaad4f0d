import { useMemo } from 'react';
import { Drawn } from './drawn';

/** The text of a message that has no blocks. */
export function Mrkdwn({ text }: { text: string }) {
  const block = useMemo(() => ({ type: 'section', text: { type: 'mrkdwn', text } }), [text]);
  return <Drawn block={block} />;
}
