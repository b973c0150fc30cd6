import type { TimelineEvent } from '../../shared/events/event.ts';
import { entryKeysOf } from '../../shared/store/events/lists.ts';
import { openMaintenance } from '../../shared/store/maintenance.ts';
import { openStore } from '../../shared/store/open-store.ts';
import type { Store } from '../../shared/store/store.ts';
import { touchedDays } from '../../shared/store/tiles/touched.ts';
import { dayNumber, isoDay } from '../../shared/time/day.ts';
import { seeded } from '../random.ts';
import { benchEvents } from './events.ts';
import { costOf, type Meter, meteredEngine } from './metered-engine.ts';

const EVENTS_AN_ARTICLE = 8;
const TOLD_EVENTS = 8;
const WARM_ARTICLES = 30;
const MEASURED_ARTICLES = 10;
/** Enough that a page more or less does not show. */
const SINGLE_EVENTS = 24;
/** Workers at a time. */
const WORKERS = 6;

export interface WriteCosts {
  readonly newDayEvent: number;
  readonly newWideEvent: number;
  readonly newEvent: number;
  readonly mention: number;
  readonly mentionsAnEvent: number;
  readonly article: number;
  readonly tilesAnEventAlone: number;
  readonly tilesAnEventTogether: number;
  /** Read units of the same. */
  readonly readUnderTiles: { readonly alone: number; readonly together: number };
  readonly together: number;
}

/**
 * Write units of a new event with five facets, of another mention of a known one, and of the tiles above them, through the store's own
 * `complete`. An article without events is measured first and taken off, so that what is left is the events'.
 */
export async function writeCosts(progress: (what: string) => void): Promise<WriteCosts> {
  const { engine, client, meter } = await meteredEngine();
  const options = { client, tableName: await engine.table(), now: () => '2026-01-01T00:00:00.000Z' };
  const store = openStore(options);
  const teller = telling(store);
  const source = benchEvents(100_000, 21);
  const take = (count: number, fits: (event: TimelineEvent) => boolean = () => true): TimelineEvent[] => {
    const taken: TimelineEvent[] = [];
    while (taken.length < count) {
      const { value } = source.next();
      if (!value) throw new RangeError('out of events');
      const { tags: _tags, pinned: _pinned, ...event } = value;
      if (fits(event)) taken.push(event);
    }
    return taken;
  };
  // Facets, widths and cells that a living archive knows already.
  await atOnce(
    Array.from({ length: WARM_ARTICLES }, () => take(EVENTS_AN_ARTICLE)),
    teller,
  );
  progress('warm');
  const written = async <T>(jobs: readonly T[], job: (one: T) => Promise<void>) =>
    (await costOf(meter, () => atOnce(jobs, job))).written / jobs.length;
  const article = await written(Array(10).fill([]), teller);
  const perEvent = async (fits: (event: TimelineEvent) => boolean) => {
    const articles = Array.from({ length: MEASURED_ARTICLES }, () => take(EVENTS_AN_ARTICLE, fits));
    return ((await written(articles, teller)) - article) / EVENTS_AN_ARTICLE;
  };
  const isDay = ({ date }: TimelineEvent) => date.start === date.end;
  const newDayEvent = await perEvent(isDay);
  const newWideEvent = await perEvent((event) => !isDay(event));
  const newEvent = await perEvent(() => true);
  progress(`new events ${newDayEvent} ${newWideEvent} ${newEvent}`);
  const { mention, mentionsAnEvent } = await mentionCosts(teller, meter, take, article);
  progress(`mentions ${mention}`);
  const tiles = await tileCosts(options, store, meter, take);
  await engine.stop();
  return { newDayEvent, newWideEvent, newEvent, mention, mentionsAnEvent, article: article - ACCEPTED, ...tiles };
}

type Tell = (events: readonly TimelineEvent[]) => Promise<void>;

let tellers = 0;

