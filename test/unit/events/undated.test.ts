import { extractEvents, extractWithUndated } from '../../../shared/events/extract.ts';
import { attachUndated } from '../../../shared/events/merging/attach-undated.ts';
import { mentionsOf } from '../../../shared/events/merging/mentions-of.ts';
import { timelineOf } from '../../../shared/events/merging/timeline-of.ts';
import { says } from './says.ts';

const PUBLISHED = '2031-05-09';

const undatedIn = (text: string, publishedAt: string | undefined = PUBLISHED) =>
  extractWithUndated({ id: 'a', text, ...(publishedAt !== undefined && { publishedAt }) }).undated.map(
    ({ evidence, modality }) => `${evidence[0]?.trigger.text} ${modality}`,
  );

describe('undated mentions of an article', () => {
  test('are found at nouns and verbs, with the modality of their sentence', () => {
    expect(
      undatedIn(
        'The chairman defended the crew on Friday. After the explosion two doors jammed. They will demolish it.',
      ),
    ).toEqual(expect.arrayContaining(['explosion asserted', 'demolish planned']));
  });

  test.each([
    ['what the article dates', 'The Northern Star exploded on Tuesday.', 'exploded'],
    ['what did not happen', 'The tank has a date: Friday. The tank has not exploded.', 'exploded'],
    ['what is supposed', 'The tank was checked on Friday. If the tank explodes, the crew leaves.', 'explodes'],
    ['what is said', 'The tank was checked on Friday. The chairman said so.', 'said'],
    ['a noun that another one continues', 'It was checked on Friday. They closed the blowout preventer.', 'blowout'],
  ])('leave out %s', (_why, text, trigger) => {
    expect(undatedIn(text).map((told) => told.split(' ')[0])).not.toContain(trigger);
  });

  test('are none in an article without a publication day', () => {
    expect(
      extractWithUndated({ id: 'a', text: 'The plant opened in May 2030. After the explosion two divers drowned.' })
        .undated,
    ).toEqual([]);
  });

  test('do not change the dated events, and have right offsets in a text with soft hyphens', () => {
    const text = 'The plant opened on Friday. After the explo\u00adsion two divers drowned.';
    const article = { id: 'a', text, publishedAt: PUBLISHED };
    const { undated, ...rest } = extractWithUndated(article);
    expect(rest).toEqual(extractEvents(article));
    const [blast] = undated.flatMap(({ evidence }) => evidence.filter(({ trigger }) => /^explo/.test(trigger.text)));
    expect(text.slice(blast?.trigger.start, blast?.trigger.end)).toBe('explo\u00adsion');
  });
});

