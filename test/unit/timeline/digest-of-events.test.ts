import type { TimelineEvent } from '../../../shared/events/event.ts';
import { digestOfEvents } from '../../../shared/timeline/digest/from-events.ts';

const event = (id: string, day: string, importance: number, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
  id,
  collection: 'main',
  title: `Title of ${id}`,
  date: {
    start: day,
    end: day,
    edtf: day,
    precision: 'day',
    approximate: false,
    basis: 'stated',
    text: day,
    display: `on ${day}`,
  },
  modality: 'asserted',
  entities: [],
  keywords: [],
  importance,
  confidence: 0.8,
  mentions: 1,
  sources: ['example.org'],
  otherDates: [],
  evidence: [
    {
      articleId: `article-${id}`,
      sentence: `The sentence of ${id}.`,
      start: 10,
      end: 30,
      trigger: { text: 'x', start: 11, end: 12 },
      timex: { text: day, start: 13, end: 20, type: 'DATE', value: day },
    },
  ],
  ...more,
});

describe('a digest of stored events', () => {
  it('keeps the most important dates and gives them in date order', () => {
    const events = [event('a', '2001-05-09', 0.2), event('b', '1999-01-04', 0.9), event('c', '2010-07-01', 0.6)];
    expect(digestOfEvents(events, { dates: 2, sentences: 1 }).map(({ date }) => date)).toEqual([
      '1999-01-04',
      '2010-07-01',
    ]);
  });

  it('lets many events of a day outweigh a single greater one', () => {
    const many = ['d', 'e', 'f', 'g'].map((id) => event(id, '2003-03-20', 0.4));
    expect(digestOfEvents([event('h', '2004-03-20', 0.6), ...many], { dates: 1, sentences: 1 })[0]?.date).toBe(
      '2003-03-20',
    );
  });

  it('ranks a day of follow-up reports below a new event', () => {
    const events = [event('i', '2005-06-01', 0.9), event('j', '2005-06-02', 0.5), event('k', '2005-09-09', 0.4)];
    expect(digestOfEvents(events, { dates: 2, sentences: 1 }).map(({ date }) => date)).toEqual([
      '2005-06-01',
      '2005-09-09',
    ]);
  });

  it('lists the most important events first, each sentence once, with its event and its modality', () => {
    const twin = event('m', '2006-02-02', 0.3, { evidence: event('l', '2006-02-02', 0).evidence });
    const [entry] = digestOfEvents(
      [event('l', '2006-02-02', 0.5, { modality: 'planned' }), twin, event('n', '2006-02-02', 0.2)],
      { dates: 1, sentences: 5 },
    );
    expect(entry?.sentences).toEqual(['The sentence of l.', 'The sentence of n.']);
    expect(entry?.sources.map(({ eventId, modality }) => [eventId, modality])).toEqual([
      ['l', 'planned'],
      ['n', 'asserted'],
    ]);
  });

  it('orders BCE dates before later ones and is empty without events', () => {
    const events = [event('o', '0014-08-19', 0.5), event('p', '-0043-03-15', 0.5)];
    expect(digestOfEvents(events, { dates: 5, sentences: 1 }).map(({ start }) => start)).toEqual([
      '-0043-03-15',
      '0014-08-19',
    ]);
    expect(digestOfEvents([], { dates: 5, sentences: 1 })).toEqual([]);
  });
});
