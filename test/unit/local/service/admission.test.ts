import { type AdmissionLimits, admission } from '../../../../local/service/admission.ts';

const LIMITS: AdmissionLimits = {
  atOnce: 3,
  fewest: 1,
  slowMs: 20,
  writesAtOnce: 1,
  readsPerWrite: 2,
  waiting: { read: 2, write: 1 },
  longestWaitMs: 1_000,
};
/** A clock that stands still: a busy machine makes no read slow. */
const stopped = () => 0;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Asks for a turn and notes its name when it begins; `end` ends it. */
function asker(gate: ReturnType<typeof admission>) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    end: (name: string) => ends.get(name)?.(),
    ask: async (kind: 'read' | 'write', name: string) => {
      const turn = await gate.enter(kind);
      if (turn === 'busy') return 'busy';
      begun.push(name);
      ends.set(name, turn);
      return 'in';
    },
  };
}
const soon = () => jest.advanceTimersByTimeAsync(0);

test('reads are admitted before writes that have waited longer', async () => {
  const { ask, begun, end } = asker(admission(LIMITS, stopped));
  for (const name of ['r1', 'r2', 'r3']) await ask('read', name);
  void ask('write', 'w1');
  void ask('read', 'r4');
  end('r1');
  await soon();
  expect(begun).toEqual(['r1', 'r2', 'r3', 'r4']);
  end('r2');
  await soon();
  expect(begun).toEqual(['r1', 'r2', 'r3', 'r4', 'w1']);
});

test('a waiting write is admitted after a bounded number of reads', async () => {
  const { ask, begun, end } = asker(admission({ ...LIMITS, atOnce: 1, waiting: { read: 9, write: 1 } }, stopped));
  await ask('read', 'r1');
  void ask('write', 'w1');
  for (const name of ['r2', 'r3', 'r4', 'r5']) void ask('read', name);
  for (const name of ['r1', 'r2', 'r3']) {
    end(name);
    await soon();
  }
  expect(begun).toEqual(['r1', 'r2', 'r3', 'w1']);
});

test('some places are kept for reads, however many writes wait', async () => {
  const { ask, begun } = asker(admission(LIMITS, stopped));
  await ask('write', 'w1');
  void ask('write', 'w2');
  await ask('read', 'r1');
  expect(begun).toEqual(['w1', 'r1']);
});

test('a full queue refuses at once, and a request that waits longer than the limit is refused then', async () => {
  const { ask, begun } = asker(admission(LIMITS, stopped));
  for (const name of ['r1', 'r2', 'r3']) await ask('read', name);
  const waiting = [ask('read', 'r4'), ask('read', 'r5')];
  expect(await ask('read', 'r6')).toBe('busy');
  await jest.advanceTimersByTimeAsync(LIMITS.longestWaitMs - 1);
  expect(await Promise.race([...waiting, 'still waiting'])).toBe('still waiting');
  await jest.advanceTimersByTimeAsync(1);
  expect(await Promise.all(waiting)).toEqual(['busy', 'busy']);
  expect(begun).toEqual(['r1', 'r2', 'r3']);
});

test('ending a turn twice frees one place', async () => {
  const gate = admission(LIMITS, stopped);
  const first = await gate.enter('read');
  await gate.enter('read');
  if (first !== 'busy') for (const _ of [1, 2]) first();
  expect(gate.counts()).toEqual({ underWay: 1, waiting: 0 });
});

test('slow reads reduce the number of places, quick ones restore it', async () => {
  let time = 0;
  const gate = admission({ ...LIMITS, atOnce: 8, fewest: 2 }, () => time);
  const turns = (count: number) => Promise.all(Array.from({ length: count }, () => gate.enter('read')));
  const end = (ended: Awaited<ReturnType<typeof turns>>) => {
    for (const turn of ended) if (turn !== 'busy') turn();
  };

  const slow = await turns(8);
  time += LIMITS.slowMs + 1;
  end(slow);
  const waiting = Array.from({ length: 8 }, () => gate.enter('read'));
  expect(gate.counts().underWay).toBeGreaterThanOrEqual(2);
  expect(gate.counts().underWay).toBeLessThan(8);
  await jest.advanceTimersByTimeAsync(LIMITS.longestWaitMs);
  end(await Promise.all(waiting));

  for (let n = 0; n < 60; n++) end(await turns(1));
  await turns(8);
  expect(gate.counts()).toEqual({ underWay: 8, waiting: 0 });
});
