import { clusterMentions } from '../../../shared/events/merging/cluster.ts';
import type { Mention } from '../../../shared/events/merging/mention.ts';
import { says, together, wall } from './says.ts';

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
    'a hypothetical event is not merged with one that happened',
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
    'a title that only refers to a verdict is of the verdict of its day, though it shares no name with it',
    [
      says('a', {
        title: 'Jurors convicted Captain Orban of sinking the ferry',
        start: '2031-05-08',
        trigger: 'convicted',
        entities: ['Orban'],
      }),
      says('b', { title: 'The verdict of 8 May', start: '2031-05-08', trigger: 'verdict' }),
    ],
    1,
  ],
  [
    'a verdict on somebody else is another',
    [
      says('a', {
        title: 'Jurors convicted Captain Orban of sinking the ferry',
        start: '2031-05-08',
        trigger: 'convicted',
        entities: ['Orban'],
      }),
      says('b', {
        title: 'The verdict on banker Salim was read in Tolva',
        start: '2031-05-08',
        trigger: 'verdict',
        entities: ['Salim'],
      }),
    ],
    2,
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

test('in a collection about one event, mentions that only name its kind belong to that event', () => {
  const told = (id: string, title: string, trigger: string) => says(id, { title, start: '2031-05-06', trigger });
  const many = Array.from({ length: 6 }, (_, i) =>
    told(`m${i}`, 'A powerful earthquake struck the port of Marsa', 'earthquake'),
  );
  const elsewhere = says('z', { title: 'An earthquake shook Brenn', start: '2031-02-01', trigger: 'earthquake' });
  const clusters = clusterMentions([...many, elsewhere, told('n', 'The May 6 earthquake', 'earthquake')]);
  expect(clusters.map(({ length }) => length).sort()).toEqual([1, 7]);
});

test('similar neighbours do not merge a chain of mentions into one event', () => {
  const days = ['1989-11-09', '1989-11-12', '1989-11-15', '1989-11-18', '1989-11-21'];
  const chain = days.map((start, i) => says(`a${i}`, { ...wall, start }));
  for (const cluster of clusterMentions(chain)) {
    const starts = cluster.map(({ event }) => Number(event.date.start.slice(-2)));
    expect(Math.max(...starts) - Math.min(...starts)).toBeLessThanOrEqual(6);
  }
});

describe('two clusters about one explosion, joined by one article that states both in one sentence', () => {
  const day = '2031-05-06';
  const told = (name: string, title: string, trigger: string, articles: number) =>
    Array.from({ length: articles }, (_, i) => says(`${name}${i}`, { title, trigger, start: day }));
  const accounts = (articles: number) => {
    const [exploded, blast] = [
      told('a', 'The Northern Star refinery exploded', 'exploded', articles),
      told('b', 'A blast destroyed the refinery', 'blast', articles),
    ];
    const both = { ...(blast[0] as Mention), articleId: 'a0' };
    const event = { ...both.event, evidence: both.event.evidence.map((piece) => ({ ...piece, articleId: 'a0' })) };
    return together(...exploded, { ...both, event }, ...blast.slice(1));
  };

  test('stay two events if few articles support each', () => {
    expect(accounts(2)).toHaveLength(2);
  });

  test('are one event if many articles support each', () => {
    expect(accounts(12)).toHaveLength(1);
  });
});

describe('a lasting event, dated from its beginning to the day of each article,', () => {
  const leaks = (id: string, start: string, end: string) =>
    says(id, { title: 'Oil has been leaking from the Norva well', trigger: 'leaking', start, end });
  const gushes = (id: string, start: string, end: string) =>
    says(id, { title: 'A well has been leaking crude into the bay', trigger: 'leaking', start, end });
  const others = Array.from({ length: 8 }, (_, i) =>
    says(`o${i}`, { title: 'A tank has been leaking at the harbour', trigger: 'leaking', start: `2031-0${i + 1}-03` }),
  );

  test('is one event if the articles agree on the beginning', () => {
    expect(
      together(leaks('a', '2031-04-20', '2031-05-20'), gushes('b', '2031-04-21', '2031-06-25'), ...others),
    ).toContain('a@0 b@0');
  });

  test('is two events if the beginnings differ', () => {
    const all = together(leaks('a', '2031-04-20', '2031-05-20'), gushes('b', '2031-04-28', '2031-06-25'), ...others);
    expect(all).not.toContain('a@0 b@0');
  });
});
