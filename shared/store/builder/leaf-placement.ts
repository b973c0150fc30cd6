import type { Mention } from '../../events/merging/mention.ts';
import type { MergeBucket } from './bucket.ts';

/** Leaves of one batch in one bucket, at most. */
const LEAVES_OF_A_BATCH = 1000;
/** The leaf of events whose id comes from no mention of the bucket: events by hand, and edited ones whose first article was taken down. */
const LEAF_BY_HAND = 0;
/** Most mentions of a leaf: with the heads of their events it should stay under four kilobytes, half a read unit. */
const MOST_MENTIONS = 14;
const MOST_LETTERS = 8_500;

/** Leaves of this batch, and of later ones, have at least this number. */
const firstLeafOf = (batch: number): number => batch * LEAVES_OF_A_BATCH;

/** An event is stored in the leaf of the mention that gave it its id. */
export const leafOf = ({ leaves }: Pick<MergeBucket, 'leaves'>, own: string): number => leaves.get(own) ?? LEAF_BY_HAND;

/**
 * Assigns each new mention of a bucket to a leaf of this batch, and removes the leaves of deleted mentions. Mentions
 * stay in their leaf. A repeated batch assigns the same mentions to the same leaves, whatever part of it was written.
 */
export function placeInLeaves({ mentions, leaves }: MergeBucket, batch: number): void {
  const all = [...mentions.values()].flat();
  const present = new Set(all.map(({ id }) => id));
  for (const id of [...leaves.keys()]) if (!present.has(id)) leaves.delete(id);
  const first = firstLeafOf(batch);
  const fresh = all.filter(({ id }) => (leaves.get(id) ?? first) >= first).sort(byArticle);
  let leaf = first + 1;
  let room = MOST_MENTIONS;
  let letters = 0;
  for (const mention of fresh) {
    const length = JSON.stringify(mention.event).length;
    if (room === 0 || (letters > 0 && letters + length > MOST_LETTERS * FIELD_NAMES)) {
      leaf++;
      room = MOST_MENTIONS;
      letters = 0;
    }
    leaves.set(mention.id, leaf);
    room--;
    letters += length;
  }
}

/** JSON with names of fields is so much longer than a payload. */
const FIELD_NAMES = 2;

const byArticle = (a: Mention, b: Mention): number =>
  a.articleId === b.articleId ? (a.id < b.id ? -1 : 1) : a.articleId < b.articleId ? -1 : 1;
