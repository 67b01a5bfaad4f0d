/** The process was told to end while it was still starting. */
export class Interrupted extends Error {}

/**
 * What was started, one after the other, and is closed in the opposite order: also when closing is asked for
 * while something is still on its way up.
 */
export class Stages {
  #closers: (() => Promise<void>)[] = [];
  #underWay: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | undefined;
  #ending = new AbortController();

  /**
   * Starts something and remembers how to close it. What takes long may give up when `ending` is aborted: closing waits for it.
   * @throws {Interrupted} when it is time to close.
   */
  async begin<T>(
    start: (ending: AbortSignal) => Promise<T>,
    close: (started: T) => Promise<void> = async () => {},
  ): Promise<T> {
    this.#refuseWhenClosing();
    const starting = start(this.#ending.signal).then((started) => {
      this.#closers.push(() => close(started));
      return started;
    });
    this.#underWay = starting.catch(() => undefined);
    const started = await starting;
    this.#refuseWhenClosing();
    return started;
  }

  /**
   * Waits for what is being started, then closes everything. May be called twice.
   * @throws the first failure, after everything else has been closed.
   */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    this.#ending.abort();
    await this.#underWay;
    const failures: unknown[] = [];
    for (const close of this.#closers.splice(0).reverse()) {
      await close().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }

  #refuseWhenClosing(): void {
    if (this.#closing) throw new Interrupted();
  }
}
