import { brotliCompressSync, constants } from 'node:zlib';
import type { ModelHeader, NetworkHeader, SyntaxModel } from '../../shared/syntax/model.ts';
import type { TrainedNetwork } from '../../shared/syntax/network.ts';

/** Drops rows that are all zero, and writes slots and weights as `unpackModel` reads them. */
function packNetwork({ hidden, outputs, slots, rows, hiddenBias, outputWeights, outputBias }: TrainedNetwork): {
  readonly header: NetworkHeader;
  readonly body: Buffer;
} {
  const slotBytes: number[] = [];
  const kept: Uint8Array[] = [];
  let before = -1;
  slots.forEach((slot, row) => {
    const weights = rows.subarray(row * hidden, (row + 1) * hidden);
    if (weights.every((weight) => weight === 0)) return;
    let distance = slot - before;
    before = slot;
    while (distance > 127) {
      slotBytes.push((distance & 127) | 128);
      distance >>= 7;
    }
    slotBytes.push(distance);
    kept.push(new Uint8Array(weights.buffer, weights.byteOffset, hidden));
  });
  const floats = [...hiddenBias, ...outputWeights, ...outputBias];
  const others = Buffer.alloc(floats.length * 4);
  floats.forEach((value, i) => {
    others.writeFloatLE(value, i * 4);
  });
  return {
    header: { hidden, outputs, rows: kept.length, slotBytes: slotBytes.length },
    body: Buffer.concat([Buffer.from(slotBytes), ...kept, others]),
  };
}

/** A model whose networks are not yet in a kernel's memory. */
export interface TrainedModel extends Omit<SyntaxModel, 'tagger' | 'parser' | 'attachment'> {
  readonly tagger: TrainedNetwork;
  readonly parser: TrainedNetwork;
  readonly attachment: TrainedNetwork;
}

/** Packs a model for `shared/syntax/weights.br`. */
export function packModel(model: TrainedModel): Buffer {
  const { tags, relations, tagger, parser, attachment, lemmas, lexicon } = model;
  const networks = { tagger: packNetwork(tagger), parser: packNetwork(parser), attachment: packNetwork(attachment) };
  const header: ModelHeader = {
    tags,
    relations,
    tagger: networks.tagger.header,
    parser: networks.parser.header,
    attachment: networks.attachment.header,
    lexicon: lexicon.size,
    lemmas: [...lemmas].map(([key, { cut, add }]) => [key, cut, add] as const),
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const words = [...lexicon].sort((a, b) => a[0] - b[0]);
  const known = Buffer.alloc(words.length * 5);
  words.forEach(([hash, kind], i) => {
    known.writeInt32LE(hash, i * 4);
    known[words.length * 4 + i] = kind;
  });
  const bytes = Buffer.concat([
    length,
    json,
    networks.tagger.body,
    networks.parser.body,
    networks.attachment.body,
    known,
  ]);
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
