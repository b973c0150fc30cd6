import { type AdmissionLimits, admission } from '../../../local/service/admission.ts';

const SLOW_MS = 30;
const LIMITS: AdmissionLimits = {
  atOnce: 3,
  fewest: 1,
  slowMs: 20,
  writesAtOnce: 1,
  waiting: { read: 2, write: 1 },
  longestWaitMs: 50,
};

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
const soon = () => new Promise((resolve) => setTimeout(resolve, 1));

test('reads that came later are let in before writes that wait', async () => {
  const { ask, begun, end } = asker(admission(LIMITS));
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

test('writes never take the last places, however many there are', async () => {
  const { ask, begun } = asker(admission(LIMITS));
  await ask('write', 'w1');
  void ask('write', 'w2');
  await ask('read', 'r1');
  expect(begun).toEqual(['w1', 'r1']);
});

test('who would be one too many in the queue is told at once, who waits too long after his time', async () => {
  const { ask } = asker(admission(LIMITS));
  for (const name of ['r1', 'r2', 'r3']) await ask('read', name);
  const waiting = [ask('read', 'r4'), ask('read', 'r5')];
  const begun = performance.now();
  expect(await ask('read', 'r6')).toBe('busy');
  expect(performance.now() - begun).toBeLessThan(LIMITS.longestWaitMs);
  expect(await Promise.all(waiting)).toEqual(['busy', 'busy']);
});

test('a turn that is ended twice gives one place back', async () => {
  const gate = admission(LIMITS);
  const first = await gate.enter('read');
  await gate.enter('read');
  if (first !== 'busy') for (const _ of [1, 2]) first();
  expect(gate.counts()).toEqual({ underWay: 1, waiting: 0 });
});

test('slow reads take places away, quick ones give them back', async () => {
  const gate = admission({ ...LIMITS, atOnce: 8, fewest: 2, slowMs: SLOW_MS });
  const slow = async () => {
    const end = await gate.enter('read');
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS + 10));
    if (end !== 'busy') end();
  };
  await Promise.all(Array.from({ length: 8 }, slow));
  const held = [];
  while (gate.counts().waiting === 0) held.push(gate.enter('read'));
  const places = gate.counts().underWay;
  expect(places).toBeLessThan(8);
  expect(places).toBeGreaterThanOrEqual(2);
  for (const turn of await Promise.all(held)) if (turn !== 'busy') turn();
  for (let n = 0; n < 60; n++) {
    const end = await gate.enter('read');
    if (end !== 'busy') end();
  }
  const again = Array.from({ length: 8 }, () => gate.enter('read'));
  expect(gate.counts()).toEqual({ underWay: 8, waiting: 0 });
  await Promise.all(again);
});
