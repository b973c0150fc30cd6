import { Worker } from 'node:worker_threads';
import { type TextWorkers, textWorkers } from '../../../local/service/text-workers.ts';
import { buildCommand } from './dateline.ts';

beforeAll(buildCommand);

let workers: TextWorkers;
afterEach(() => workers.stop());

const text = 'The weir was finished on 5 June 1911.';
/** Sentences with dates enough for a thread to be at it for long. */
const long = Array.from(
  { length: 60_000 },
  (_, n) => `The council of Town ${n} met on 3 May ${1000 + (n % 1000)}.`,
).join(' ');

test('a worker extracts the same events as the main thread', async () => {
  workers = textWorkers({ threads: 2, seconds: 30, megabytes: 512 });
  const { extractFrom } = await import('../../../shared/application/extraction.ts');
  const article = { id: 'a', text, publishedAt: '1912-01-01' };
  expect(await workers.extract(article)).toEqual(await extractFrom(article));
});

test('a text over its time is given up with the reason, and the next one gets a new thread', async () => {
  workers = textWorkers({ threads: 1, seconds: 1, megabytes: 2_048 });
  const costly = workers.extract({ id: 'a', text: long });
  await expect(costly).rejects.toMatchObject({
    code: 'article.too-costly',
    message: expect.stringContaining('1 seconds'),
  });
  const next = textWorkers({ threads: 1, seconds: 30, megabytes: 512 });
  expect((await next.extract({ id: 'b', text })).events).toHaveLength(1);
  await next.stop();
});

test('a text over its memory is given up with the reason, and the same threads go on', async () => {
  workers = textWorkers({ threads: 1, seconds: 60, megabytes: 48 });
  const costly = workers.extract({ id: 'a', text: long });
  await expect(costly).rejects.toMatchObject({ code: 'article.too-costly', message: expect.stringContaining('48 MB') });
});

test('a thread ends after a text that has made its heap large, and is kept after an ordinary one', async () => {
  workers = textWorkers({ threads: 1, seconds: 60, megabytes: 1_024 });
  const end = jest.spyOn(Worker.prototype, 'terminate');
  try {
    await workers.readPage('<p>A weir.');
    expect(end).not.toHaveBeenCalled();
    await workers.extract({ id: 'a', html: '<p>a'.repeat(780_000) });
    await workers.readPage('<p>A weir.');
    expect(end).toHaveBeenCalledTimes(1);
  } finally {
    end.mockRestore();
  }
});

test('the main thread keeps running timers while a worker extracts a text', async () => {
  workers = textWorkers({ threads: 1, seconds: 2, megabytes: 2_048 });
  let ticks = 0;
  const ticking = setInterval(() => {
    ticks += 1;
  }, 5);
  await workers.extract({ id: 'a', text: long }).catch(() => {});
  clearInterval(ticking);
  // Read in this thread, the text would let no timer run before its answer.
  expect(ticks).toBeGreaterThan(3);
});
