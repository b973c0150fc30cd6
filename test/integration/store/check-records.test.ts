import { CHECK_COLLECTION } from '../../../shared/kernel/check-collection.ts';
import { anArticle, anEvent, found } from './events.ts';
import { storeBench } from './store-bench.ts';

const bench = storeBench();
beforeEach(() => bench.clearTable());

test('records of a takedown are kept forever, those of the canary’s articles for a week', async () => {
  const store = bench.storeWith();
  const said = found([anEvent({ title: 'A bridge was opened', start: '1998-05-04' })]);
  for (const collection of ['main', CHECK_COLLECTION]) {
    const article = anArticle(`of-${collection}`, { collection });
    await store.articles.accept(article);
    await store.articles.complete(article.id, article.contentHash, said, '1');
    await store.fold();
    await store.articles.remove(article.id);
    await store.audit.record({
      at: '2026-11-24T10:00:00.000Z',
      by: 'k1',
      act: 'article.remove',
      subject: article.id,
      collection,
    });
    await store.fold();
  }
  const items = await bench.copyTable();
  const noted = (name: string) => items.filter((item) => JSON.stringify(item).includes(name));
  const aWeekOn = Date.parse('2026-12-01T10:00:00Z') / 1000;
  // The article, and two entries of the audit: of the month and of the article.
  expect(noted('of-main').map(({ expires }) => expires)).toEqual([undefined, undefined, undefined]);
  expect(noted(`of-${CHECK_COLLECTION}`).map(({ expires }) => expires)).toEqual([aWeekOn, aWeekOn, aWeekOn]);
});
