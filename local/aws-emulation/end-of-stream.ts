import type { Pauses } from './pauses.ts';

/** Lets others wait until a reader has come to the end of what there is. */
export interface EndOfStream {
  /** To be called by the reader after each look that found nothing new, and when it ends. */
  reached(): void;
  /** Settles once a look that began after the call found nothing new, or the reader was stopped. */
  caughtUp(): Promise<void>;
}

/** The end of a stream, for a reader that waits by these pauses. */
export function endOfStream({ wake, stopped }: Pick<Pauses, 'wake' | 'stopped'>): EndOfStream {
  const waiting: (() => void)[] = [];
  return {
    reached() {
      for (const tell of waiting.splice(0)) tell();
    },
    async caughtUp() {
      // The first look may have begun before what was written last.
      for (let look = 0; look < 2 && !stopped(); look += 1) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          wake();
        });
      }
    },
  };
}
