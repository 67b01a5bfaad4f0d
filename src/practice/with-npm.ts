/** How often it is looked whether npm is still there, in milliseconds. */
const lookEveryMs = 300;

/**
 * Ends this process, as SIGTERM does, when the npm that started it is ended: npm passes a signal on to the shell
 * between the two, and that shell keeps it to itself.
 */
export function endWithNpm(): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, lookEveryMs);
  timer.unref();
}
