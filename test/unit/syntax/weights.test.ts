import { gzipSync } from 'node:zlib';
import { syntaxModel } from '../../../shared/syntax/model.ts';
import { packedWeights } from '../../../shared/syntax/packed-weights.ts';

test('the weights stay within three megabytes, compressed', () => {
  expect(gzipSync(packedWeights()).length).toBeLessThan(3_000_000);
});

test('each feature slot with a weight row counts that row and no other', () => {
  const { tagger, parser, tags, relations } = syntaxModel();
  expect(tagger.outputs).toBe(tags.length);
  expect(parser.outputs).toBe(relations.length + 3);
  for (const { kernel, hidden } of [tagger, parser]) {
    const { table, rows } = kernel;
    let count = 0;
    let wrong = 0;
    for (let word = 0; word < table.length; word += 2) {
      if (table[word + 1] !== count + 1) wrong++;
      for (let bit = 0; bit < 32; bit++) count += ((table[word] as number) >>> bit) & 1;
    }
    expect(wrong).toBe(0);
    expect(count).toBe(rows.length / hidden - 1);
  }
});
