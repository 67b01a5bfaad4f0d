import { memo, useMemo } from 'react';
import { type MessageProps, Message as SlackBlocks } from 'slack-blocks-to-jsx';
import 'slack-blocks-to-jsx/dist/style.css';
import { useWorkspace, type Workspace } from '../workspace';
import { CannotDraw } from './cannot-draw';
import type { Json } from './json';
import { blockForLibrary } from './library-text';
import { slackDate } from './slack-dates';
import './drawn.css';

/** A block that only shows something, drawn by the library. What it can't draw is said, and breaks nothing else. */
export const Drawn = memo(function Drawn({ block }: { block: Json }) {
  const workspace = useWorkspace();
  const shown = useMemo(() => [blockForLibrary(block) as unknown as MessageProps['blocks'][number]], [block]);
  const { key, data, hooks } = surroundings(workspace);
  return (
    <CannotDraw type={String(block.type)}>
      <SlackBlocks
        key={key}
        withoutWrapper
        name=""
        logo=""
        theme={workspace.dark ? 'dark' : 'light'}
        blocks={shown}
        data={data}
        hooks={hooks}
      />
    </CannotDraw>
  );
});

interface Surroundings extends Required<Pick<MessageProps, 'data' | 'hooks'>> {
  /** The library looks at people and hooks only once: where they are others, it has to begin anew. */
  key: number;
}

const known = new WeakMap<Workspace, Surroundings>();
let made = 0;

function surroundings(workspace: Workspace): Surroundings {
  const mine = known.get(workspace) ?? { key: ++made, ...makeSurroundings(workspace) };
  known.set(workspace, mine);
  return mine;
}

function makeSurroundings({ people, conversations, locale, me }: Workspace): Omit<Surroundings, 'key'> {
  return {
    data: {
      users: people.map(({ id, name }) => ({ id, name })),
      channels: conversations.map(({ id, name }) => ({ id, name })),
      user_groups: [],
    },
    hooks: {
      date: (date) => linked(date.link, slackDate(date, { locale, zone: me.tz })),
      // A name without an emoji comes back as it went in: then it was no emoji, but 10:30:00.
      emoji: ({ name, unicode }, toCharacter) => {
        const character = toCharacter(unicode === undefined ? { name } : { name, unicode });
        return character === name ? `:${name}:` : character;
      },
      link: ({ href, children }) => linked(href, children),
    },
  };
}

/** A link opens beside the page, and only where a page is: nothing that runs. */
function linked(href: string | null | undefined, children: React.ReactNode): React.ReactNode {
  if (!href || !/^(https?|mailto):/i.test(href)) return children;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
