/** Ways to wait. */
export interface Pauses {
  stopped(): boolean;
  /** Until the time is over. */
  rest(milliseconds: number): Promise<void>;
  /** Until the time is over or `wake` is called; true for the latter. An earlier `wake` counts. */
  idle(milliseconds: number): Promise<boolean>;
  wake(): void;
  /** Ends all waiting, this and any later. */
  stop(): void;
}

/** Waiting that can be cut short: by a stop always, by a wake only where nothing else is waited for. */
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
