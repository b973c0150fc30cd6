import fc from 'fast-check';
import { clusterMentions } from '../../../shared/events/merging/cluster.ts';
import { composeEvents } from '../../../shared/events/merging/compose-events.ts';
import type { Mention } from '../../../shared/events/merging/mention.ts';
import { anEvent } from '../../integration/store/events.ts';

const WORDS = ['treaty', 'water', 'flood', 'town', 'ministers', 'signed', 'army', 'election'];

/** Mentions so alike that many of them merge. */
const mentions = fc
  .array(
    fc.record({
      article: fc.integer({ min: 0, max: 7 }),
      at: fc.integer({ min: 0, max: 3 }),
      day: fc.integer({ min: 1, max: 9 }),
      days: fc.constantFrom(0, 0, 0, 30),
      words: fc.subarray(WORDS, { minLength: 1, maxLength: 4 }),
      who: fc.subarray(['Geneva', 'Berlin'], { maxLength: 2 }),
      modality: fc.constantFrom('asserted' as const, 'asserted' as const, 'planned' as const),
    }),
    { maxLength: 24 },
  )
  .map((all) =>
    all.map(({ article, at, day, days, words, who, modality }, i): Mention => {
      const event = anEvent({
        title: words.join(' '),
        start: days ? '1995-03-01' : `1995-03-0${day}`,
        end: days ? '1995-03-31' : `1995-03-0${day}`,
        entities: who,
        keywords: words,
        at: at * 100,
        modality,
        publishedAt: `200${article}-01-01`,
      });
      const evidence = event.evidence.map((piece) => ({ ...piece, articleId: `a${article}` }));
      return {
        id: `m${String(i).padStart(2, '0')}`,
        articleId: `a${article}`,
        event: { ...event, evidence },
        tags: [],
      };
    }),
  );

const partition = (all: readonly Mention[]): readonly string[] =>
  clusterMentions(all)
    .map((cluster) =>
      cluster
        .map(({ id }) => id)
        .sort()
        .join(),
    )
    .sort();
const shuffled = mentions.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
);

test('which mentions are one event does not depend on the order in which they came', () => {
  fc.assert(
    fc.property(shuffled, ([all, other]) => expect(partition(other)).toEqual(partition(all))),
    { numRuns: 500 },
  );
});

test('every mention is in exactly one event, and no event has two statements of one sentence', () => {
  fc.assert(
    fc.property(mentions, (all) => {
      const clusters = clusterMentions(all);
      expect(
        clusters
          .flat()
          .map(({ id }) => id)
          .sort(),
      ).toEqual(all.map(({ id }) => id).sort());
      for (const cluster of clusters) {
        const places = cluster.flatMap(({ event }) =>
          event.evidence.map(({ articleId, start }) => `${articleId}@${start}`),
        );
        expect(new Set(places).size).toBe(places.length);
        const modalities = new Set(cluster.map(({ event }) => event.modality));
        if (modalities.size > 1) expect(modalities).toEqual(new Set(['asserted', 'planned']));
      }
    }),
    { numRuns: 500 },
  );
});

test('the composed events are the same for every order, and their ids are unique', () => {
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      const compose = (given: readonly Mention[]) =>
        [...composeEvents('main', { mentions: given, forwarded: [], edits: [] }, (own) => `bucket${own}`).events].sort(
          (a, b) => (a.event.id < b.event.id ? -1 : 1),
        );
      const events = compose(all);
      expect(compose(other)).toEqual(events);
      expect(new Set(events.map(({ event }) => event.id)).size).toBe(events.length);
    }),
    { numRuns: 300 },
  );
});

test('an edited event keeps its id, its title and its mentions when others come and go', () => {
  fc.assert(
    fc.property(mentions, fc.nat(), fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), (all, pick, keep) => {
      if (all.length === 0) return;
      const chosen = composeEvents('main', { mentions: all, forwarded: [], edits: [] }, (own) => own).events[
        pick % all.length
      ];
      if (!chosen) return;
      const places = chosen.event.evidence.map(({ articleId, start }) => `${articleId}@${start}`);
      const edit = { own: chosen.event.id, changes: { title: 'Edited' }, places, title: chosen.event.title };
      const left = all.filter(({ id }, i) => chosen.members.includes(id) || keep[i]);
      const { events } = composeEvents('main', { mentions: left, forwarded: [], edits: [edit] }, (own) => own);
      const edited = events.filter(({ event }) => event.title === 'Edited');
      expect(edited.map(({ event }) => event.id)).toEqual([chosen.event.id]);
      expect(events.flatMap(({ members }) => members).sort()).toEqual(left.map(({ id }) => id).sort());
    }),
    { numRuns: 300 },
  );
});
