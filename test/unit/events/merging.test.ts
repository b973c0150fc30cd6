import type { TimelineEvent } from '../../../shared/events/event.ts';
import { clusterMentions } from '../../../shared/events/merging/cluster.ts';
import type { Mention } from '../../../shared/events/merging/mention.ts';
import { mergeMentions } from '../../../shared/events/merging/merged-event.ts';
import { anEvent } from '../../integration/store/events.ts';

/** A mention by the article of that name. */
function says(articleId: string, given: Parameters<typeof anEvent>[0], more: Partial<TimelineEvent> = {}): Mention {
  const event = { ...anEvent(given), ...more };
  const evidence = event.evidence.map((piece) => ({ ...piece, articleId }));
  return { id: `${articleId}@${given.at ?? 0}`, articleId, event: { ...event, evidence }, tags: [] };
}

const together = (...mentions: Mention[]): readonly string[] =>
  clusterMentions(mentions)
    .map((cluster) =>
      cluster
        .map(({ id }) => id)
        .sort()
        .join(' '),
    )
    .sort();

const wall = { title: 'The Berlin Wall fell', start: '1989-11-09', keywords: ['berlin', 'wall'], trigger: 'fell' };

test.each<[string, Mention[], number]>([
  [
    'the same day in other words is one event',
    [
      says('a', wall),
      says('b', { ...wall, title: 'The Berlin Wall came down after a confused evening', trigger: 'came' }),
    ],
    1,
  ],
  [
    'a month that holds the day is one event with it',
    [says('a', wall), says('b', { ...wall, start: '1989-11-01', end: '1989-11-30' })],
    1,
  ],
  [
    'a day off by a slip is one event if all else is alike',
    [says('a', wall), says('b', { ...wall, start: '1989-11-10' })],
    1,
  ],
  ['the same thing a year later is another event', [says('a', wall), says('b', { ...wall, start: '1990-11-09' })], 2],
  [
    'a plan and the report that it came true are one event',
    [says('a', wall), says('b', { ...wall, modality: 'planned' })],
    1,
  ],
  [
    'what might have happened is not what happened',
    [says('a', wall), says('b', { ...wall, modality: 'hypothetical' })],
    2,
  ],
  ['a denial is not a report', [says('a', wall), says('b', { ...wall, modality: 'negated' })], 2],
  [
    'two things that one place saw on one day are two',
    [
      says('a', { title: 'Beijing hosted the games', start: '2008-08-08', entities: ['Beijing'], trigger: 'hosted' }),
      says('b', { title: 'Beijing closed its airport', start: '2008-08-08', entities: ['Beijing'], trigger: 'closed' }),
    ],
    2,
  ],
  ['two statements of one sentence are two events', [says('a', wall), { ...says('a', wall), id: 'second' }], 2],
  [
    'two statements of one sentence stay two though a third is like both',
    [says('a', wall), { ...says('a', wall), id: 'second' }, says('b', wall)],
    2,
  ],
])('%s', (_, mentions, events) => {
  expect(together(...mentions)).toHaveLength(events);
});

