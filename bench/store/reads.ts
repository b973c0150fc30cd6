import type { Store } from '../../shared/store/store.ts';
import { dayNumber, isoDay } from '../../shared/time/day.ts';
import type { TimelineQuery } from '../../shared/timeline/query.ts';
import { seeded } from '../random.ts';
import { FACET } from './bulk.ts';
import { costOf, type Meter } from './metered-engine.ts';

export interface Spread {
  readonly mean: number;
  readonly p95: number;
  readonly most: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { mean: values.reduce((a, b) => a + b, 0) / values.length, p95: at(0.95), most: sorted.at(-1) ?? 0 };
}

const QUERIES = 300;

/** Random ranges: any day of the archive as the beginning, a length from one day to two centuries. */
export function* questions(facet: boolean, seed: number): Generator<TimelineQuery> {
  const next = seeded(seed);
  const [first, last] = [dayNumber('1830-01-01'), dayNumber('2025-12-31')];
  for (;;) {
    const from = first + Math.floor(next() * (last - first));
    const length = Math.floor(10 ** (next() * Math.log10(73_000)));
    yield {
      collection: 'main',
      from: isoDay(from),
      to: isoDay(Math.min(last, from + length)),
      ...(facet ? { entities: [FACET.id] } : {}),
    };
  }
}

/** Read units of a page of 50, whole pages only (a short page costs less), first pages and second ones. */
export async function pageCosts(store: Store, meter: Meter, facet: boolean): Promise<readonly number[]> {
  const costs: number[] = [];
  let asked = 0;
  for (const query of questions(facet, 11)) {
    if (costs.length >= QUERIES || asked++ > QUERIES * 6) break;
    const order = asked % 2 === 0 ? 'asc' : 'desc';
    const first = await costOf(meter, () => store.events.list(query, { order, limit: 50 }));
    if (first.result.events.length === 50) costs.push(first.read);
    const { next } = first.result;
    if (next === null) continue;
    const second = await costOf(meter, () => store.events.list(query, { order, limit: 50, cursor: next }));
    if (second.result.events.length === 50) costs.push(second.read);
  }
  return costs;
}

export async function overviewCosts(store: Store, meter: Meter, facet: boolean): Promise<readonly number[]> {
  const costs: number[] = [];
  let buckets = 10;
  for (const query of questions(facet, 13)) {
    if (costs.length >= QUERIES) break;
    buckets = (buckets % 100) + 10;
    const { read, result } = await costOf(meter, () => store.events.overview(query, Math.min(100, buckets)));
    if (!result.exact) throw new Error('an overview of one facet was not exact');
    costs.push(read);
  }
  return costs;
}

/** Read units of a page of 50 of two facets, or of two words, taken from an event that the archive has. */
export async function searchCosts(store: Store, meter: Meter, what: 'facets' | 'words'): Promise<readonly number[]> {
  const costs: number[] = [];
  const collection = 'main';
  for (const { from } of questions(false, 19)) {
    if (costs.length >= QUERIES / 3) break;
    const { events } = await store.events.list({ collection, ...(from && { from }) }, { order: 'asc', limit: 1 });
    const [event] = events;
    if (!event) continue;
    const words = event.title.split(' ');
    const query: TimelineQuery =
      what === 'facets'
        ? { collection, entities: event.entities.slice(0, 1).map(({ id }) => id), keywords: event.keywords.slice(0, 1) }
        : { collection, q: `${words[0]} ${words.at(-2)}` };
    costs.push((await costOf(meter, () => store.events.list(query, { order: 'asc', limit: 50 }))).read);
  }
  return costs;
}
