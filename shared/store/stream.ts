import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type Touched, touchedDays } from './tiles/touched.ts';

type Image = Readonly<Record<string, AttributeValue>>;

/**
 * The accepted article of a stream record's new image.
 *
 * @param image As Lambda and the streams API give it: marshalled.
 * @returns `undefined` for every other kind of item, and for articles that wait for nothing.
 */
export function acceptedArticle(image: Image): { id: string; contentHash: string } | undefined {
  const { sk, status, id, contentHash } = image;
  if (sk?.S !== 'article' || status?.S !== 'queued' || !id?.S || !contentHash?.S) return undefined;
  return { id: id.S, contentHash: contentHash.S };
}

/**
 * The days, by list, whose events a batch of stream records put, changed or removed.
 *
 * @param records Keys of the records, marshalled; those of other items are passed over.
 */
export function touchedBy(records: Iterable<Image>): Touched {
  const touched = touchedDays();
  for (const { pk, sk } of records) {
    if (pk?.S !== undefined && sk?.S !== undefined) touched.note([{ pk: pk.S, sk: sk.S }]);
  }
  return touched.days;
}
