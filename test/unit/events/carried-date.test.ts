import { prepareArticle } from '../../../shared/events/extract.ts';
import { articleFeatures } from '../../../shared/events/mentions/article-features.ts';
import { readArticle } from '../../../shared/events/mentions/read-article.ts';

const read = (text: string, publishedAt = '2014-03-30') => {
  const { context, sentences } = prepareArticle({ id: 'a', text, publishedAt });
  return [...readArticle(context, sentences, context.models.anchor)];
};
const carriedOf = (text: string) => read(text).map(({ carried }) => (carried ? carried.date.edtf : undefined));

describe('a date that carries over', () => {
  test('applies to later sentences that have no date of their own', () => {
    expect(
      carriedOf(
        'The dam burst on 12 March 2014. Water flooded two villages. Soldiers rebuilt the wall on 20 March 2014.',
      ),
    ).toEqual([undefined, '2014-03-12', undefined]);
  });

  test('comes from the last sentence with a date', () => {
    expect(
      carriedOf('The dam burst on 12 March 2014. Soldiers rebuilt it on 20 March 2014. The mayor thanked them.').at(-1),
    ).toBe('2014-03-20');
  });

  test('applies to at most six later sentences', () => {
    const text = `The dam burst on 12 March 2014. ${'A farmer lost his herd. '.repeat(7)}`;
    expect(read(text).filter(({ carried }) => carried)).toHaveLength(6);
  });

  test('is given to the first verb of action, not to a verb of saying', () => {
    const [, second] = read('The dam burst on 12 March 2014. Officials said that the water flooded two villages.');
    const group = second?.view.groups[second.carried?.anchor.group ?? -1];
    expect(group?.lemma).toBe('flood');
  });
});

describe('the genre of an article', () => {
  const genre = (text: string, publishedAt?: string) => {
    const { sentences, context } = prepareArticle({ id: 'a', text, ...(publishedAt ? { publishedAt } : {}) });
    return articleFeatures(sentences, context.dct)[0];
  };

  test('is history if its dates lie years before its publication', () => {
    expect(genre('The fort fell in 1871. The town was rebuilt in 1880.', '2014-03-30')).toBe('article=history');
  });

  test('is news if its dates lie around the day of writing', () => {
    expect(genre('The dam burst on 29 March 2014. The mayor resigned on 30 March 2014.', '2014-03-30')).toBe(
      'article=now',
    );
  });

  test('is unknown without dates', () => {
    expect(articleFeatures([], '2014-03-30')[0]).toBe('article=unknown');
  });
});
