import fc from 'fast-check';

/** Events that articles of a schedule may tell: unlike each other, so that only articles that tell the same one share an entry. */
export const TOPICS: readonly {
  readonly title: string;
  readonly trigger: string;
  readonly start: string;
  readonly words: readonly string[];
}[] = [
  { title: 'Engineers open the north bridge', trigger: 'open', start: '1921-03-04', words: ['bridge'] },
  { title: 'A flood drowns the lower market', trigger: 'drowns', start: '1934-08-19', words: ['flood', 'market'] },
  { title: 'Dockers strike for shorter hours', trigger: 'strike', start: '1947-01-30', words: ['dockers'] },
  { title: 'The council bans coal in the old town', trigger: 'bans', start: '1958-11-12', words: ['council', 'coal'] },
  { title: 'Fire destroys the royal theatre', trigger: 'destroys', start: '1963-05-01', words: ['fire'] },
  { title: 'Scientists launch a weather balloon', trigger: 'launch', start: '1979-09-23', words: ['balloon'] },
];

/** Articles of a schedule. */
export const ARTICLES = ['a', 'b', 'c', 'd'] as const;

/** The operations on a store. Articles and topics are numbers, taken modulo how many there are. */
export type Step =
  | { readonly kind: 'tell'; readonly article: number; readonly topics: readonly number[]; readonly isFolded: boolean }
  | { readonly kind: 'take-down'; readonly article: number }
  | { readonly kind: 'rename'; readonly topic: number; readonly title: string }
  | { readonly kind: 'hide'; readonly topic: number; readonly hidden: boolean }
  | { readonly kind: 'merge'; readonly topics: readonly [number, number] }
  | { readonly kind: 'undo' }
  /** Another process goes on, with a clock that differs by so many seconds; it takes the lease where that has run out. */
  | { readonly kind: 'another-process'; readonly seconds: number }
  /** The process dies at the nth request from here, before or after the request took effect, and another one goes on. */
  | { readonly kind: 'death'; readonly nth: number; readonly when: 'before' | 'after' }
  | { readonly kind: 'sweep' }
  | { readonly kind: 'look' };

const article = fc.nat({ max: ARTICLES.length - 1 });
const topic = fc.nat({ max: TOPICS.length - 1 });
const tell = fc.record({
  kind: fc.constant('tell' as const),
  article,
  topics: fc.uniqueArray(topic, { maxLength: 4 }),
  isFolded: fc.boolean(),
});

/** Schedules of a store's life, shrinking to the shortest that fails. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: tell },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('take-down' as const), article }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('rename' as const),
        topic,
        title: fc.constantFrom('The first name', 'The second name'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('hide' as const), topic, hidden: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge' as const), topics: fc.tuple(topic, topic) }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'undo' as const }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('another-process' as const),
        seconds: fc.constantFrom(0, 5, 15, 40, 3_600, -40),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('death' as const),
        nth: fc.integer({ min: 1, max: 25 }),
        when: fc.constantFrom('before' as const, 'after' as const),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'sweep' as const }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'look' as const }) },
  ),
  { minLength: 4, maxLength: 14 },
);
