import type { Conversation, Scene } from '../../protocol';
import { useWorkspace } from '../workspace';
import './sidebar.css';

interface SidebarProps {
  scene: Scene;
  /** The conversation that is open, or `home`. */
  place: string | null;
}

/** Channels, the app's Home and direct messages, with what is unread. */
export function Sidebar({ scene, place }: SidebarProps) {
  const { t } = useWorkspace();
  const { conversations, app } = scene;
  const channels = conversations.filter(({ kind }) => kind !== 'im');
  const direct = conversations.filter(({ kind }) => kind === 'im');
  return (
    <nav className="sidebar" aria-label={t.sidebar.name}>
      <Group title={t.sidebar.channels}>
        {channels.map((one) => (
          <Entry key={one.id} conversation={one} name={channelName(one)} place={place} />
        ))}
      </Group>
      <Group title={t.sidebar.apps}>
        {app.homeEnabled && <HomeEntry isCurrent={place === 'home'} />}
        {direct.map((one) => (
          <Entry key={one.id} conversation={one} name={app.name} place={place} />
        ))}
      </Group>
    </nav>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="sidebar-group">
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function HomeEntry({ isCurrent }: { isCurrent: boolean }) {
  const { t, open } = useWorkspace();
  return (
    <li>
      <button type="button" aria-current={isCurrent ? 'page' : undefined} onClick={() => open('home')}>
        <span className="sidebar-name">{t.sidebar.home}</span>
      </button>
    </li>
  );
}

function Entry({
  conversation: { id, unread },
  name,
  place,
}: {
  conversation: Conversation;
  name: string;
  place: string | null;
}) {
  const { t, open } = useWorkspace();
  return (
    <li>
      <button
        type="button"
        className={unread > 0 ? 'has-unread' : undefined}
        aria-current={place === id ? 'page' : undefined}
        onClick={() => open(id)}
      >
        <span className="sidebar-name">{name}</span>
        {unread > 0 && (
          <>
            <span className="sidebar-count" aria-hidden="true">
              {unread}
            </span>
            <span className="visually-hidden">{t.sidebar.unread(unread)}</span>
          </>
        )}
      </button>
    </li>
  );
}

/** `#banso-team`; a private one has a lock. */
export function channelName({ name, kind }: Pick<Conversation, 'name' | 'kind'>): string {
  return kind === 'private' ? `🔒${name}` : `#${name}`;
}
