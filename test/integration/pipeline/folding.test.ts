import type { DynamoDBStreamEvent } from 'aws-lambda';
import { useInstead } from '../../../functions/runtime/replacements.ts';
import { type Engine, startEngine } from '../../../local/aws-emulation/engine.ts';
import { readStream, type StreamReader } from '../../../local/aws-emulation/stream-reader.ts';
import { type LocalTable, openTable, TABLE_NAME } from '../../../local/aws-emulation/table.ts';
import { openMaintenance } from '../../../shared/store/maintenance/maintenance.ts';
import { openStore } from '../../../shared/store/open-store.ts';
import { anArticle, anEvent, found } from '../store/events.ts';

let engine: Engine;
let table: LocalTable;
let reader: StreamReader | undefined;

beforeEach(async () => {
  engine = await startEngine();
  table = await openTable(engine.endpoint);
});
afterEach(async () => {
  await reader?.stop();
  table.close();
  await engine.stop();
});

test('the function that reads the stream, given batches as Lambda gives them, folds every article', async () => {
  const options = { client: table.client, tableName: TABLE_NAME, now: () => new Date().toISOString() };
  useInstead({ table: table.client, now: options.now });
  process.env.TABLE_NAME = TABLE_NAME;
  const { handler } = await import('../../../functions/fold-articles/handler.ts');
  const troubles: unknown[] = [];
  reader = readStream({
    client: table.streams,
    streamArn: table.streamArn,
    name: 'fold-articles',
    batchSize: 50,
    timeoutSeconds: 60,
    positions: { get: () => undefined, set: () => undefined },
    handler: (event: DynamoDBStreamEvent, context) => handler(event, context, () => undefined),
    onTrouble: (...trouble) => troubles.push(trouble),
  });
  const store = openStore(options);
  for (let article = 0; article < 4; article++) {
    const id = `article-${article}`;
    const events = Array.from({ length: 16 }, (_, n) =>
      anEvent({
        title: `Title ${article} ${n}`,
        sentence: `Sentence ${article} ${n}.`,
        trigger: `t${n}`,
        start: `19${20 + n}-0${1 + article}-11`,
        keywords: ['common'],
      }),
    );
    await store.articles.accept(anArticle(id));
    await store.articles.complete(id, `hash-${id}`, found(events), '1');
  }
  await reader.caughtUp();
  expect((await store.articles.find('article-3'))?.status).toBe('done');
  await store.articles.remove('article-3');
  await reader.caughtUp();
  const { total } = await store.events.overview({ collection: 'main', keywords: ['common'] }, 50);
  expect(total).toBe(48);
  const differences = [];
  for await (const difference of openMaintenance(options).verify()) differences.push(difference);
  expect(differences).toEqual([]);
  expect(troubles).toEqual([]);
});
