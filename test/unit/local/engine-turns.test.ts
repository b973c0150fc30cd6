import { type Awaited, awaitedBy, letReadersFirst } from '../../../local/aws-emulation/engine-turns.ts';

type Send = (args: string) => Promise<unknown>;

/** An engine that answers when it is told to. */
function slowEngine() {
  const arrived: string[] = [];
  const answers: ((failure?: Error) => void)[] = [];
  let send: Send = (name) => {
    arrived.push(name);
    return new Promise<void>((done, failed) => answers.push((failure) => (failure ? failed(failure) : done())));
  };
  const middlewareStack = {
    add: (middleware: (next: Send) => Send) => {
      send = middleware(send);
    },
  };
  letReadersFirst({ middlewareStack } as never);
  const ask = (kind: Awaited | undefined, name: string) => (kind ? awaitedBy(kind, () => send(name)) : send(name));
  const answer = async (failure?: Error) => {
    answers.shift()?.(failure);
    await new Promise((done) => setImmediate(done));
  };
  return { arrived, ask, answer };
}

test('while a reader uses the engine, few background requests run beside it, and its next request waits for those alone', async () => {
  const { arrived, ask, answer } = slowEngine();
  void ask('read', 'read 1');
  for (let n = 1; n <= 20; n++) void ask(undefined, `work ${n}`);
  await new Promise((done) => setImmediate(done));
  void ask('read', 'read 2');
  await new Promise((done) => setImmediate(done));
  expect(arrived).toEqual(['read 1', 'work 1', 'work 2', 'read 2']);
  for (let n = 0; n < 40; n++) await answer();
  expect(arrived).toHaveLength(22);
});

test('requests of writers pass the background work, which goes on all the same', async () => {
  const { arrived, ask, answer } = slowEngine();
  for (let n = 1; n <= 20; n++) void ask(undefined, `work ${n}`);
  for (let n = 1; n <= 5; n++) void ask('write', `write ${n}`);
  await new Promise((done) => setImmediate(done));
  const before = arrived.length;
  for (let n = 0; n < 30; n++) await answer();
  expect(arrived.slice(before, before + 6).map((name) => name.split(' ')[0])).toEqual([
    'write',
    'write',
    'write',
    'work',
    'write',
    'write',
  ]);
  expect(arrived).toHaveLength(25);
});

test('a failed request frees its place for the next one', async () => {
  const { arrived, ask, answer } = slowEngine();
  const asked = Array.from({ length: 40 }, (_, n) => ask(undefined, `work ${n}`));
  for (const one of asked) one.catch(() => undefined);
  for (let n = 0; n < 40; n++) await answer(new Error('refused'));
  expect(arrived).toHaveLength(40);
});
