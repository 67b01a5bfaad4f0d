import { useCallback, useEffect } from 'react';
import type { Scene } from '../protocol';
import { Modals } from './modal/modals';
import type { Route } from './route';
import { Conversation } from './shell/conversation';
import { FailureNote } from './shell/failure-note';
import { FirstSteps } from './shell/first-steps';
import { Home } from './shell/home';
import { Refusals } from './shell/refusals';
import { Sidebar } from './shell/sidebar';
import { Thread } from './shell/thread';
import { TopBar } from './shell/top-bar';
import { AppProvider } from './state/app-context';
import { useMyself } from './state/use-myself';
import { useRoute } from './state/use-route';
import { type Stream, useStream } from './state/use-stream';
import { useTheme } from './state/use-theme';
import { useWorkspaceValue } from './state/use-workspace-value';
import { textsFor } from './texts';
import { WorkspaceProvider } from './workspace';

/** The language of whom nobody is known of yet. */
const texts = textsFor(navigator.language.startsWith('ja') ? 'ja' : 'en');

/** The page: waits for the first scene of the person whose eyes it looks through. */
export function App() {
  const [route, go] = useRoute();
  const as = useMyself(route.as);
  const stream = useStream(as);
  const theme = useTheme();
  if (!stream.scene) {
    return (
      <p className="page-waiting" role="status">
        {stream.live ? texts.page.loading : texts.page.lost}
      </p>
    );
  }
  return <Signed stream={stream} scene={stream.scene} route={route} go={go} theme={theme} />;
}

interface SignedProps {
  stream: Stream;
  scene: Scene;
  route: Route;
  go(to: Route): void;
  theme: ReturnType<typeof useTheme>;
}

function Signed({ stream, scene, route, go, theme: { theme, dark, setTheme } }: SignedProps) {
  const as = scene.me.id;
  const place = placeOf(scene, route);
  const open = useCallback((id: string) => go({ as, place: id, threadTs: null }), [as, go]);
  const { workspace, failure, forgetFailure } = useWorkspaceValue({ scene, dark, open });
  const { t, locale } = workspace;
  const conversation = scene.conversations.find(({ id }) => id === place);
  const channel = conversation?.id ?? null;
  const threadTs = place === route.place && conversation ? route.threadTs : null;
  const openThread = useCallback((ts: string) => go({ as, place: channel, threadTs: ts }), [as, channel, go]);

  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = t.page.title;
  }, [locale, t]);
  return (
    <WorkspaceProvider value={workspace}>
      <AppProvider value={scene.app}>
        <div className={threadTs === null ? 'page' : 'page page-with-thread'}>
          <TopBar
            scene={scene}
            theme={theme}
            setTheme={setTheme}
            become={(userId) => go({ as: userId, place: route.place, threadTs: null })}
          />
          <div className="page-notes">
            {!stream.live && (
              <p className="page-lost" role="status">
                {t.page.lost}
              </p>
            )}
            <FirstSteps />
            <Refusals refusals={scene.refusals} />
            {failure && <FailureNote failure={failure} hide={forgetFailure} />}
          </div>
          <Sidebar scene={scene} place={place} />
          {place === 'home' && <Home scene={scene} />}
          {conversation && (
            <Conversation
              key={`${as} ${conversation.id}`}
              stream={stream}
              scene={scene}
              conversation={conversation}
              openThread={openThread}
            />
          )}
          {conversation && threadTs !== null && (
            <Thread
              key={`${as} ${conversation.id} ${threadTs}`}
              stream={stream}
              scene={scene}
              channel={conversation.id}
              ts={threadTs}
              writable={conversation.writable}
              close={() => open(conversation.id)}
            />
          )}
        </div>
        <Modals modals={scene.modals} />
      </AppProvider>
    </WorkspaceProvider>
  );
}

/** What the address names, if this person has it; else the first conversation, which is the team's. */
function placeOf({ conversations, app }: Scene, { place }: Route): string | null {
  if (place === 'home' && app.homeEnabled) return place;
  const known = conversations.find(({ id }) => id === place);
  return (known ?? conversations[0])?.id ?? null;
}
