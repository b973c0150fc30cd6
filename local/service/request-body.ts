import type { IncomingMessage } from 'node:http';

/** Lambda's limit on the size of a request. */
const LARGEST_BODY_BYTES = 6 * 1024 * 1024;
/** Most bytes of all request bodies in memory together. */
const MOST_BYTES = 96 * 1024 * 1024;

let bytesHeld = 0;

/** A body kept in memory until it is released. */
export interface HeldBody {
  readonly bytes: Buffer;
  release(): void;
}

/** The whole body, or the reason why it was not read: it is too long, or the bodies of other requests use up the memory. */
export async function holdBody(request: IncomingMessage): Promise<HeldBody | 'too-large' | 'busy'> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY_BYTES) return 'too-large';
  const chunks: Buffer[] = [];
  let own = 0;
  const release = () => {
    bytesHeld -= own;
    own = 0;
  };
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      own += chunk.length;
      bytesHeld += chunk.length;
      const refusal = own > LARGEST_BODY_BYTES ? 'too-large' : bytesHeld > MOST_BYTES ? 'busy' : undefined;
      if (refusal !== undefined) {
        release();
        return refusal;
      }
      chunks.push(chunk);
    }
  } catch (error) {
    release();
    throw error;
  }
  return { bytes: Buffer.concat(chunks), release };
}
