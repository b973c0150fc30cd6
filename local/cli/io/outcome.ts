/** A failure that its message fully explains: printed without a stack trace, and the process exits with 1. */
export class CommandFailure extends Error {}

/** The error for a file that cannot be read or written. */
export function fileTrouble(path: string, error: unknown): CommandFailure {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const why =
    code === 'ENOENT'
      ? 'there is no such file'
      : code === 'EISDIR'
        ? 'it is a folder'
        : code === 'EACCES' || code === 'EPERM'
          ? 'it may not be read'
          : error instanceof Error
            ? error.message
            : String(error);
  return new CommandFailure(`Cannot read ${path}: ${why}.`);
}