test.each<[string, Mention[], number]>([
  [
    'the noun and the verb, in other words, are one event',
    [
      says('a', {
        title: 'A powerful earthquake struck the port of Marsa',
        start: '2031-05-06',
        trigger: 'earthquake',
      }),
      says('b', {
        title: 'The quake struck Marsa before dawn and levelled the port',
        start: '2031-05-06',
        trigger: 'struck',
      }),
    ],
    1,
  ],
  [
    'an explosion and the disaster of that day are one event',
    [
      says('a', {
        title: 'An explosion on a tanker off the northern shore',
        start: '2031-05-06',
        trigger: 'explosion',
      }),
      says('b', { title: 'The disaster led to questions', start: '2031-05-06', trigger: 'disaster' }),
    ],
    1,
  ],
  [
    'an explosion told of its month is that of a day in it',
    [
      says('a', { title: 'The Ostrava tanker exploded', start: '2031-05-06', trigger: 'exploded' }),
      says('b', {
        title: 'Explosion of a tanker on the northern sea route',
        start: '2031-05-01',
        end: '2031-05-31',
        trigger: 'explosion',
      }),
    ],
    1,
  ],
  [
    'two people’s statements of one day are two',
    [
      says('a', { title: 'Minister Orban said the port would be rebuilt', start: '2031-05-08', trigger: 'said' }),
      says('b', { title: 'Governor Salim said the dead were being buried', start: '2031-05-08', trigger: 'said' }),
    ],
    2,
  ],
  [
    'an attack and the reaction to it are two',
    [
      says('a', { title: 'Gunmen attacked the customs house of Marsa', start: '2031-06-01', trigger: 'attacked' }),
      says('b', { title: 'The president condemned the attack', start: '2031-06-01', trigger: 'condemned' }),
    ],
    2,
  ],
  [
    'two crashes of one day in two towns are two',
    [
      says('a', {
        title: 'A bus crashed near Tolva and killed four',
        start: '2031-06-01',
        trigger: 'crashed',
        entities: ['Tolva'],
      }),
      says('b', {
        title: 'A freight train crashed outside Brenn',
        start: '2031-06-01',
        trigger: 'crashed',
        entities: ['Brenn'],
      }),
    ],
    2,
  ],
])('%s', (_, mentions, events) => {
  expect(together(...mentions)).toHaveLength(events);
});

test('a collection’s own event gathers mentions that only name its kind', () => {
  const told = (id: string, title: string, trigger: string) => says(id, { title, start: '2031-05-06', trigger });
  const many = Array.from({ length: 6 }, (_, i) =>
    told(`m${i}`, 'A powerful earthquake struck the port of Marsa', 'earthquake'),
  );
  const elsewhere = says('z', { title: 'An earthquake shook Brenn', start: '2031-02-01', trigger: 'earthquake' });
  const clusters = clusterMentions([...many, elsewhere, told('n', 'The May 6 earthquake', 'earthquake')]);
  expect(clusters.map(({ length }) => length).sort()).toEqual([1, 7]);
});

test('likeness does not creep along a chain', () => {
  const days = ['1989-11-09', '1989-11-12', '1989-11-15', '1989-11-18', '1989-11-21'];
  const chain = days.map((start, i) => says(`a${i}`, { ...wall, start }));
  for (const cluster of clusterMentions(chain)) {
    const starts = cluster.map(({ event }) => Number(event.date.start.slice(-2)));
    expect(Math.max(...starts) - Math.min(...starts)).toBeLessThanOrEqual(6);
  }
});

describe('the event that mentions make up', () => {
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

  test('keeps a date that contradicts the others in sight, and goes by the better supported one', () => {
    const event = merged(says('a', { ...wall, start: '1989-11-10' }), says('b', wall), says('c', wall));
    expect(event.date.start).toBe('1989-11-09');
    expect(event.otherDates.map(({ start }) => start)).toEqual(['1989-11-10']);
  });

  test('goes by a title that reads well alone, not by one that points or leaves its subject out', () => {
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

  test('has come true where an article of the day or later says so, and goes by what that one says', () => {
    const planned = says('a', { ...wall, title: 'The wall will fall', modality: 'planned', publishedAt: '1989-11-01' });
    const told = says('b', { ...wall, publishedAt: '1989-11-10' });
    expect(merged(planned, told)).toMatchObject({ modality: 'asserted', title: wall.title });
    expect(merged(planned, says('c', { ...wall, publishedAt: '1989-11-02' })).modality).not.toBe('asserted');
    expect(merged(planned).modality).toBe('planned');
  });

  test('goes by the day that a text states, not by the day after on which others were written', () => {
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

  test('has all evidence, every source once, and no more keywords than a list can bear', () => {
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

  test('is surer and weightier than one mention, and never past 1', () => {
    const event = merged(
      ...Array.from({ length: 40 }, (_, i) => says(`a${i}`, wall, { confidence: 0.9, importance: 0.7 })),
    );
    expect(event.confidence).toBeGreaterThan(0.9);
    expect(event.confidence).toBeLessThanOrEqual(1);
    expect(event.importance).toBeGreaterThan(0.7);
  });

  test('weighs more with articles that look back than with as many that report the day', () => {
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
