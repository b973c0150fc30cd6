import type { DigestArticle, DigestOptions } from '../../../shared/timeline/digest/article.ts';
import { DigestMaker } from '../../../shared/timeline/digest/digest.ts';

const digestOf = (articles: readonly DigestArticle[], options: Partial<DigestOptions> = {}) => {
  const maker = new DigestMaker({ dates: 5, sentences: 2, ...options });
  for (const article of articles) maker.add(article);
  return maker.make();
};

const article = (id: string, publishedAt: string, text: string): DigestArticle => ({
  id,
  publishedAt,
  text,
  url: `https://example.org/${id}`,
});

/** A flood told by several papers: the dam broke on the 10th, the minister resigned on the 20th. */
const flood: readonly DigestArticle[] = [
  article(
    'a',
    '2015-03-11',
    'The dam above Kessel broke on Tuesday and the river flooded the lower town. Nobody expected the rain to last so long.',
  ),
  article(
    'b',
    '2015-03-12',
    'Rescuers searched Kessel all night after the dam broke on Tuesday. A school was turned into a shelter for the families.',
  ),
  article(
    'c',
    '2015-03-21',
    'The water minister resigned on Friday over the flood in Kessel. The dam broke on March 10 after years of warnings.',
  ),
  article(
    'd',
    '2015-06-02',
    'An inquiry opened into the flood at Kessel. The dam broke on March 10, and the water minister resigned on March 20.',
  ),
  article(
    'e',
    '2015-06-03',
    'The inquiry into the Kessel flood heard its first witness. The market reopened on May 30 for the first time.',
  ),
];

describe('a digest', () => {
  it('puts the day that most articles speak of first in importance, and keeps the order of dates', () => {
    const { entries } = digestOf(flood, { dates: 3 });
    expect(entries.map((entry) => entry.date)).toEqual([...entries.map((entry) => entry.date)].sort());
    const best = [...entries].sort((a, b) => b.importance - a.importance)[0];
    expect(best?.date).toBe('2015-03-10');
    expect(entries.map((entry) => entry.date)).toContain('2015-03-20');
  });

  it('chooses sentences and writes none: each is in its article at the given offsets', () => {
    const byId = new Map(flood.map((one) => [one.id, one]));
    const { entries } = digestOf(flood);
    expect(entries.length).toBeGreaterThan(1);
    for (const { sentences, sources } of entries) {
      expect(sources).toHaveLength(sentences.length);
      for (const [i, source] of sources.entries()) {
        expect(byId.get(source.articleId)?.text.slice(source.start, source.end)).toBe(sentences[i]);
        expect(source.url).toBe(`https://example.org/${source.articleId}`);
        expect(source.publishedAt).toBe(byId.get(source.articleId)?.publishedAt);
      }
    }
  });

  it('never gives more dates or sentences than asked for', () => {
    for (const dates of [1, 2, 4])
      for (const sentences of [1, 3]) {
        const { entries } = digestOf(flood, { dates, sentences });
        expect(entries.length).toBeLessThanOrEqual(dates);
        for (const entry of entries) expect(entry.sentences.length).toBeLessThanOrEqual(sentences);
      }
  });

  it('tells one event once, though three papers print the same sentence', () => {
    const wire = 'The old bridge at Marn collapsed on Monday during the morning rush.';
    const { entries } = digestOf(
      ['x', 'y', 'z'].map((id) => article(id, '2016-05-03', `${wire} Police in ${id} looked on.`)),
      { sentences: 3 },
    );
    const told = entries.flatMap((entry) => entry.sentences).filter((sentence) => sentence === wire);
    expect(told).toHaveLength(1);
  });

  it('repeats a sentence that names two dates only if the other date has no other sentence', () => {
    const both = 'The ship Aurora left Brest on May 2, 1870 and reached Lisbon on May 20, 1870 with all hands.';
    const leaving =
      'Brest saw the ship Aurora leave on May 2, 1870 under grey skies while the harbour bells were ringing.';
    const arriving =
      'Lisbon saw the ship Aurora arrive on May 20, 1870 under blue skies while the cannons were firing.';
    const told = (...texts: string[]) =>
      digestOf(
        texts.map((text, i) => article(`v${i}`, '1900-01-01', text)),
        { sentences: 1 },
      ).entries.flatMap((entry) => entry.sentences);
    expect(told(both)).toEqual([both, both]);
    expect(told(both, leaving, arriving).filter((sentence) => sentence === both)).toHaveLength(1);
  });

  it('keeps to the range that it is given, both ends included', () => {
    const inside = digestOf(flood, { from: '2015-03-10', to: '2015-03-20' }).entries.map((entry) => entry.date);
    expect(inside).toContain('2015-03-10');
    expect(inside).toContain('2015-03-20');
    expect(inside).not.toContain('2015-05-30');
    expect(digestOf(flood, { from: '2015-03-11', to: '2015-03-19' }).entries.map((entry) => entry.date)).not.toContain(
      '2015-03-10',
    );
  });

  it('ignores articles on other subjects', () => {
    const sport = ['p', 'q', 'r', 's', 't', 'u'].map((id) =>
      article(
        id,
        '2015-04-02',
        'Harbour United won the cup final on Wednesday after extra time. The goalkeeper saved two penalties in the end.',
      ),
    );
    const { entries } = digestOf([...flood, ...sport], { dates: 1, query: ['flood', 'dam', 'Kessel'] });
    expect(entries[0]?.date).toBe('2015-03-10');
  });

  it('gives a year or a month in EDTF if the articles have no day', () => {
    const history = [
      article(
        'h',
        '2001-01-01',
        'The mill at Orrin was built in 1843 by two brothers. It burned down in June 1902 and was never rebuilt.',
      ),
      article(
        'i',
        '2001-02-01',
        'In 1843 the Orrin mill was built beside the old ford. The fire of June 1902 destroyed the mill and the barn.',
      ),
    ];
    expect(digestOf(history).entries.map((entry) => entry.date)).toEqual(expect.arrayContaining(['1843', '1902-06']));
  });

  it('leaves a dateline, a clock and a byline out of the sentence', () => {
    const { entries } = digestOf([
      article(
        'w',
        '2015-03-11',
        'KESSEL (Reuters) - The dam above Kessel broke on Tuesday and flooded the lower town.',
      ),
    ]);
    expect(entries[0]?.sentences[0]).toBe('The dam above Kessel broke on Tuesday and flooded the lower town.');
  });

  it('is empty if no sentence qualifies', () => {
    expect(digestOf([])).toEqual({ entries: [] });
    expect(digestOf([article('n', '2015-03-11', '')])).toEqual({ entries: [] });
    expect(digestOf([article('q', '2015-03-11', 'Who knows? Why on Tuesday?')])).toEqual({ entries: [] });
  });

  it('gives the same digest whatever the order of the articles', () => {
    const dates = (articles: readonly DigestArticle[]) =>
      digestOf(articles).entries.map(({ date, importance }) => ({ date, importance }));
    expect(dates([...flood].reverse())).toEqual(dates(flood));
  });

  it('reads only complete dates in an article without a publication date', () => {
    const { entries } = digestOf([
      { id: 'u', text: 'The treaty of Ilmen was signed on 4 May 1871 in the old town hall.' },
    ]);
    expect(entries).toMatchObject([{ date: '1871-05-04', sources: [{ articleId: 'u' }] }]);
    expect(entries[0]?.sources[0]).not.toHaveProperty('publishedAt');
  });

  it('an article with an invalid publication date is reported and left out', () => {
    const maker = new DigestMaker({ dates: 3, sentences: 1 });
    expect(() => maker.add(article('bad', '2015-02-30', 'The dam broke on March 10, 2015 at Kessel.'))).toThrow(
      /2015-02-30/,
    );
    expect(maker.make().entries).toEqual([]);
  });

  it('refuses an invalid number of dates or sentences', () => {
    for (const options of [{ dates: 0 }, { dates: 1.5 }, { sentences: -1 }, { sentences: Number.NaN }])
      expect(() => new DigestMaker({ dates: 3, sentences: 1, ...options })).toThrow(RangeError);
  });
});

