import { expand, type JsonLdDocument } from 'jsonld';
import type { EventDate } from '../../../shared/events/event.ts';
import { writeJsonld } from '../../../shared/formats/jsonld/write.ts';
import { DATES, eventOf, HOSTILE, timelineOf } from './sample-timeline.ts';

/** The package comes without types. */
const { default: edtf } = jest.requireActual<{ default: (text: string) => unknown }>('edtf');

const SCHEMA = 'https://schema.org/';
type Node = Readonly<Record<string, readonly { readonly '@value'?: string; readonly '@type'?: string }[]>>;

/** As a processor of JSON-LD understands it; one that would fetch anything fails. */
async function understood(text: string): Promise<{ list: Node; events: readonly Node[] }> {
  const documentLoader = (url: string): never => {
    throw new Error(`The file sends its reader to ${url}.`);
  };
  // `safe` refuses what would silently be lost; the types don't know it.
  const options = { documentLoader, safe: true };
  const [list] = (await expand(JSON.parse(text) as JsonLdDocument, options)) as unknown as Node[];
  const items = (list?.[`${SCHEMA}itemListElement`] ?? []) as unknown as Node[];
  return { list: list as Node, events: items.map((item) => item[`${SCHEMA}item`]?.[0] as unknown as Node) };
}

const value = (node: Node | undefined, name: string): string | undefined => node?.[name]?.[0]?.['@value'];

test('a processor of JSON-LD finds a list of events, and loses no key on the way', async () => {
  const { list, events } = await understood(writeJsonld(timelineOf([eventOf({ attribution: 'Kamm' })])));
  expect(list['@type']).toEqual([`${SCHEMA}ItemList`]);
  expect(events[0]?.['@type']).toEqual([`${SCHEMA}Event`]);
  expect(value(events[0], `${SCHEMA}name`)).toBe('The harbour bridge opens to traffic');
  expect(value(events[0], `${SCHEMA}startDate`)).toBe('2019-08-09');
});

test('the file states its order', async () => {
  const order = async (dates: readonly EventDate[]) => {
    const { list } = await understood(writeJsonld(timelineOf(dates.map((date) => eventOf({ id: date.edtf, date })))));
    return value(list, `${SCHEMA}itemListOrder`);
  };
  expect(await order([DATES.ides, DATES.year])).toBe(`${SCHEMA}ItemListOrderAscending`);
  expect(await order([DATES.circa, DATES.ides])).toBe(`${SCHEMA}ItemListOrderDescending`);
});

test.each(Object.entries(DATES))('%s is EDTF that another library reads, typed as EDTF', async (_name, date) => {
  const { events } = await understood(writeJsonld(timelineOf([eventOf({ date })])));
  const temporal = events[0]?.['http://purl.org/dc/terms/temporal']?.[0];
  expect(temporal?.['@type']).toBe('http://id.loc.gov/datatypes/edtf/EDTF');
  expect(temporal?.['@value']).toBe(date.edtf);
  expect(() => edtf(date.edtf)).not.toThrow();
});

test.each([
  ['a day is a day', DATES.ides, '-0043-03-15', '-0043-03-15'],
  ['a year stays a year', DATES.year, '2013', undefined],
  ['a month stays a month', DATES.month, '1989-06', undefined],
  ['a stated stretch has both its ends', DATES.war, '1914-07-28', '1918-11-11'],
  ['"mid-2012" starts on no day', DATES.midYear, undefined, undefined],
  ['"about 1850" starts on no day', DATES.circa, undefined, undefined],
  ['a century starts on no day', DATES.firstCenturyBc, undefined, undefined],
])('the start of an event is no more exact than its text: %s', async (_what, date, start, end) => {
  const { events } = await understood(writeJsonld(timelineOf([eventOf({ date })])));
  expect([value(events[0], `${SCHEMA}startDate`), value(events[0], `${SCHEMA}endDate`)]).toEqual([start, end]);
});

test.each(['predicted', 'hypothetical', 'negated'] as const)(
  'a %s event is marked in its name and for programs',
  async (modality) => {
    const { events } = await understood(writeJsonld(timelineOf([eventOf({ modality })])));
    expect(value(events[0], `${SCHEMA}name`)).toMatch(/^(Predicted|Hypothetical|Denied): /);
    expect(value(events[0], 'urn:dateline:modality')).toBe(modality);
    expect(events[0]).not.toHaveProperty([`${SCHEMA}eventStatus`]);
  },
);

test.each(HOSTILE)('the file can be placed in a script element: %j', async (words) => {
  const text = writeJsonld(
    timelineOf([eventOf({ title: words, sentence: words, url: 'javascript:alert(1)' })], { title: words }),
  );
  expect(text).not.toContain('<');
  expect(text).not.toContain('"javascript:');
  const { events } = await understood(text);
  expect(value(events[0], `${SCHEMA}name`)).toBe(words);
});
