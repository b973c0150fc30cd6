import { likelyDoubles } from '../../../shared/events/merging/doubles.ts';
import { anEvent } from '../../integration/store/events.ts';

const event = (id: string, given: Parameters<typeof anEvent>[0]) => ({
  ...anEvent(given),
  id,
  evidence: anEvent(given).evidence.map((piece) => ({ ...piece, articleId: id })),
});

const quake = event('quake', {
  title: 'A powerful earthquake struck the port of Marsa',
  start: '2031-05-06',
  trigger: 'earthquake',
  entities: ['Marsa'],
  keywords: ['earthquake', 'port'],
});

test('likely duplicates of an event come before unrelated events of its day, each with a reason', () => {
  const others = [
    event('talks', { title: 'Ministers met in Brenn', start: '2031-05-06', trigger: 'met', keywords: ['ministers'] }),
    event('tremor', {
      title: 'The quake levelled the port of Marsa',
      start: '2031-05-07',
      trigger: 'quake',
      entities: ['Marsa'],
      keywords: ['quake', 'port'],
    }),
    event('twin', {
      title: 'An earthquake hit Marsa',
      start: '2031-05-06',
      trigger: 'earthquake',
      entities: ['Marsa'],
      keywords: ['earthquake'],
    }),
    event('later', {
      title: 'An earthquake hit Marsa',
      start: '2031-07-06',
      trigger: 'earthquake',
      entities: ['Marsa'],
    }),
    {
      ...event('denied', {
        title: 'No earthquake hit Marsa',
        start: '2031-05-06',
        trigger: 'earthquake',
        entities: ['Marsa'],
      }),
      modality: 'negated' as const,
    },
    quake,
  ];
  const doubles = likelyDoubles(quake, others, 10);
  expect(doubles.map(({ event: { id } }) => id)).toEqual(['twin', 'tremor']);
  expect(doubles[0]?.because).toEqual([
    'the same word for what happened',
    'names Marsa',
    'says earthquake',
    'on the same day',
  ]);
  expect(doubles[1]?.because).toEqual([
    'the same kind of event',
    'names Marsa',
    'says port',
    'dates close to each other',
  ]);
  expect(doubles[0]?.likeness).toBeGreaterThan(doubles[1]?.likeness ?? 1);
  expect(likelyDoubles(quake, others, 1)).toHaveLength(1);
  expect(likelyDoubles(quake, [quake], 5)).toEqual([]);
});

test('an event written by an editor, which has no evidence, is compared by the words of its title', () => {
  const written = {
    ...anEvent({ title: 'The Marsa ferry goes down', start: '2031-05-06' }),
    id: 'written',
    evidence: [],
  };
  const read = event('read', { title: 'The ferry to Marsa sank with all hands', start: '2031-05-06', trigger: 'sank' });
  const talks = event('talks', { title: 'Ministers met in Brenn', start: '2031-05-06', trigger: 'met' });
  for (const [of, others] of [
    [written, [read, talks]],
    [read, [written, talks]],
  ] as const) {
    const doubles = likelyDoubles(of, others, 10);
    expect(doubles.map(({ because }) => because)).toEqual([
      [expect.stringMatching(/^both titles say (Marsa, ferry|ferry, Marsa)$/), 'on the same day'],
    ]);
  }
});
