import type { AttributeValue } from '@aws-sdk/client-dynamodb';

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
