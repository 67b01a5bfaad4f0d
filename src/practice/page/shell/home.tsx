import { useEffect } from 'react';
import type { Scene } from '../../protocol';
import { MessageBlocks } from '../blocks/message-blocks';
import { useWorkspace } from '../workspace';

/** The app's Home, as it was published for me. */
export function Home({ scene: { home, app } }: { scene: Scene }) {
  const { t, perform } = useWorkspace();
  useEffect(() => {
    void perform({ kind: 'open_home' });
  }, [perform]);
  return (
    <main className="conversation">
      <header className="pane-head">
        <h1>{`${app.name} · ${t.home.name}`}</h1>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse. */}
      <section className="home" aria-label={t.home.name} tabIndex={0}>
        {home ? (
          <MessageBlocks blocks={home.blocks} target="home" surface="home" />
        ) : (
          <p className="message-hint">{t.home.waiting}</p>
        )}
      </section>
    </main>
  );
}
