import { limitConcurrency } from '../../../shared/store/limit-concurrency.ts';

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

it('runs as many jobs at once as the limit, and the others in the order of their arrival', async () => {
  const inTurn = limitConcurrency(2);
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

it('a failed job frees its place, and no more jobs run at once than the limit', async () => {
  const inTurn = limitConcurrency(1);
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
