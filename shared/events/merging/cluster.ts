import { likeness, SAME_EVENT } from './likeness.ts';
import { type Mention, type Sketch, sketchOf, widthOf } from './mention.ts';

/**
 * Which mentions are one event: a partition, the same for every order in which the mentions arrived.
 *
 * The most precisely dated mentions lead, earliest published first; every other joins the leader it is most like, or leads itself. Only
 * leaders are compared with, so likeness never creeps along a chain.
 */
export function clusterMentions(mentions: readonly Mention[]): readonly (readonly Mention[])[] {
  const ordered = mentions.map(sketchOf).sort(byPrecisionThenAge);
  const clusters: { leader: Sketch; places: Set<string>; members: Mention[] }[] = [];
  for (const sketch of ordered) {
    let best: (typeof clusters)[number] | undefined;
    let most = 0;
    for (const cluster of clusters) {
      const alike = likeness(cluster.leader, sketch);
      if (alike < SAME_EVENT || alike <= most) continue;
      if (![...sketch.places].some((place) => cluster.places.has(place))) {
        best = cluster;
        most = alike;
      }
    }
    if (best) {
      best.members.push(sketch.mention);
      for (const place of sketch.places) best.places.add(place);
    } else {
      clusters.push({ leader: sketch, places: new Set(sketch.places), members: [sketch.mention] });
    }
  }
  return clusters.map(({ members }) => members);
}

function byPrecisionThenAge(a: Sketch, b: Sketch): number {
  return widthOf(a) - widthOf(b) || byAge(a.mention, b.mention);
}

/** Earliest published first, then by id: a total order. */
export function byAge(a: Mention, b: Mention): number {
  const [left, right] = [publishedAt(a), publishedAt(b)];
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

const publishedAt = ({ event }: Mention): string => event.evidence[0]?.publishedAt ?? '9999';
