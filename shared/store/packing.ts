import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/**
 * Compresses JSON. Brotli has a built-in dictionary of common words, so that even one sentence shrinks; quality 5 takes
 * a tenth of a millisecond for a kilobyte and compresses within 5 % of quality 11, which takes twenty times as long.
 */
export function pack(value: unknown): Uint8Array {
  const bytes = Buffer.from(JSON.stringify(value));
  return brotliCompressSync(bytes, {
    chunkSize: roomFor(bytes.length),
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** The value that was packed. */
export function unpack(packed: unknown): unknown {
  const bytes = packed as Uint8Array;
  return JSON.parse(brotliDecompressSync(bytes, { chunkSize: roomFor(bytes.length * GROWTH) }).toString());
}

/** JSON of an event is two to four times as long as what it is packed in. */
const GROWTH = 4;

/** Buffer size for the result: zlib's default takes 16 KB for every event of 300 bytes, which garbage collection would have to reclaim. */
const roomFor = (bytes: number): number => Math.min(65_536, Math.max(1_024, bytes));

/** Cuts bytes into pieces of at most `size`. */
export function pieces(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  const cut: Uint8Array[] = [];
  for (let i = 0; i < bytes.length; i += size) cut.push(bytes.subarray(i, i + size));
  return cut;
}
