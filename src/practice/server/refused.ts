/** A request that is answered with nothing but a status and one line that says why. */
export class RequestRefused extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 405 | 413 | 415,
    reason: string,
  ) {
    super(reason);
    this.name = 'RequestRefused';
  }
}