/** Accepts and completes an article with these events. Its acceptance costs what its text weighs, whatever it tells: it is not counted. */
function telling(store: Store): Tell {
  let articles = 0;
  const name = `${++tellers}`;
  return async (events) => {
    const id = `article-${name}-${articles++}`;
    await store.articles.accept({ collection: 'main', id, contentHash: 'h', text: id, tags: [] });
    // Articles come in the order of their publication, as news do.
    const publishedAt = isoDay(dayNumber('2026-01-01') + articles);
    const own = events.map((event, i) => ({
      ...event,
      evidence: event.evidence.map((piece) => ({
        ...piece,
        articleId: id,
        publishedAt,
        start: i * 400,
        end: i * 400 + 180,
      })),
    }));
    await store.articles.complete(id, 'h', { language: 'en', events: own, text: id }, '1');
  };
}

/** What `accept` writes for the tiny texts used here: the item and its place in the index. */
const ACCEPTED = 2;

async function atOnce<T>(jobs: readonly T[], job: (one: T) => Promise<void>): Promise<void> {
  const left = [...jobs];
  const work = async () => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await job(one);
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
}

/** Events told by one to forty articles, most by few: the average over all mentions but the first of each. */
async function mentionCosts(tell: Tell, meter: Meter, take: (count: number) => TimelineEvent[], article: number) {
  const next = seeded(5);
  let units = 0;
  let mentions = 0;
  const events = take(TOLD_EVENTS);
  await tell(events);
  // A third of the articles come from a source that has not told of the event yet.
  const more = events.flatMap((event) =>
    Array.from({ length: Math.floor(40 ** next()) }, () =>
      next() < 0.3 ? { ...event, sources: [`source${Math.floor(next() * 50)}.example`] } : event,
    ),
  );
  while (more.length > 0) {
    // Each article tells of up to four different ones.
    const told = new Map<string, TimelineEvent>();
    for (let i = more.length - 1; i >= 0 && told.size < 4; i--) {
      const one = more[i];
      if (one && !told.has(one.id)) told.set(one.id, ...(more.splice(i, 1) as [TimelineEvent]));
    }
    units += (await costOf(meter, () => tell([...told.values()]))).written - article;
    mentions += told.size;
  }
  return { mention: units / mentions, mentionsAnEvent: 1 + mentions / events.length };
}

/** Units of rebuilding tiles: after every single event, and after a batch of the stream. */
async function tileCosts(
  options: Parameters<typeof openMaintenance>[0],
  store: Store,
  meter: Meter,
  take: (count: number) => TimelineEvent[],
) {
  const maintenance = openMaintenance(options);
  const tell = telling(store);
  const rebuilt = async (events: readonly TimelineEvent[]) => {
    const touched = touchedDays();
    for (const event of events) touched.note(entryKeysOf({ ...event, collection: 'main', tags: [], pinned: false }));
    return costOf(meter, () => maintenance.rebuild(touched.days));
  };
  // Everything up to now, so that long lists have their pyramids.
  await rebuilt([...benchEvents(WARM_ARTICLES * EVENTS_AN_ARTICLE, 21)]);
  const alone = { written: 0, read: 0 };
  const single = take(SINGLE_EVENTS);
  for (const event of single) {
    await tell([event]);
    const { written, read } = await rebuilt([event]);
    alone.written += written;
    alone.read += read;
  }
  const batch = take(80);
  const articles = Array.from({ length: batch.length / EVENTS_AN_ARTICLE }, (_, i) =>
    batch.slice(i * EVENTS_AN_ARTICLE, (i + 1) * EVENTS_AN_ARTICLE),
  );
  await atOnce(articles, tell);
  const together = await rebuilt(batch);
  return {
    tilesAnEventAlone: alone.written / single.length,
    tilesAnEventTogether: together.written / batch.length,
    readUnderTiles: { alone: alone.read / single.length, together: together.read / batch.length },
    together: batch.length,
  };
}
