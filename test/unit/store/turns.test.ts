import { turns } from '../../../shared/store/turns.ts';

/** A task that ends when it is told to. */
function held() {
  let end: () => void = () => {};
  let fail: (error: Error) => void = () => {};
  const ended = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { ended, end: () => end(), fail: (error: Error) => fail(error) };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

it('lets so many run at once, and the others after them in the order in which they came', async () => {
  const inTurn = turns(2);
  const tasks = Array.from({ length: 5 }, held);
  const begun: number[] = [];
  const all = tasks.map(({ ended }, n) =>
    inTurn(() => {
      begun.push(n);
      return ended;
    }),
  );
  await settled();
  expect(begun).toEqual([0, 1]);
  tasks[1]?.end();
  await settled();
  expect(begun).toEqual([0, 1, 2]);
  for (const task of tasks) task.end();
  await Promise.all(all);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});

it('gives the place on after a failure, and never gives out more places than there are', async () => {
  const inTurn = turns(1);
  const first = held();
  const failing = inTurn(() => first.ended);
  let running = 0;
  let most = 0;
  const others = Array.from({ length: 20 }, () =>
    inTurn(async () => {
      most = Math.max(most, ++running);
      await settled();
      running--;
    }),
  );
  first.fail(new Error('broken'));
  await expect(failing).rejects.toThrow('broken');
  await Promise.all(others);
  expect(most).toBe(1);
  await expect(inTurn(async () => 'free again')).resolves.toBe('free again');
});
