import { extractEvents } from '../../../shared/events/extract.ts';

const events = (text: string): string[] =>
  extractEvents({ id: 'a', text, publishedAt: '2014-03-30' }).events.map(({ date, title }) => `${date.edtf} ${title}`);

describe('dates of a life in brackets behind a name', () => {
  test.each([
    [
      'birth and death in words',
      'Ruth Ohl (born 9 March 1877; died 1940) kept the archive.',
      ['1877-03-09 Ruth Ohl was born', '1940 Ruth Ohl died'],
    ],
    [
      'birth and death abbreviated',
      'Ruth Ohl (b. 1877, d. 1940) kept the archive.',
      ['1877 Ruth Ohl was born', '1940 Ruth Ohl died'],
    ],
    [
      'star and dagger, with places',
      'Ruth Ohl (* 9 March 1877 in Bergen; † 2 May 1940 in Oslo) kept the archive.',
      ['1877-03-09 Ruth Ohl was born', '1940-05-02 Ruth Ohl died'],
    ],
    [
      'a death alone',
      'Nils van der Berg (died 7 April 1933) was its last keeper.',
      ['1933-04-07 Nils van der Berg died'],
    ],
    [
      'two full dates without a word',
      'Ruth Ohl (9 March 1877 – 2 May 1940) was a clerk.',
      ['1877-03-09 Ruth Ohl was born', '1940-05-02 Ruth Ohl died'],
    ],
    ['years alone tell who is meant', 'The archive was founded by Ruth Ohl (1877–1940).', []],
    [
      'years alone date nothing else',
      'Ruth Ohl (1877–1940) founded the archive in 1902.',
      ['1902 Ruth Ohl founded the archive'],
    ],
  ])('%s', (_, text, expected) => expect(events(text)).toEqual(expected));

  test.each([
    ['a war', 'The Long War (1618–1648) emptied the valley.'],
    ['a state', 'The mill was closed under the Third Republic (1870–1940).'],
    ['a season', 'The team of Karl Ohl (1998–1999) was relegated.'],
  ])('%s is not read as birth and death', (_, text) => expect(events(text).join()).not.toMatch(/born|died/));

  test('evidence points at the bracket', () => {
    const text = 'Ruth Ohl (born 9 March 1877) kept the archive.';
    const [event] = extractEvents({ id: 'a', text, publishedAt: '2014-03-30' }).events;
    expect(event?.evidence[0]).toMatchObject({ trigger: { text: 'born' }, timex: { text: '9 March 1877' } });
  });
});

test('soft hyphens in a text are in its evidence and not in its titles', () => {
  const text = 'The bar\u00adracks were burned on 8 Octo\u00adber 1949.';
  const [event] = extractEvents({ id: 'a', text, publishedAt: '2014-03-30' }).events;
  expect(event).toMatchObject({ title: 'The barracks were burned', date: { edtf: '1949-10-08' } });
  const evidence = event?.evidence[0];
  expect(evidence?.sentence).toBe(text);
  expect(text.slice(evidence?.timex.start, evidence?.timex.end)).toBe('8 Octo\u00adber 1949');
  expect(text.slice(evidence?.trigger.start, evidence?.trigger.end)).toBe('burned');
});
