import type { DynamoDBStreamEvent } from 'aws-lambda';
import { useClients } from '../../../functions/clients.ts';
import { type Engine, startEngine } from '../../../local/engine.ts';
import { readStream, type StreamReader } from '../../../local/service/stream-reader.ts';
import { type LocalTable, openTable, TABLE_NAME } from '../../../local/service/table.ts';
import { openMaintenance } from '../../../shared/store/maintenance.ts';
import { openStore } from '../../../shared/store/open-store.ts';
import { SMALL_LIST } from '../../../shared/store/tiles/rebuild.ts';
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

test('the function that reads the stream, given batches as Lambda gives them, keeps the tiles as they must be', async () => {
  const options = { client: table.client, tableName: TABLE_NAME, now: () => new Date().toISOString() };
  useClients({ table: table.client, now: options.now });
  process.env.TABLE_NAME = TABLE_NAME;
  const { handler } = await import('../../../functions/rebuild-tiles/handler.ts');
  const troubles: unknown[] = [];
  reader = readStream({
    client: table.streams,
    streamArn: table.streamArn,
    name: 'rebuild-tiles',
    batchSize: 50,
    timeoutSeconds: 60,
    positions: { get: () => undefined, set: () => undefined },
    handler: (event: DynamoDBStreamEvent, context) => handler(event, context, () => undefined),
    onTrouble: (...trouble) => troubles.push(trouble),
  });
  const store = openStore(options);
  const maintenance = openMaintenance(options);
  for (let article = 0; article < 4; article++) {
    const id = `article-${article}`;
    const events = Array.from({ length: SMALL_LIST / 3 }, (_, n) =>
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
  await store.articles.remove('article-3');
  await reader.caughtUp();
  const { total } = await store.events.overview({ collection: 'main', keywords: ['common'] }, 50);
  expect(total).toBe(SMALL_LIST);
  const differences = [];
  for await (const difference of maintenance.verify()) differences.push(difference);
  expect(differences).toEqual([]);
  expect(troubles).toEqual([]);
});
