/**
 * The one error that crosses module boundaries.
 *
 * `code` is stable and for programs (`request.invalid`, `event.version-conflict`, `store.unavailable`); the HTTP layer maps it to a
 * status in one table. `message` and `detail` are safe to show to a caller; anything internal goes in `cause`, which is logged and
 * never returned.
 */
export class DatelineError extends Error {
  readonly code: string;
  readonly detail: Readonly<Record<string, unknown>> | undefined;

  constructor(
    code: string,
    message: string,
    options: { detail?: Readonly<Record<string, unknown>>; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'DatelineError';
    this.code = code;
    this.detail = options.detail;
  }
}
