import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Beside this module in the source, beside the code of a Lambda bundle, and in the folder above the chunks of dist/. */
const PLACES = ['weights.br', '../weights.br'];

/**
 * The bytes of `weights.br`, which `bench/syntax/train.ts` writes and `unpackModel` reads. They are a file of their own because a program that carried
 * them as text would parse 3.6 MB at each start.
 *
 * @throws Error naming the paths that were tried.
 */
export function packedWeights(): Uint8Array {
  const places = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const file = places.find((place) => existsSync(place));
  if (file === undefined) throw new Error(`The weights of the parser are neither at ${places.join(' nor at ')}.`);
  return readFileSync(file);
}
