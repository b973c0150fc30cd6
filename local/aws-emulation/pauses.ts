/** Waiting that can be ended early. */
export interface Pauses {
  stopped(): boolean;
  /** Waits for the given time. */
  rest(milliseconds: number): Promise<void>;
  /** Waits for the given time or until `wake` is called. Resolves to true for `wake`; a `wake` before the call counts. */
  idle(milliseconds: number): Promise<boolean>;
  wake(): void;
  /** Ends every wait, current and future. */
  stop(): void;
}

/** Waiting that `stop` always ends, and `wake` ends if it is idle. */
export function pauses(): Pauses {
  let stopped = false;
  let woken = false;
  let endIdling = () => {};
  let endResting = () => {};
  const wait = (milliseconds: number, onStart: (end: () => void) => void) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      onStart(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  return {
    stopped: () => stopped,
    async rest(milliseconds) {
      if (stopped || milliseconds <= 0) return;
      await wait(milliseconds, (end) => {
        endResting = end;
      });
    },
    async idle(milliseconds) {
      if (!stopped && !woken) {
        await wait(milliseconds, (end) => {
          endIdling = end;
        });
      }
      const was = woken;
      woken = false;
      return was;
    },
    wake() {
      woken = true;
      endIdling();
    },
    stop() {
      stopped = true;
      endIdling();
      endResting();
    },
  };
}
