import type { TimelineEvent } from '../../shared/events/event.ts';
import { keyMoments } from '../../shared/timeline/key-moments.ts';
import type { GoldTopic } from './gold.ts';

/** How the entries of a timeline compare with the clusters of the gold. Sums, so that topics add up. */
export interface MergeScore {
  readonly mentions: number;
  /** Gold mentions in the evidence of some entry. */
  readonly matched: number;
  /** B³ precision and recall, summed over matched mentions. */
  readonly precision: number;
  readonly recall: number;
  /** Clusters of more than one article with at least two matched mentions; the entries that contain them. */
  readonly told: number;
  readonly fragments: number;
  /** Entries with matched mentions; clusters they hold. */
  readonly entries: number;
  readonly lumps: number;
  /** Clusters of importance 3; those with an entry of the right date. */
  readonly important: number;
  readonly importantFound: number;
  /** Of the ten key moments, those that hold a cluster of importance 2 or 3; entries looked at (ten a topic, fewer where there are none). */
  readonly top: number;
  readonly topWanted: number;
}

type Cluster = GoldTopic['clusters'][number];
interface Match {
  readonly cluster: Cluster;
  readonly entry: TimelineEvent;
}

const TOP = 10;

/**
 * Scores a timeline. A gold mention is matched to the evidence whose trigger overlaps its own; failing that, to the evidence of the same sentence
 * whose entry's date meets the cluster's, the nearest trigger first.
 *
 * @see Bagga & Baldwin, "Algorithms for Scoring Coreference Chains", LREC 1998, for B³.
 */
export function scoreMerging({ clusters }: GoldTopic, events: readonly TimelineEvent[]): MergeScore {
  const matches = clusters.flatMap((cluster) =>
    cluster.mentions.flatMap((mention): Match[] => {
      const entry = entryOf(mention, cluster, events);
      return entry ? [{ cluster, entry }] : [];
    }),
  );
  const sizes = {
    cluster: tally(matches.map(({ cluster }) => cluster)),
    entry: tally(matches.map(({ entry }) => entry)),
  };
  const both = tally(matches.map((match) => keyOf(match, clusters)));
  const share = (match: Match, of: number | undefined): number => (both.get(keyOf(match, clusters)) ?? 0) / (of ?? 1);
  const entriesOf = (cluster: Cluster) =>
    new Set(matches.filter((one) => one.cluster === cluster).map(({ entry }) => entry));
  const told = clusters.filter(
    (cluster) =>
      new Set(cluster.mentions.map(({ articleId }) => articleId)).size > 1 && (sizes.cluster.get(cluster) ?? 0) > 1,
  );
  const important = clusters.filter(({ importance }) => importance === 3);
  const top = keyMoments(events, TOP);
  return {
    mentions: clusters.reduce((sum, { mentions }) => sum + mentions.length, 0),
    matched: matches.length,
    precision: matches.reduce((sum, match) => sum + share(match, sizes.entry.get(match.entry)), 0),
    recall: matches.reduce((sum, match) => sum + share(match, sizes.cluster.get(match.cluster)), 0),
    told: told.length,
    fragments: told.reduce((sum, cluster) => sum + entriesOf(cluster).size, 0),
    entries: sizes.entry.size,
    lumps: both.size,
    important: important.length,
    importantFound: important.filter((cluster) => [...entriesOf(cluster)].some((entry) => meets(entry, cluster)))
      .length,
    top: top.length,
    topWanted: top.filter((entry) => matches.some((one) => one.entry === entry && one.cluster.importance >= 2)).length,
  };
}

function entryOf(
  { articleId, trigger, triggerStart }: Cluster['mentions'][number],
  cluster: Cluster,
  events: readonly TimelineEvent[],
): TimelineEvent | undefined {
  const end = triggerStart + trigger.length;
  let near: { readonly entry: TimelineEvent; readonly distance: number } | undefined;
  for (const entry of events) {
    for (const evidence of entry.evidence) {
      if (evidence.articleId !== articleId) continue;
      if (evidence.trigger.start < end && triggerStart < evidence.trigger.end) return entry;
      const distance = Math.abs(evidence.trigger.start - triggerStart);
      const covers = evidence.start <= triggerStart && triggerStart < evidence.end && meets(entry, cluster);
      if (covers && (!near || distance < near.distance)) near = { entry, distance };
    }
  }
  return near?.entry;
}

const meets = ({ date }: TimelineEvent, { start, end }: Cluster): boolean => date.start <= end && date.end >= start;

const keyOf = ({ cluster, entry }: Match, clusters: readonly Cluster[]): string =>
  `${clusters.indexOf(cluster)} ${entry.id}`;

function tally<T>(items: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** The scores of several topics together. */
export const together = (scores: readonly MergeScore[]): MergeScore =>
  scores.reduce(
    (sum, score) =>
      Object.fromEntries(
        (Object.keys(sum) as (keyof MergeScore)[]).map((name) => [name, sum[name] + score[name]]),
      ) as unknown as MergeScore,
  );
