import { extractEvents } from '../../../shared/events/extract.ts';

const read = (text: string, publishedAt = '2015-06-16') => extractEvents({ id: 'a', text, publishedAt });
const told = (text: string, publishedAt?: string) =>
  read(text, publishedAt).events.map(({ date, modality, title }) => `${date.edtf} ${modality}: ${title}`);

describe('an article with furniture, a main story and its background', () => {
  const text = `Ferry line may drop its night service

UPDATED : Tuesday, 16 June, 2015, 8:10am

Northern Ferries appears to be giving up its night boats, the union says.

"I was told that the decision was taken in late 2014," Anna Berg, head of the Seamen's Union, said in Bergen on Friday.

The line refused to publish its plans during talks with the union last year, according to Berg.

It bought three ships before the 1994 coastal exhibition and lost one of them in the bloody storm of 12 January 1993, off the island of Frøya.

"Had the company lost its licence in the early 2000s, the islands would have emptied," she said.`;
  const { events, publishedAt, publishedAtSource, language } = extractEvents({
    id: 'a',
    text,
    url: 'https://example.org/x',
  });

  test('takes its publication day from the byline, which is no event', () => {
    expect([publishedAt, publishedAtSource, language]).toEqual(['2015-06-16', 'byline', 'en']);
    expect(events.map((event) => event.evidence[0]?.sentence).join()).not.toContain('UPDATED');
  });

  test.each([
    ['2014-09-01/2014-12-31', 'asserted', /decision was taken/],
    ['2015-06-12', 'asserted', /^Anna Berg said in Bergen/],
    ['2014', 'asserted', /refused to publish its plans/],
    ['1994', 'asserted', /coastal exhibition of 1994/],
    ['1993-01-12', 'asserted', /./],
    ['2000-01-01/2003-12-31', 'hypothetical', /^Had the company lost its licence/],
  ])('has the event of %s', (edtf, modality, title) => {
    const event = events.find((one) => one.date.edtf === edtf);
    expect(event?.modality).toBe(modality);
    expect(event?.title).toMatch(title);
  });

  test('gives the exact offsets of sentence, trigger and date', () => {
    for (const event of events)
      for (const { start, end, sentence, trigger, timex } of event.evidence) {
        expect(text.slice(start, end)).toBe(sentence);
        expect(text.slice(trigger.start, trigger.end)).toBe(trigger.text);
        expect(text.slice(timex.start, timex.end)).toBe(timex.text);
      }
  });

  test('names the source of a statement', () => {
    expect(events.find((one) => one.date.edtf === '2014-09-01/2014-12-31')?.evidence[0]?.attribution).toMatch(/Berg/);
  });

  test('gives each event an id of its own, the same on every reading', () => {
    const ids = events.map((event) => event.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(extractEvents({ id: 'a', text }).events.map((event) => event.id)).toEqual(ids);
    expect(extractEvents({ id: 'b', text }).events.map((event) => event.id)).not.toEqual(ids);
  });
});

describe('the date of an event:', () => {
  test.each<[string, string, string[]]>([
    [
      'two dates in one sentence',
      'The bank was founded in 1921 and failed in 1931.',
      ['1921 asserted: The bank was founded', '1931 asserted: The bank failed in 1931'],
    ],
    [
      'a fronted date holds for both halves',
      'In trading on Monday, Alfa shares rose 4 per cent, while Beta shares fell 2 per cent.',
      ['2015-06-15 asserted: Alfa shares rose 4 per cent', '2015-06-15 asserted: Beta shares fell 2 per cent'],
    ],
    [
      'a day of saying dates the saying',
      'The mill burned down in 1987, the owner said on Friday.',
      ['1987 asserted: The mill burned down', '2015-06-12 asserted: The owner said: The mill burned down in 1987'],
    ],
    [
      'a date in a noun phrase dates the noun',
      'Critics compare it with the 1986 disaster at the plant.',
      ['1986 asserted: The disaster at the plant'],
    ],
    [
      'a yardstick is no date',
      'Prices rose last month by the most since 1974.',
      ['2015-05 asserted: Prices rose by the most since 1974'],
    ],
    [
      '"since" lasts until today',
      'The garrison has held the fort since 2011.',
      ['2011/2015-06-16 asserted: The garrison has held the fort'],
    ],
    [
      'both ends of a stretch',
      'The regiment served in Egypt from 1914 to 1917.',
      ['1914/1917 asserted: The regiment served in Egypt'],
    ],
    [
      'a quarter is known by its end',
      'Profit for the quarter ended March 31 rose 12 per cent.',
      ['2015-01-01/2015-03-31 asserted: Profit rose 12 per cent'],
    ],
    [
      'months without a year look back with past verbs',
      'The tunnel opened in November.',
      ['2014-11 asserted: The tunnel opened in November'],
    ],
    ['and ahead with futures', 'The tunnel will open in November.', ['2015-11 planned: The tunnel will open']],
    ['a city that is no month', 'Jan Novak won the race on Sunday.', ['2015-06-14 asserted: Jan Novak won the race']],
  ])('%s', (_why, text, events) => {
    expect(told(text)).toEqual(events);
  });

  test('a day also dates the later actions of its paragraph', () => {
    const text =
      'The two presidents met in Geneva on Monday. They signed a treaty on fisheries. It is the fourth of its kind.';
    expect(told(text)).toEqual([
      '2015-06-15 asserted: The two presidents met in Geneva',
      '2015-06-15 asserted: The two presidents signed a treaty on fisheries',
    ]);
  });

  test('one event reported twice is one event with two pieces of evidence', () => {
    const { events } = read(
      'A blast at the mill killed two on Monday. Two men were killed in the blast at the mill on Monday.',
    );
    expect(events.filter((event) => event.date.edtf === '2015-06-15')[0]?.mentions).toBe(2);
  });
});

describe('titles', () => {
  test.each<[string, string, string]>([
    [
      'name the person a pronoun safely stands for',
      'Maria Lopez runs the port. She bought the tug in 2009.',
      'Maria Lopez bought the tug',
    ],
    [
      'name the last subject for a pronoun',
      'Maria Lopez met Ann Lee. She bought the tug in 2009.',
      'Maria Lopez bought the tug',
    ],
    ['leave out who says so', 'The old port closed in 2009, officials said.', 'The old port closed'],
    [
      'leave out appositions',
      'Olav Dahl, a retired pilot who knew the coast, died on 3 May.',
      'Olav Dahl died on 3 May',
    ],
    [
      'have no quotation marks left over',
      'He called it "the last of the great fairs" in 1998 in Leeds.',
      'He called it the last of the great fairs in Leeds',
    ],
    ['keep the particle of a verb', 'The war broke out in 1998.', 'The war broke out'],
    ['tell a gerund as a past', 'Olav Dahl, having sold the house in 2009, lives in Oslo.', 'Olav Dahl sold the house'],
  ])('%s', (_what, text, title) => {
    expect(read(text).events.map((event) => event.title)).toContain(title);
  });

  test('have at most a hundred characters and no dangling last word', () => {
    const { events } = read(
      'The international commission of inquiry into the sinking of the passenger ferry Estrella published its long-awaited final report on the causes of the disaster and the failures of the rescue services on Monday.',
    );
    for (const { title } of events) {
      expect(title.length).toBeLessThanOrEqual(100);
      expect(title).not.toMatch(/ (?:the|of|and|on|to|a)$/);
    }
  });
});

describe('names', () => {
  const entities = (text: string) => read(text).events[0]?.entities.map(({ id, kind }) => `${id} ${kind}`);

  test.each<[string, string, string[]]>([
    ['one id for a country however it is written', 'The US signed in 1998.', ['united-states place']],
    ['and with stops', 'The U.S. signed in 1998.', ['united-states place']],
    ['and in full', 'The United States signed in 1998.', ['united-states place']],
    ['a person by surname after the full name', 'Anna Berg leads it. Mrs. Berg joined in 1998.', ['anna-berg person']],
    [
      'an organisation by its last word',
      'Mr. Lee founded the Harbour Trust Foundation. His foundation opened a school in 1998.',
      ['harbour-trust-foundation organization'],
    ],
    ['a firm without where it is based', 'A flood ruined London-based Acme Inc. in 1998.', ['acme organization']],
    ['a firm without its legal form', 'Acme Inc. failed in 1998.', ['acme organization']],
  ])('%s', (_what, text, expected) => {
    expect(entities(text)).toEqual(expect.arrayContaining(expected));
  });

  it('an era such as BC is no name', () => {
    const names = read('In 46 BC Brutus crossed the river. In AD 70 Titus took Jerusalem.').events.flatMap((event) =>
      event.entities.map(({ name }) => name),
    );
    expect(names.filter((name) => /\b(?:BC|AD)\b/.test(name))).toEqual([]);
    expect(names).toContain('Jerusalem');
  });
});

test('keywords are the content words of the title, each once', () => {
  expect(read('The prisoner escaped with other prisoners on Monday.').events[0]?.keywords).toEqual([
    'prisoner',
    'escaped',
  ]);
});

test('events of a history keep its years although one sentence speaks of today', () => {
  const history = `The fort was begun on 3 March 1861 and finished in May 1863. In June 1864 the army left it.
On 7 February 1865 it burned down. In April the new fort was lost. It was rebuilt in 1871, and today it is a museum.`;
  expect(told(history, '2009-12-19')).toEqual(
    expect.arrayContaining(['1865-04 asserted: The new fort was lost', '1871 asserted: The new fort was rebuilt']),
  );
});
