import type { StreamEvent } from '../../protocol';

interface Hearing {
  event(event: StreamEvent): void;
  /** The server doesn't answer; it is asked again. */
  lost(): void;
}

/** How long after the browser gave a stream up it is opened again, in milliseconds. */
const tryAgainMs = 1000;

/** How long nobody may look at a page before it lets go of its stream, in milliseconds. */
const leaveMs = 1000;

/**
 * Opens the event stream of a person, anew whenever it breaks, for as long as the page is looked at: a browser opens no
 * more than six connections to one server, and somebody who is several people at once has a tab for each.
 * @returns stops listening
 */
export function listen(as: string, hearing: Hearing): () => void {
  let source: EventSource | null = null;
  let timer: number | undefined;
  const open = () => {
    source = new EventSource(`api/stream?${new URLSearchParams({ as })}`);
    source.onmessage = ({ data }: MessageEvent<string>) => hearing.event(JSON.parse(data));
    source.onerror = () => {
      hearing.lost();
      // After a refused connection some browsers try again by themselves, others give up.
      if (source?.readyState === EventSource.CLOSED) timer = window.setTimeout(open, tryAgainMs);
    };
  };
  const close = () => {
    source?.close();
    source = null;
  };
  const onVisibility = () => {
    window.clearTimeout(timer);
    if (document.visibilityState === 'hidden') timer = window.setTimeout(close, leaveMs);
    else if (source === null || source.readyState === EventSource.CLOSED) open();
  };
  document.addEventListener('visibilitychange', onVisibility);
  // A tab that was opened behind another waits until it is looked at.
  if (document.visibilityState !== 'hidden') open();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.clearTimeout(timer);
    close();
  };
}
