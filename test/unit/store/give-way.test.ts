import { giveWay } from '../../../shared/store/give-way.ts';

/** Computes until the clock has gone on by so much. */
function compute(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

test('waiting callbacks run between two steps of long work, also of several jobs at once', async () => {
  const order: string[] = [];
  const work = async (name: string) => {
    for (let step = 0; step < 3; step++) {
      await giveWay();
      compute(10);
      order.push(name);
    }
  };
  const both = Promise.all([work('a'), work('b')]);
  setImmediate(() => order.push('reader'));
  await both;
  expect(order.slice(0, 4)).toContain('reader');
});

test('short work does not yield', () => {
  expect(giveWay()).toBeUndefined();
});
