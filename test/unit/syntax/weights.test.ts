import { gzipSync } from 'node:zlib';
import { syntaxModel } from '../../../shared/syntax/model.ts';
import { WEIGHTS } from '../../../shared/syntax/weights.ts';

test('the weights stay within three megabytes, compressed', () => {
  expect(gzipSync(Buffer.from(WEIGHTS, 'base64')).length).toBeLessThan(3_000_000);
});

test('every slot leads to a row that is there', () => {
  const { tagger, parser, tags, relations } = syntaxModel();
  expect(tagger.outputs).toBe(tags.length);
  expect(parser.outputs).toBe(relations.length + 3);
  for (const { rowOf, rows, hidden } of [tagger, parser]) {
    expect(rowOf.reduce((highest, row) => Math.max(highest, row), 0)).toBe(rows.length / hidden - 1);
  }
});
