import { anArticle, anEvent, found } from './events.ts';
import { dyingAt } from './faults.ts';
import { storeBench } from './store-bench.ts';

jest.setTimeout(400_000);
const { storeWith, clearTable, differences, tell } = storeBench();
beforeEach(clearTable);

const MORNING = '2026-11-24T10:00:00.000Z';
const NEXT_DAY = '2026-11-25T10:00:00.000Z';

const saying = (title: string, start: string) => found([anEvent({ title, start, trigger: 'opens' })]);

/** Titles that readers see, in order of date. */
async function titles(now = MORNING): Promise<readonly string[]> {
  const { events } = await storeWith({}, now).events.list({ collection: 'main' }, { order: 'asc', limit: 50 });
  return events.map(({ title }) => title);
}

test('a builder with a clock a day ahead that crashes at any request blocks no other builder', async () => {
  for (let nth = 1, died = true; died; nth++) {
    await clearTable();
    died = false;
    const ahead = storeWith({ before: dyingAt(nth) }, NEXT_DAY);
    await tell(ahead, 'a', saying('The north bridge opens', '1995-03-02')).catch(() => {
      died = true;
    });
    await tell(storeWith({}, MORNING), 'b', saying('The south bridge opens', '1996-03-02'));
    expect([nth, await titles()]).toEqual([nth, expect.arrayContaining(['The south bridge opens'])]);
    expect([nth, await differences()]).toEqual([nth, []]);
  }
});

test('a clock that is set back between two articles and an edit loses none of them', async () => {
  await tell(storeWith({}, NEXT_DAY), 'a', saying('The north bridge opens', '1995-03-02'));
  const back = storeWith({}, MORNING);
  await tell(back, 'b', saying('The south bridge opens', '1996-03-02'));
  const { events } = await back.events.list({ collection: 'main' }, { order: 'asc', limit: 1 });
  await back.events.patch(events[0]?.id ?? '', { title: 'The northern bridge opens' }, 'k');
  await back.fold();
  expect(await titles()).toEqual(['The northern bridge opens', 'The south bridge opens']);
  expect(await differences()).toEqual([]);
});

test('a newer text wins although the clock was set back before it came', async () => {
  const store = storeWith({}, NEXT_DAY);
  await tell(store, 'a', saying('The north bridge opens', '1995-03-02'));
  const back = storeWith({}, MORNING);
  await back.articles.accept(anArticle('a', { contentHash: 'newer' }));
  await back.articles.complete('a', 'newer', saying('The north bridge opens to traffic', '1995-03-03'), '1');
  await back.fold();
  expect(await titles()).toEqual(['The north bridge opens to traffic']);
  expect(await differences()).toEqual([]);
});
