import { pipeline, type Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { fetchError } from './fetch-errors.ts';

/** No server uses more than two nested codings; a decompression bomb may. */
const MAX_CODINGS = 2;

/**
 * Reads and decompresses a response, never more than `maxBytes` into memory: the connection is closed as soon as the
 * limit is exceeded.
 *
 * @param headers `content-encoding`: `gzip`, `br`, `deflate` (with or without zlib's frame), or none; `content-length`.
 * @throws DatelineError `fetch.too-large`, `fetch.bad-answer` for an unknown coding or a broken stream.
 */
export async function readBody(
  body: Readable,
  headers: Readonly<Record<string, string>>,
  { maxBytes, host }: { readonly maxBytes: number; readonly host: string },
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = Number(headers['content-length'] ?? 0) > maxBytes ? Number.POSITIVE_INFINITY : 0;
  const tooLarge = () => {
    const most = `${Math.round(maxBytes / 1e5) / 10} MB`;
    return fetchError('fetch.too-large', `The answer of ${host} is larger than the ${most} that are read.`);
  };
  const most = { wireBytes: maxBytes, tooLarge };
  try {
    for await (const chunk of await unpacked(body, headers['content-encoding'] ?? '', host, most)) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw fetchError('fetch.bad-answer', `${host} sends a packed answer that does not unpack.`, error);
  } finally {
    body.destroy();
  }
  return Buffer.concat(chunks, size);
}

async function unpacked(
  body: Readable,
  contentEncoding: string,
  host: string,
  most: { readonly wireBytes: number; readonly tooLarge: () => Error },
): Promise<AsyncIterable<Buffer>> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > MAX_CODINGS) {
    throw fetchError('fetch.bad-answer', `${host} packs its answer ${codings.length} times over.`);
  }
  const first = codings.includes('deflate') ? await firstByte(body) : undefined;
  // Uncompressed bytes are counted by the reader of the stream.
  const counted = codings.length > 0 ? pipe(body, limitedTo(most.wireBytes, most.tooLarge)) : body;
  return codings.reduceRight<Readable>((packed, coding) => pipe(packed, decoderFor(coding, first, host)), counted);
}

/** Limits compressed bytes: an endless compressed stream may decompress to nothing. */
function limitedTo(bytes: number, tooLarge: () => Error): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      size += chunk.length;
      if (size > bytes) pass(tooLarge());
      else pass(null, chunk);
    },
  });
}

function decoderFor(coding: string, first: number | undefined, host: string): Transform {
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip();
  if (coding === 'br') return createBrotliDecompress();
  // By RFC 9110 §8.4.1.2, "deflate" has zlib's frame; some servers send the raw stream. A frame begins with compression
  // method 8.
  if (coding === 'deflate') return first !== undefined && (first & 15) === 8 ? createInflate() : createInflateRaw();
  throw fetchError(
    'fetch.bad-answer',
    `${host} packs its answer in a way that was not asked for (${coding.slice(0, 20)}).`,
  );
}

function pipe(from: Readable, through: Transform): Readable {
  // The reader of `through` gets errors; the callback only prevents throwing them a second time.
  return pipeline(from, through, () => {}) as unknown as Readable;
}

/** Reads the first byte of a stream and puts it back. */
async function firstByte(body: Readable): Promise<number | undefined> {
  for (;;) {
    const chunk: Buffer | null = body.read();
    if (chunk !== null && chunk.length > 0) {
      body.unshift(chunk);
      return chunk[0];
    }
    if (body.readableEnded) return undefined;
    await new Promise<void>((settle, fail) => {
      body.once('readable', settle).once('end', settle).once('error', fail);
    });
  }
}

function isZlibError(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__');
}
