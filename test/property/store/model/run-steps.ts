import assert from 'node:assert/strict';
import { openMaintenance } from '../../../../shared/store/maintenance/maintenance.ts';
import { openStore } from '../../../../shared/store/open-store.ts';
import type { Store } from '../../../../shared/store/store.ts';
import type { StoreOptions } from '../../../../shared/store/table-context.ts';
import type { TestEngine } from '../../../integration/store/engine-table.ts';
import { anArticle, anEvent, found } from '../../../integration/store/events.ts';
import { Died, type Fault, withFaults } from '../../../integration/store/faults.ts';
import { type ExpectedEntry, ExpectedStore, evidenceKey, offsetOf } from './expected.ts';
import { ARTICLES, type Step, TOPICS } from './steps.ts';

/** Time that a schedule begins at. */
const BEGIN = Date.parse('2026-11-24T10:00:00.000Z');
/** Longer than a lease, so that the next process finds the lease of the dead one expired. */
const AFTER_DEATH_SECONDS = 30;
const AN_HOUR_SECONDS = 3_600;
/** A facet with more events than this has a list of its own. */
const FREQUENT = 3;
/** Reading a facet with more events than this requests a list for it. */
const WORTH_LIST = 1;

/** Opens a connection of its own to one table for each process of a schedule. */
type OpenTable = () => Pick<StoreOptions, 'client' | 'tableName'>;

/**
 * Runs a schedule on the real engine, in a collection of its own, and compares the store with {@link ExpectedStore} at each look and at the end.
 *
 * @param openTable A table that other schedules may use as well.
 * @param schedule Tells the collections and articles of schedules apart.
 * @throws AssertionError where the store differs, or verification finds a difference.
 */
