/** The emulator's time. Message ts, trigger and response_url expiry follow it. */
export class EmulatorClock {
  #fixed: Date | null = null;

  constructor(private readonly running: () => Date) {}

  now(): Date {
    return this.#fixed ? new Date(this.#fixed) : this.running();
  }

  /** Stops the clock at an instant; null lets it run again. */
  set(at: Date | null): void {
    this.#fixed = at ? new Date(at) : null;
  }
}
