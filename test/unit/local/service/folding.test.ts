import { startFolding } from '../../../../local/service/folding.ts';
import type { Maintenance } from '../../../../shared/store/maintenance/maintenance.ts';

type Wish = Parameters<Maintenance['fold']>[0];

/** A loop over a builder that folds the given numbers of tasks, one a turn, and then none. */
function loopOver(tasks: readonly number[], isAtRest: () => boolean) {
  const turns: Wish[] = [];
  const folding = startFolding({
    fold: async (wish) => {
      turns.push(wish);
      return tasks[turns.length - 1] ?? 0;
    },
    isAtRest,
    onTrouble: (what) => {
      throw new Error(what);
    },
  });
  return { turns, folding };
}

const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(0).then(() => undefined);

describe('the loop that folds extracted articles', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('gathers the articles of an import between batches, although a caller waits for all of them', async () => {
    const { turns, folding } = loopOver([3, 40], () => false);
    const caughtUp = folding.caughtUp();
    await settle();
    expect(turns).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1900);
    expect(turns).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(200);
    expect(turns).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(2000);
    await caughtUp;
    await folding.stop();
  });

  it('folds one batch a turn while more is on its way, and batch after batch when nothing is', async () => {
    let importing = true;
    const { turns, folding } = loopOver([3, 2], () => !importing);
    await settle();
    importing = false;
    await jest.advanceTimersByTimeAsync(350);
    expect(turns.map((wish) => wish?.beginWithinSeconds)).toEqual([0, 1]);
    await folding.stop();
  });

  it('does not wait for more of an import that has ended', async () => {
    let importing = true;
    const { turns, folding } = loopOver([3, 2], () => !importing);
    await settle();
    await jest.advanceTimersByTimeAsync(500);
    importing = false;
    await jest.advanceTimersByTimeAsync(300);
    expect(turns).toHaveLength(2);
    await folding.stop();
  });

  it('waits again if the import pauses for a moment and goes on', async () => {
    let looks = 0;
    const { turns, folding } = loopOver([3, 2], () => looks++ % 2 === 0);
    await settle();
    await jest.advanceTimersByTimeAsync(1900);
    expect(turns).toHaveLength(1);
    await folding.stop();
  });

  it('goes on at once for a caller that waits, when nothing more is on its way', async () => {
    const { turns, folding } = loopOver([3, 2], () => true);
    const caughtUp = folding.caughtUp();
    await settle();
    await caughtUp;
    // No timer has run.
    expect(turns.length).toBeGreaterThanOrEqual(3);
    await folding.stop();
  });
});