async function runProcesses(steps: readonly Step[], openTable: OpenTable, schedule: string): Promise<void> {
  const expected = new ExpectedStore();
  const collection = `main-${schedule}`;
  const idOf = (article: number) => `${ARTICLES[article]}-${schedule}`;
  let clock = BEGIN;
  let versions = 0;
  /** The last edit, until something makes unsure which one it was. */
  let lastEdits: string[] = [];
  let dying: { left: number; when: 'before' | 'after' } | undefined;

  /** A process that has died stays dead: none of its requests reaches the engine any more. */
  const mayDie = (when: 'before' | 'after', own: { isDead: boolean }): Fault => {
    return () => {
      if (own.isDead) throw new Died('the process is dead');
      if (dying?.when !== when) return;
      dying.left -= 1;
      if (dying.left > 0) return;
      own.isDead = true;
      throw new Died('the process died');
    };
  };
  const options = (): StoreOptions => ({
    ...openTable(),
    now: () => new Date(clock).toISOString(),
    frequent: FREQUENT,
    worthList: WORTH_LIST,
    // Overviews read pages of tiles.
    wholeList: 0,
  });
  const startProcess = (): Store => {
    const given = options();
    const own = { isDead: false };
    const faults = { before: mayDie('before', own), after: mayDie('after', own) };
    return openStore({ ...given, client: withFaults(given.client, faults) });
  };
  let store = startProcess();

  /** Does it, and again in the next process where this one dies over it. @returns whether a process died. */
  const survived = async (act: (isRepeated: boolean) => Promise<void>): Promise<boolean> => {
    try {
      await act(false);
      return false;
    } catch (error) {
      // A death may surface as another error that a repository makes of it.
      if (dying === undefined || dying.left > 0) throw error;
      dying = undefined;
      clock += AFTER_DEATH_SECONDS * 1000;
      store = startProcess();
      await act(true);
      return true;
    }
  };

  const tell = async (article: number, topics: readonly number[], contentHash: string) => {
    const id = idOf(article);
    await store.articles.accept(anArticle(id, { collection, contentHash, publishedAt: '1990-01-01' }));
    const events = topics.map((topic) => {
      const { title = '', trigger = '', start = '', words = [] } = TOPICS[topic] ?? {};
      return anEvent({
        title,
        trigger,
        start,
        keywords: words,
        at: offsetOf(topic),
        sources: [`${ARTICLES[article]}.example`],
      });
    });
    await store.articles.complete(id, contentHash, found(events), '1');
  };

  /** Entries that were seen, by topic: nothing but its id leads to a hidden one. */
  const lastSeen = new Map<number, string>();

  /** The entry that shows a topic, hidden or not. */
  const eventOf = async (topic: number): Promise<string | undefined> => {
    for (const [article] of ARTICLES.entries()) {
      const events = await store.articles.eventsOf(idOf(article));
      const one = events.find(({ evidence }) => evidence.some(({ start }) => start === offsetOf(topic)));
      if (one) {
        lastSeen.set(topic, one.id);
        return one.id;
      }
    }
    return lastSeen.get(topic);
  };

  const look = async () => {
    const query = { collection };
    const { events } = await store.events.list(query, { order: 'asc', limit: 200 });
    const whole = await Promise.all(events.map(async ({ id }) => store.events.find(id)));
    const seen = whole.map((event) => ({
      title: event?.title ?? '',
      mentions: event?.mentions,
      evidence: (event?.evidence ?? [])
        .map(({ articleId, start }) => evidenceKey(articleId.split('-')[0] ?? '', start))
        .sort(),
    }));
    const all = seen.flatMap(({ evidence }) => evidence);
    assert.equal(new Set(all).size, all.length, `evidence twice: ${all.join(' ')}`);
    for (const { mentions, evidence } of seen) assert.equal(mentions, evidence.length);
    for (const entry of expected.entries()) {
      if (entry.topics.some((topic) => expected.unsure.has(topic)) || entry.isHidden === 'any') continue;
      const shown = seen.filter(({ evidence }) => evidence.join() === entry.evidence.join());
      assert.equal(shown.length, entry.isHidden ? 0 : 1, `${entry.evidence.join()} among ${JSON.stringify(seen)}`);
      if (entry.titles !== 'any' && shown[0])
        assert.ok(entry.titles.includes(shown[0].title), `${shown[0].title} for ${entry.titles}`);
    }
    assert.equal((await store.events.overview(query, 10)).total, events.length);
    await lookBy(expected.entries());
  };

  /** What a keyword and a word of the evidence find. */
  const lookBy = async (entries: readonly ExpectedEntry[]) => {
    if (expected.unsure.size > 0 || entries.some(({ isHidden }) => isHidden === 'any')) return;
    for (const [topic, { words, trigger }] of TOPICS.entries()) {
      const with_ = entries.filter(
        ({ isHidden, evidence }) => !isHidden && evidence.some((key) => key.endsWith(`@${offsetOf(topic)}`)),
      );
      for (const filter of [{ keywords: words }, { q: trigger }]) {
        const { events } = await store.events.list({ collection, ...filter }, { order: 'asc', limit: 50 });
        assert.equal(
          events.length,
          with_.length,
          `${JSON.stringify(filter)} finds ${events.map(({ title }) => title)}`,
        );
      }
    }
  };

  const fold = async () => {
    await survived(async () => void (await store.fold()));
    expected.folded();
  };

  /** Does an edit of the entries that tell these topics; nothing where one of them is not told. */
  const edit = async (
    topics: readonly number[],
    act: (ids: readonly string[]) => Promise<string | undefined>,
    note: () => void,
  ) => {
    await fold();
    if (!topics.every((topic) => expected.hasEvidence(topic))) return;
    let made: string | undefined;
    const died = await survived(async () => {
      const ids = await Promise.all(topics.map(eventOf));
      assert.ok(
        ids.every((id) => id !== undefined),
        `no event tells one of ${topics}`,
      );
      made = await act(ids as string[]);
    });
    // It is unknown whether the edit of the crashed process was stored separately, or was the same as the next one's.
    lastEdits = died || made === undefined ? [] : [...lastEdits, made];
    note();
  };

  const perform = async (step: Step) => {
    switch (step.kind) {
      case 'tell': {
        const contentHash = `v${++versions}`;
        await survived(() => tell(step.article, step.topics, contentHash));
        expected.tell(step.article, step.topics);
        if (step.isFolded) await fold();
        return;
      }
      case 'take-down':
        await survived(async () => void (await store.articles.remove(idOf(step.article))));
        expected.takeDown(step.article);
        return fold();
      case 'rename': {
        const [topic = 0] = expected.entryOf(step.topic);
        const named = expected.entryOf(step.topic).find((one) => expected.hasEvidence(one)) ?? topic;
        return edit(
          [named],
          async ([id = '']) => (await store.events.patch(id, { title: step.title }, 'k'))?.edit,
          () => expected.edit({ kind: 'rename', topic, title: step.title }),
        );
      }
      case 'hide': {
        const [topic = 0] = expected.entryOf(step.topic);
        const named = expected.entryOf(step.topic).find((one) => expected.hasEvidence(one)) ?? topic;
        return edit(
          [named],
          async ([id = '']) => (await store.events.patch(id, { hidden: step.hidden }, 'k'))?.edit,
          () => expected.edit({ kind: 'hide', topic, hidden: step.hidden }),
        );
      }
      case 'merge': {
        const [topic, other] = step.topics.map((one) => expected.entryOf(one)[0] ?? one) as [number, number];
        if (topic === other) return;
        return edit(
          [topic, other],
          async ([id = '', from = '']) => (id === from ? undefined : (await store.events.merge(id, [from], 'k'))?.edit),
          () => expected.edit({ kind: 'merge', topic, other }),
        );
      }
      case 'undo': {
        await fold();
        const last = lastEdits.at(-1);
        // An undo is an edit of its events, too: those before it cannot be undone any more.
        lastEdits = [];
        if (last === undefined || expected.unsure.size > 0) return;
        await survived(async (isRepeated) => {
          await store.events.undo(last, 'k').catch((error: { code?: string }) => {
            // The process that died had undone it.
            if (!isRepeated || error.code !== 'edit.conflict') throw error;
          });
        });
        return expected.undo();
      }
      case 'another-process':
        clock += step.seconds * 1000;
        store = startProcess();
        return;
      case 'death':
        dying = { left: step.nth, when: step.when };
        return;
      case 'sweep':
        await survived(async () => {
          await openMaintenance(options()).sweep();
        });
        return;
      case 'look':
        await fold();
        await survived(look);
        return;
    }
  };

  for (const step of steps) await perform(step);
  dying = undefined;
  clock += AN_HOUR_SECONDS * 1000;
  store = startProcess();
  await openMaintenance(options()).sweep();
  await look();
}

/**
 * Runs a schedule on a table of the real engine, in a collection of its own, and closes its connections.
 *
 * @param schedule Tells the collections and articles of schedules on one table apart.
 * @throws AssertionError where the store differs from the model.
 */
export async function runSteps(
  steps: readonly Step[],
  engine: TestEngine,
  tableName: string,
  schedule: string,
): Promise<void> {
  const clients: ReturnType<TestEngine['client']>[] = [];
  const open = () => {
    const client = engine.client();
    clients.push(client);
    return { client, tableName };
  };
  try {
    await runProcesses(steps, open, schedule);
  } finally {
    for (const client of clients) client.destroy();
  }
}
