import { resolve } from 'node:path';
import { importCircles, importsAgainstTheLayers } from './layers.ts';
import { importsOf, readSourceTree } from './source-tree.ts';

const files = readSourceTree(resolve(__dirname, '../..'));

test('imports go down only', () => {
  expect(importsAgainstTheLayers(files)).toEqual([]);
});

test('no imports form a circle, those of types included', () => {
  expect(importCircles(files)).toEqual([]);
});

test('a circle of imports is found, of values and of types', () => {
  const file = (path: string, text: string) => ({ path, text });
  const a = file('shared/time/a.ts', "import { b } from './b.ts';");
  expect(importCircles([a, file('shared/time/b.ts', "import { a } from './a.ts';")])).toEqual([
    'shared/time/a.ts → shared/time/b.ts → shared/time/a.ts',
  ]);
  expect(importCircles([a, file('shared/time/b.ts', "import type { A } from './a.ts';")])).toHaveLength(1);
});

test('every relative import names a file with its ending', () => {
  const without = files
    .filter(({ path }) => /\.m?ts$/.test(path))
    .flatMap((file) => importsOf(file).filter(({ target }) => target !== undefined && !/\.\w+$/.test(target)));
  expect(without).toEqual([]);
});

test.each([
  ['a lower layer imports a higher one', 'shared/time/x.ts', "import { tag } from '../tagging/tag.ts';", 'is below'],
  ['a type is an import too', 'shared/kernel/x.ts', "import type { T } from '../time/day.ts';", 'is below'],
  ['so is a lazy one', 'shared/events/x.ts', "await import('../store/store.ts')", 'is below'],
  ['folders of one layer import each other', 'shared/formats/x.ts', "import '../store/store.ts';", 'in one layer'],
  [
    'an import from a contract is more than types',
    'shared/formats/x.ts',
    "import { a } from '../store/store.ts';",
    'in one layer',
  ],
  ['the tagger imports a package', 'shared/tagging/x.ts', "import * as c from 'chrono-node';", 'no package'],
  ['a format uses the network', 'shared/formats/ics/x.ts', "import { parse } from 'ipaddr.js';", 'network'],
  ['the domain knows DynamoDB', 'shared/timeline/x.ts', "import '@aws-sdk/lib-dynamodb';", 'DynamoDB'],
  ['a function imports another', 'functions/a-b/x.ts', "import '../c-d/c-d.ts';", 'each other'],
  ['infra sees a handler', 'infra/x.ts', "import '../functions/a-b/handler.ts';", 'infra sees only'],
  ['infra sees the domain', 'infra/x.ts', "import '../shared/time/day.ts';", 'infra sees only'],
  [
    'browser code sees the store',
    'embed/x.ts',
    "import { openStore } from '../shared/store/open-store.ts';",
    'pure folders',
  ],
  ['browser code brings a package', 'embed/x.ts', "import d3 from 'd3';", 'no package'],
  ['a page is made of browser code', 'shared/pages/embed/x.ts', "import '../../../embed/dom.ts';", 'never imported'],
  ['a function imports a test', 'functions/a-b/x.ts', "import '../../test/x.ts';", 'lean on tests'],
])('the test fails when %s', (_what, path, text, complaint) => {
  expect(importsAgainstTheLayers([{ path, text }])).toEqual([expect.stringContaining(complaint)]);
});

test('folders of one layer may import the types of a contract', () => {
  const text = "import type { SavedTimeline } from '../store/store.ts';";
  expect(importsAgainstTheLayers([{ path: 'shared/formats/x.ts', text }])).toEqual([]);
});

test('an import inside a comment does not count', () => {
  const text = "/* import '../tagging/tag.ts' */\n// import '../tagging/tag.ts'\nexport const a = 1;";
  expect(importsAgainstTheLayers([{ path: 'shared/time/x.ts', text }])).toEqual([]);
});
