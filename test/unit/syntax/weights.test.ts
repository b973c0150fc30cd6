import { gzipSync } from 'node:zlib';
import { syntaxModel } from '../../../shared/syntax/model.ts';
import { WEIGHTS } from '../../../shared/syntax/weights.ts';

test('the weights stay within three megabytes, compressed', () => {
  expect(gzipSync(Buffer.from(WEIGHTS, 'base64')).length).toBeLessThan(3_000_000);
});

test('every slot with a row counts one row, and there are no others', () => {
  const { tagger, parser, tags, relations } = syntaxModel();
  expect(tagger.outputs).toBe(tags.length);
  expect(parser.outputs).toBe(relations.length + 3);
  for (const { hasRow, rowsBefore, rows, hidden } of [tagger, parser]) {
    let count = 0;
    const counted = Uint16Array.from(hasRow, (bits) => {
      const before = count;
      for (let bit = 0; bit < 32; bit++) count += (bits >>> bit) & 1;
      return before;
    });
    expect(Buffer.from(counted.buffer).equals(Buffer.from(rowsBefore.buffer))).toBe(true);
    expect(count).toBe((rows.length * 4) / hidden - 1);
  }
});
