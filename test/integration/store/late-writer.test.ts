import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { anArticle, anEvent, found } from './events.ts';
import { dyingAt } from './faults.ts';
import { storeBench } from './store-bench.ts';

jest.setTimeout(120_000);
const { storeWith, clearTable, table, tell, differences } = storeBench();

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
    await clearTable();
    for (const [id, said] of Object.entries(treaty)) await tell(storeWith(), id, said);
    const dying = storeWith({ before: dyingAt(nth) });
    await dying.articles.accept(anArticle('comet'));
    const done = await dying.articles.complete('comet', 'hash-comet', comet, '1').then(
      () => true,
      () => false,
    );
    // Once the article is done, its worker has no request left that could come late.
    if (done || (await storeWith().articles.find('comet'))?.status === 'done') break;
    // Entries of an event as they were before it changed, in place of those that it has now.
    const { client, tableName: TableName } = table();
    const { Items = [] } = await client.send(new ScanCommand({ TableName }));
    for (const { pk, sk, ...fields } of Items) {
      if (!/^[LW]/.test(pk) || !String(sk).startsWith('5009191')) continue;
      await client.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
      const earlier = String(sk).replace('5009191', '5009190');
      await client.send(new PutCommand({ TableName, Item: { pk, sk: earlier, ...fields } }));
    }
    await storeWith().articles.complete('comet', 'hash-comet', comet, '1');
    const all = await differences();
    expect(all.filter(({ what, found }) => what === 'entry' && found === 'nothing')).toEqual([]);
  }
});
