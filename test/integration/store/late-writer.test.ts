import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Extraction } from '../../../shared/events/event.ts';
import { openMaintenance } from '../../../shared/store/maintenance.ts';
import { openStore } from '../../../shared/store/open-store.ts';
import type { Difference } from '../../../shared/store/verify.ts';
import { startTestEngine, type TestEngine } from './engine-table.ts';
import { anArticle, anEvent, found } from './events.ts';
import { dyingAt, withFaults } from './faults.ts';

let engine: TestEngine;
let table: string;
const now = () => '2026-11-24T10:00:00.000Z';

jest.setTimeout(120_000);
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());

const storeWith = (faults: Parameters<typeof withFaults>[1] = {}) =>
  openStore({ client: withFaults(engine.client(), faults), tableName: table, now });

async function tell(id: string, said: Extraction & { readonly text: string }): Promise<void> {
  await storeWith().articles.accept(anArticle(id));
  await storeWith().articles.complete(id, `hash-${id}`, said, '1');
}

async function differences(): Promise<readonly Difference[]> {
  const all: Difference[] = [];
  for await (const one of openMaintenance({ client: engine.client(), tableName: table, now }).verify()) all.push(one);
  return all;
}

/** Two articles tell of one event, the second less precisely: its head has changed once. */
const signing = { title: 'Ministers sign the water treaty', entities: ['Geneva'], keywords: ['water', 'treaty'] };
const treaty = {
  a: found([
    anEvent({ ...signing, start: '1995-03-02', sources: ['one.example'], trigger: 'sign', publishedAt: '1995-03-03' }),
  ]),
  b: found([
    anEvent({
      ...signing,
      start: '1995-03-01',
      end: '1995-03-31',
      sources: ['two.example'],
      trigger: 'signed',
      publishedAt: '1999-01-01',
    }),
  ]),
};

test('what a late writer left of a changed event is made good by whoever comes again to its cell', async () => {
  const comet = found([
    anEvent({ title: 'A comet passes', start: '1995-03-02', entities: ['Observatory'], trigger: 'passes' }),
  ]);
  // From where the note of its mentions is written.
  for (let nth = 8; ; nth++) {
    table = await engine.table();
    for (const [id, said] of Object.entries(treaty)) await tell(id, said);
    const dying = storeWith({ before: dyingAt(nth) });
    await dying.articles.accept(anArticle('comet'));
    const done = await dying.articles.complete('comet', 'hash-comet', comet, '1').then(
      () => true,
      () => false,
    );
    if (done) break;
    // Entries of an event as they were before it changed, in place of those that it has now.
    const client = engine.client();
    const { Items = [] } = await client.send(new ScanCommand({ TableName: table }));
    for (const { pk, sk, ...fields } of Items) {
      if (!/^[LW]/.test(pk) || !String(sk).startsWith('5009191')) continue;
      await client.send(new DeleteCommand({ TableName: table, Key: { pk, sk } }));
      await client.send(
        new PutCommand({ TableName: table, Item: { pk, sk: String(sk).replace('5009191', '5009190'), ...fields } }),
      );
    }
    await storeWith().articles.complete('comet', 'hash-comet', comet, '1');
    const all = await differences();
    expect(all.filter(({ what, found }) => what === 'entry' && found === 'nothing')).toEqual([]);
  }
});
