import { brotliDecompressSync } from 'node:zlib';
import { ATTACHMENT_TEMPLATES } from './attachment-features.ts';
import type { Templates } from './hashing.ts';
import type { LemmaEdit, LemmaRules } from './lemma.ts';
import { layOutNetwork, type Network } from './network.ts';
import { packedWeights } from './packed-weights.ts';
import { PARSER_TEMPLATES } from './parser-features.ts';
import { type Lexicon, TAG_TEMPLATES } from './tag-features.ts';

/** All trained parameters. */
export interface SyntaxModel {
  /** Tags by the index of the tagger's output. */
  readonly tags: readonly string[];
  /** Relations by the index of the parser's output, after those of its actions. */
  readonly relations: readonly string[];
  readonly tagger: Network;
  readonly parser: Network;
  /** Revises the governors of clauses, see `reattachClauses`. */
  readonly attachment: Network;
  readonly lemmas: LemmaRules;
  readonly lexicon: Lexicon;
}

/** Sizes of a packed network. */
export interface NetworkHeader {
  readonly hidden: number;
  readonly outputs: number;
  /** Slots that have a row. */
  readonly rows: number;
  /** Bytes of the list of slots. */
  readonly slotBytes: number;
}

/** The JSON header of the packed weights. */
export interface ModelHeader {
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly tagger: NetworkHeader;
  readonly parser: NetworkHeader;
  readonly attachment: NetworkHeader;
  /** Keys and edits of the lemma rules: `[key, cut, add]`. */
  readonly lemmas: readonly (readonly [string, number, string])[];
  /** Words of the lexicon; each is its hash (int32) and, behind all hashes, its class (uint8). */
  readonly lexicon: number;
}

let loaded: SyntaxModel | undefined;

/** The shipped model; unpacked at the first call. */
export function syntaxModel(): SyntaxModel {
  loaded ??= unpackModel(packedWeights());
  return loaded;
}

/**
 * Reads packed weights: Brotli of a 4-byte length, a JSON header of that length, the three networks and the lexicon. A network is its slots
 * (each as the distance to the one before, seven bits a byte, low bits first), its rows (int8) and its other weights (float32, little endian).
 */
export function unpackModel(packed: Uint8Array): SyntaxModel {
  const bytes = brotliDecompressSync(packed);
  const headerBytes = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString('utf8', 4, 4 + headerBytes)) as ModelHeader;
  let at = 4 + headerBytes;
  const network = (sizes: NetworkHeader, templates: Templates): Network => {
    const { hidden, outputs } = sizes;
    const slots = new Int32Array(sizes.rows);
    let slot = -1;
    for (let row = 0; row < sizes.rows; row++) {
      let distance = 0;
      let shift = 0;
      let byte = 128;
      while (byte >= 128) {
        byte = bytes[at++] as number;
        distance |= (byte & 127) << shift;
        shift += 7;
      }
      slot += distance;
      slots[row] = slot;
    }
    const rows = new Int8Array(bytes.buffer, bytes.byteOffset + at, sizes.rows * hidden);
    at += sizes.rows * hidden;
    const floats = (count: number): Float32Array => {
      const values = new Float32Array(count);
      for (let i = 0; i < count; i++, at += 4) values[i] = bytes.readFloatLE(at);
      return values;
    };
    const trained = {
      hidden,
      outputs,
      slots,
      rows,
      hiddenBias: floats(hidden),
      outputWeights: floats(outputs * hidden),
      outputBias: floats(outputs),
    };
    return layOutNetwork(trained, templates);
  };
  const tagger = network(header.tagger, TAG_TEMPLATES);
  const parser = network(header.parser, PARSER_TEMPLATES);
  const attachment = network(header.attachment, ATTACHMENT_TEMPLATES);
  const lemmas = new Map<string, LemmaEdit>(header.lemmas.map(([key, cut, add]) => [key, { cut, add }]));
  const lexicon = new Map<number, number>();
  const classesAt = at + 4 * header.lexicon;
  for (let i = 0; i < header.lexicon; i++) lexicon.set(bytes.readInt32LE(at + 4 * i), bytes[classesAt + i] as number);
  return { tags: header.tags, relations: header.relations, tagger, parser, attachment, lemmas, lexicon };
}
