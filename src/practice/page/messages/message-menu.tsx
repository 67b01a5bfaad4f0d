import { Menu, type MenuItem } from '../shell/menu';
import { SmallButton } from '../shell/small-button';
import { useApp } from '../state/app-context';
import { useWorkspace } from '../workspace';

interface MessageMenuProps {
  place: { channel: string; ts: string };
  isMine: boolean;
  edit(): void;
  /** Missing inside of a thread. */
  openThread: (() => void) | undefined;
}

/** What can be done with a message: the app's shortcuts, a reply, and changing one's own. */
export function MessageMenu({ place, isMine, edit, openThread }: MessageMenuProps) {
  const { t, perform } = useWorkspace();
  const { shortcuts } = useApp();
  const ofApp = shortcuts
    .filter(({ type }) => type === 'message')
    .map(
      ({ name, callbackId }): MenuItem => ({
        key: callbackId,
        label: name,
        choose: () => void perform({ kind: 'message_shortcut', callbackId, ...place }),
      }),
    );
  const reply = openThread ? [{ key: 'reply', label: t.message.reply, choose: openThread }] : [];
  const own: MenuItem[] = [
    { key: 'edit', label: t.message.edit, choose: edit },
    {
      key: 'delete',
      label: t.message.delete,
      danger: true,
      choose: () => void perform({ kind: 'delete', ...place }),
    },
  ];
  return (
    <div className="message-menu">
      {openThread && (
        <SmallButton label={t.message.reply} onClick={openThread}>
          💬
        </SmallButton>
      )}
      <Menu label={t.message.more} items={[...ofApp, ...reply, ...(isMine ? own : [])]}>
        ⋮
      </Menu>
    </div>
  );
}
