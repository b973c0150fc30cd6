import type { Pauses } from './pauses.ts';

/** Lets callers wait until a reader has read everything there is. */
export interface EndOfStream {
  /** The reader calls it after each read that found nothing new, and when it stops. */
  reached(): void;
  /** Resolves once a read that began after the call found nothing new, or the reader was stopped. */
  caughtUp(): Promise<void>;
}

/** Tracks the end of a stream for a reader that waits by these pauses. */
export function endOfStream({ wake, stopped }: Pick<Pauses, 'wake' | 'stopped'>): EndOfStream {
  const waiting: (() => void)[] = [];
  return {
    reached() {
      for (const tell of waiting.splice(0)) tell();
    },
    async caughtUp() {
      // The first read may have begun before the last write.
      for (let look = 0; look < 2 && !stopped(); look += 1) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          wake();
        });
      }
    },
  };
}
