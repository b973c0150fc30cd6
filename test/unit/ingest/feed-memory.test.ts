import { readMemory, writeMemory } from '../../../shared/ingest/feed-memory.ts';
import { articleId } from '../../../shared/ingest/identify-article.ts';
import { MOST_ENTRIES, readLedger, writeLedger } from '../../../shared/ingest/item-ledger.ts';

describe('the memory of a feed', () => {
  const entry = (n: number) => ({
    link: n,
    guid: 2 ** 40 - 1 - n,
    sign: n * 3,
    print: n * 7,
    articleId: articleId('main', `${n}`),
  });

  test('comes back as it was written', () => {
    const entries = [entry(1), entry(2), entry(3)];
    expect(readLedger(writeLedger(entries))).toEqual(entries);
    expect(readLedger(undefined)).toEqual([]);
    expect(readLedger('no base64 at all')).toEqual([]);
  });

  test('stays under 200 KB and keeps what comes first', () => {
    const entries = Array.from({ length: MOST_ENTRIES + 500 }, (_, n) => entry(n + 1));
    const memory = writeMemory({
      ...readMemory(undefined),
      entries,
      sharedLinks: Array(1000).fill(2 ** 40 - 1),
      sharedGuids: Array(1000).fill(2 ** 40 - 1),
      notice: 'x'.repeat(600),
    });
    expect(JSON.stringify(memory).length).toBeLessThan(200_000);
    expect(readMemory(memory).entries).toEqual(entries.slice(0, MOST_ENTRIES));
  });
});
