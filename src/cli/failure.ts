/** The command can't be done; the operator reads the message alone, without a stack. */
export class Failure extends Error {
  readonly exitCode: number = 1;

  /** @param details one line each, below the message. */
  constructor(
    message: string,
    readonly details: readonly string[] = [],
  ) {
    super([message, ...details.map((detail) => `  - ${detail}`)].join('\n'));
    this.name = 'Failure';
  }
}

/** The command was not given as it has to be; all that is wrong with it at once. */
export class UsageError extends Failure {
  override readonly exitCode = 2;

  constructor(command: string, problems: readonly string[]) {
    super(`banso ${command} can't be run like that:`, problems);
    this.name = 'UsageError';
  }
}