describe('an entry of a timeline', () => {
  const ARTICLES = [
    'The Northern Star refinery exploded on May 6, 2031, killing nine fitters.',
    'An explosion at the Northern Star refinery on Tuesday killed nine fitters.',
    'The council of Vantsholm elected a new mayor on May 8, 2031.',
    'Inspectors measured the cellars on May 8, 2031. The crew wears masks since the Northern Star refinery exploded.',
    'Families met in a school. Nobody told them what caused the explosion at the Northern Star refinery. The mayor opened the school on Friday.',
    'A bakery opened on May 8, 2031. The owner recalled the explosion of a tin of beans.',
  ].map((text, i) => ({ id: `${i}`, text, publishedAt: PUBLISHED }));

  const ALL = ARTICLES.map((_, i) => i);

  const read = ARTICLES.map((article) => {
    const { events, undated } = extractWithUndated(article);
    const source = { id: article.id, collection: 'main', tags: [] };
    return { dated: mentionsOf(source, events, (name) => name), undated: mentionsOf(source, undated, (name) => name) };
  });
  const told = (order: readonly number[]) =>
    timelineOf(
      'main',
      order.flatMap((i) => read[i]?.dated ?? []),
      order.flatMap((i) => read[i]?.undated ?? []),
    );
  const explosion = (events = told(ALL)) => events.find(({ date }) => date.start === '2031-05-06');

  test('gains evidence from undated mentions in other articles', () => {
    const proofs = explosion()?.evidence.map(({ articleId, trigger }) => `${articleId} ${trigger.text}`);
    expect(proofs).toEqual(expect.arrayContaining(['0 exploded', '1 killed', '3 exploded', '4 explosion']));
    expect(explosion()?.mentions).toBe(proofs?.length);
  });

  test('keeps title and date of its dated mentions, whose evidence comes first', () => {
    const alone = timelineOf(
      'main',
      read.flatMap(({ dated }) => dated),
    ).find(({ date }) => date.start === '2031-05-06');
    expect(explosion()).toMatchObject({ title: alone?.title, date: alone?.date, modality: alone?.modality });
    expect(explosion()?.evidence.slice(0, alone?.evidence.length)).toEqual(alone?.evidence);
  });

  test('gains no evidence from another event with the same trigger', () => {
    expect(explosion()?.evidence.filter(({ sentence }) => sentence.includes('beans'))).toEqual([]);
  });

  test('gains no evidence from a mention that fits another entry as well', () => {
    const day = '2031-05-06';
    const collapse = (what: string) => ({
      event: what,
      mentions: ['a', 'b'].map((name) =>
        says(`${what} ${name}`, { title: `The collapse of the ${what}`, trigger: 'collapse', start: day }),
      ),
    });
    const [tunnel, opera] = [collapse('tunnel'), collapse('opera')];
    const undated = (title: string) => says('c', { title, trigger: 'collapse', start: PUBLISHED });
    const eventOf = (events: readonly (typeof tunnel)[], title: string) => [
      ...attachUndated(events, [undated(title)]).keys(),
    ];
    expect(eventOf([tunnel, opera], 'the collapse of the tunnel')).toEqual(['tunnel']);
    expect(eventOf([tunnel, opera], 'the collapse')).toEqual([]);
    expect(eventOf([tunnel, opera], 'the collapse of the tunnel and the opera')).toEqual([]);
  });

  test('gains evidence from later weeks only if several articles date it, and from later years only by its name', () => {
    const collapse = (what: string, articles: readonly string[]) => ({
      event: what,
      mentions: articles.map((name) => says(name, { title: what, trigger: 'collapse', start: '2031-05-06' })),
    });
    const joins = (what: string, articles: readonly string[], title: string, start: string): boolean =>
      attachUndated([collapse(what, articles)], [says('c', { title, trigger: 'collapse', start })]).size === 1;
    const [tunnel, named] = ['The collapse of the tunnel', 'The collapse of the Norva tunnel'];
    expect(joins(tunnel, ['a'], 'the collapse of the tunnel', '2031-05-12')).toBe(true);
    expect(joins(tunnel, ['a'], 'the collapse of the tunnel', '2031-06-06')).toBe(false);
    expect(joins(named, ['a'], 'after the collapse of the Norva tunnel', '2031-06-06')).toBe(false);
    expect(joins(tunnel, ['a', 'b'], 'the collapse of the tunnel', '2031-06-01')).toBe(true);
    expect(joins(tunnel, ['a', 'b'], 'the collapse of the tunnel', '2034-06-01')).toBe(false);
    expect(joins(named, ['a', 'b'], 'after the collapse of the Norva tunnel', '2034-06-01')).toBe(true);
    expect(joins(tunnel, ['a', 'b'], 'the collapse of the tunnel', '2031-05-01')).toBe(false);
  });

  test('has each sentence once as evidence', () => {
    const proofs = explosion()?.evidence.map(({ articleId, start }) => `${articleId}@${start}`);
    expect(new Set(proofs).size).toBe(proofs?.length);
  });

  test('is never made of undated mentions alone', () => {
    const undated = read.flatMap((one) => one.undated);
    expect(undated.length).toBeGreaterThan(3);
    expect(timelineOf('main', [], undated)).toEqual([]);
    expect(told(ALL)).toHaveLength(
      timelineOf(
        'main',
        read.flatMap(({ dated }) => dated),
      ).length,
    );
  });

  test('is the same whatever the order of the articles', () => {
    const first = told(ALL);
    for (const order of [
      [5, 4, 3, 2, 1, 0],
      [3, 0, 5, 1, 4, 2],
      [2, 5, 0, 4, 1, 3],
    ])
      expect(told(order)).toEqual(first);
  });
});
