import type { Mention } from '../../../shared/events/merging/mention.ts';
import { mergeMentions } from '../../../shared/events/merging/merged-event.ts';
import { says, together, wall } from './says.ts';

describe('an event merged from several mentions', () => {
  const merged = (...mentions: Mention[]) => mergeMentions('id', 'main', mentions);

  test('has the most precise date that the evidence agrees on', () => {
    const event = merged(
      says('a', { ...wall, start: '1989-01-01', end: '1989-12-31' }),
      says('b', wall),
      says('c', { ...wall, start: '1989-11-01', end: '1989-11-30' }),
    );
    expect(event.date).toMatchObject({ start: '1989-11-09', end: '1989-11-09' });
    expect(event.otherDates).toEqual([]);
  });

  test('takes the better supported date and lists a contradicting one under otherDates', () => {
    const event = merged(says('a', { ...wall, start: '1989-11-10' }), says('b', wall), says('c', wall));
    expect(event.date.start).toBe('1989-11-09');
    expect(event.otherDates.map(({ start }) => start)).toEqual(['1989-11-10']);
  });

  test('takes a title that is understood alone, without "this" and with a subject', () => {
    const quake = { start: '2031-05-06', trigger: 'earthquake', keywords: ['earthquake'] };
    const titles = [
      "Last Tuesday's earthquake",
      'It levelled most of the old town of Marsa',
      'A strong earthquake levelled the old town of Marsa',
      'The quake',
    ];
    const mentions = titles.map((title, i) => says(`a${i}`, { ...quake, title }));
    expect(merged(...mentions).title).toBe('A strong earthquake levelled the old town of Marsa');
    expect(merged(...mentions.slice(0, 1)).title).toBe("Last Tuesday's earthquake");
  });

  test('does not take an aside, a fragment or a title without the trigger if another title is complete', () => {
    const quake = { start: '2031-05-06', trigger: 'levelled', keywords: ['earthquake'] };
    const titles = [
      'My town was levelled by the quake',
      'The Geological Survey',
      'Levelled most of',
      'The quake levelled Marsa',
    ];
    expect(merged(...titles.map((title, i) => says(`a${i}`, { ...quake, title }))).title).toBe(
      'The quake levelled Marsa',
    );
  });

  test('takes a title with a subject before one without', () => {
    const seal = { start: '2031-09-19', trigger: 'sealed', keywords: ['well'] };
    const titles = ['The was sealed with cement by engineers of Northern Star', 'Engineers sealed the deep well'];
    expect(merged(...titles.map((title, i) => says(`a${i}`, { ...seal, title }))).title).toBe(titles[1]);
  });

  test('is asserted once an article of that day or later reports it, with that article’s words', () => {
    const planned = says('a', { ...wall, title: 'The wall will fall', modality: 'planned', publishedAt: '1989-11-01' });
    const told = says('b', { ...wall, publishedAt: '1989-11-10' });
    expect(merged(planned, told)).toMatchObject({ modality: 'asserted', title: wall.title });
    expect(merged(planned, says('c', { ...wall, publishedAt: '1989-11-02' })).modality).not.toBe('asserted');
    expect(merged(planned).modality).toBe('planned');
  });

  test('takes the day that a text states, not the day on which others were published', () => {
    const written = (id: string, day: string) => {
      const mention = says(id, { ...wall, start: day });
      return { ...mention, event: { ...mention.event, date: { ...mention.event.date, basis: 'published' as const } } };
    };
    const event = merged(written('a', '1989-11-10'), written('b', '1989-11-10'), says('c', wall));
    expect(event.date.start).toBe('1989-11-09');
    expect(event.otherDates).toEqual([]);
    expect(together(written('a', '1989-11-11'), says('c', wall))).toHaveLength(1);
    expect(merged(written('a', '1989-11-10')).date.start).toBe('1989-11-10');
  });

  test('counts articles, not sentences, as support for a date', () => {
    const event = merged(
      says('a', { ...wall, start: '1989-11-10' }),
      says('a', { ...wall, start: '1989-11-10', at: 500 }),
      says('b', wall),
      says('c', wall),
    );
    expect(event.date.start).toBe('1989-11-09');
  });

  test('has all evidence, every source once, and a bounded number of keywords', () => {
    const mentions = Array.from({ length: 12 }, (_, i) =>
      says(`a${i}`, { ...wall, keywords: [`word${i}`, 'wall'], sources: [`s${i % 3}.example`] }),
    );
    const event = merged(...mentions);
    expect(event.mentions).toBe(12);
    expect(event.evidence).toHaveLength(12);
    expect(event.sources).toEqual(['s0.example', 's1.example', 's2.example']);
    expect(event.keywords).toHaveLength(8);
    expect(event.keywords[0]).toBe('wall');
  });

  test('has more confidence and importance than one mention, at most 1', () => {
    const event = merged(
      ...Array.from({ length: 40 }, (_, i) => says(`a${i}`, wall, { confidence: 0.9, importance: 0.7 })),
    );
    expect(event.confidence).toBeGreaterThan(0.9);
    expect(event.confidence).toBeLessThanOrEqual(1);
    expect(event.importance).toBeGreaterThan(0.7);
  });

  test('is more important with retrospective articles than with as many reports of the day', () => {
    const told = (day: string) =>
      merged(
        ...['a', 'b', 'c'].map((id) => {
          const mention = says(id, wall);
          const evidence = mention.event.evidence.map((piece) => ({ ...piece, publishedAt: day }));
          return { ...mention, event: { ...mention.event, evidence } };
        }),
      ).importance;
    expect(told('1999-11-09')).toBeGreaterThan(told('1989-11-10'));
    expect(told('1989-11-10')).toBeGreaterThan(told('1989-11-09'));
  });
});
