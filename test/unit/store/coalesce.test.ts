import { coalesce } from '../../../shared/store/coalesce.ts';

function gate() {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

it('calls that arrive during a run share one run that begins after them', async () => {
  const turn = coalesce();
  const first = gate();
  const begun: string[] = [];
  const one = turn('cell', async () => {
    begun.push('first');
    await first.opened;
  });
  const others = Array.from({ length: 5 }, (_, n) =>
    turn('cell', async () => {
      begun.push(`other ${n}`);
    }),
  );
  const elsewhere = turn('another cell', async () => {
    begun.push('elsewhere');
  });
  await elsewhere;
  expect(begun).toEqual(['first', 'elsewhere']);
  first.open();
  await Promise.all([one, ...others]);
  expect(begun).toEqual(['first', 'elsewhere', 'other 0']);
});

it('a call during the shared run gets a run of its own afterwards', async () => {
  const turn = coalesce();
  const [first, second] = [gate(), gate()];
  let turns = 0;
  const one = turn('cell', () => first.opened);
  const two = turn('cell', async () => {
    turns++;
    await second.opened;
  });
  first.open();
  await one;
  await new Promise((resolve) => setImmediate(resolve));
  expect(turns).toBe(1);
  const three = turn('cell', async () => {
    turns++;
  });
  second.open();
  await Promise.all([two, three]);
  expect(turns).toBe(2);
});

it('a failure rejects all calls that shared the run, and no others', async () => {
  const turn = coalesce();
  const first = gate();
  const one = turn('cell', async () => {
    await first.opened;
    throw new Error('first');
  });
  const sharers = [1, 2].map(() => turn('cell', () => Promise.reject(new Error('second'))));
  first.open();
  await expect(one).rejects.toThrow('first');
  for (const sharer of sharers) await expect(sharer).rejects.toThrow('second');
  await expect(turn('cell', async () => {})).resolves.toBeUndefined();
});