test('reader comments under an article are not part of a digest', () => {
  const stamp = (n: number) => `June ${n}, 2015 at 8:58 pm | Reply`;
  const commented = article(
    'z',
    '2015-03-12',
    `The dam broke on Tuesday and the river flooded Kessel within the hour. ${stamp(1)} Just think of it, all of you. The mayor of Kessel fled to the coast with all of the money on March 2, 2015. ${stamp(2)} Everybody in Kessel knew about the mayor and the money. ${stamp(3)}`,
  );
  const told = digestOf([commented]).entries.flatMap(({ sentences }) => sentences);
  expect(told.length).toBeGreaterThan(0);
  expect(told.join()).not.toMatch(/mayor|Everybody/);
});

describe('a chronology', () => {
  const days = ['3 May', '9 May', '14 May', '22 May', '30 May', '6 June', '11 June', '19 June', '27 June', '4 July'];
  const told = days.map((day, i) => `On ${day} the canal company missed payment number ${i + 1} to its builders.`);
  const chronologyOf = (sentences: readonly string[]) => article('k', '2017-08-01', sentences.join(' '));
  const strike = ['s', 't', 'u'].map((id) =>
    article(id, '2017-07-12', `The canal builders went on strike on Tuesday near lock ${id}.`),
  );
  const mostImportant = (articles: readonly DigestArticle[]) =>
    [...digestOf(articles, { dates: 12 }).entries].sort((a, b) => b.importance - a.importance)[0]?.date;

  it('says by its choice which days mattered: they come before days that more articles report once', () => {
    expect(mostImportant([...strike, chronologyOf(told)])).toMatch(/^2017-0[5-7]-/);
    expect(mostImportant([...strike, chronologyOf(told)])).not.toBe('2017-07-11');
  });

  it('is an article with ten past days: one with nine has the weight of any other', () => {
    expect(mostImportant([...strike, chronologyOf(told.slice(1))])).toBe('2017-07-11');
  });
});
