/**
 * Feeds hostile HTML to the page reader (default: three megabytes of each) and shows that time at most doubles when the size doubles.
 *
 *   npx tsx bench/adversarial/pages.ts [--megabytes 3]
 *
 * For each piece of markup, repeated to the size: milliseconds of processor time at a half and at the whole of the size (the best of two), and
 * the growth between them. Linear is 2; a stage whose time grew with the square of the page would show 4.
 */
import { parseArgs } from 'node:util';
import { readHtml } from '../../shared/text/html.ts';

const { values } = parseArgs({ options: { megabytes: { type: 'string', default: '3' } } });
const size = Number(values.megabytes) * 1_000_000;

/** The text before the repeated piece, and the piece. */
const PAGES: Readonly<Record<string, readonly [before: string, piece: string]>> = {
  'short paragraphs': ['', '<p>a'],
  'paragraphs of prose': ['', '<p>The council voted on Friday to close the harbour to all boats, and it was close.'],
  'nested blocks': ['', '<div>'],
  'nested blocks with text': ['', '<div>The council voted on Friday to close the harbour to all boats, he said.'],
  'nested blocks, closed': ['', '<div><div>a</div>'],
  'end tags alone': ['', '</div>'],
  'angle brackets': ['', '<'],
  'unclosed tags': ['', '<meta '],
  'unclosed attributes': ['', '<div class="'],
  'one endless attribute': ['<div class="', 'date '],
  'endless classes': ['', '<div class="a-b_c d-e_f g-h">a</div>'],
  'many attributes': ['<p ', 'a=1 b '],
  'unclosed links': ['', '<a href=x>y'],
  'nested lists': ['', '<ul><li>a'],
  'nested tables': ['', '<table><tr><td>x'],
  'rows of a table': ['<table>', '<tr><td>4 June 1989<td>a'],
  'one endless row': ['<table><tr>', '<td>a'],
  terms: ['<dl>', '<dt>a<dd>b'],
  headings: ['', '<h1>The harbour closes</h1>'],
  'dates in a row': ['<h1>The harbour closes</h1><p>', '4 June 1989 '],
  'dated lines': ['<h1>The harbour closes</h1>', '<p>4 June 1989</p>'],
  'time elements': ['<h1>The harbour closes</h1>', '<time>4 June 1989</time>'],
  'time elements in one line': ['<h1>The harbour closes</h1><p>', '<time>4 June</time>'],
  'elements named date': ['<h1>The harbour closes</h1>', '<b class=date>June</b>'],
  'named metas': ['', '<meta name="date" content="soon">'],
  'linked data': ['', '<script type="application/ld+json">{"@type":"Article"}</script>'],
  'one endless block of linked data': [
    '<script type="application/ld+json">[',
    '{"@type":"Article","datePublished":"x"},',
  ],
  'nested linked data': ['<script type="application/ld+json">', '{"@graph":['],
  'footers in articles': ['', '<article><footer>a'],
  'line breaks': ['<p>', 'a<br>'],
  entities: ['', '&amp'],
  'unknown entities': ['', '&bogus;'],
  comments: ['', '<!-- a -->'],
  'a comment that never ends': ['<!-- ', '-'],
  'scripts that never end': ['', '<script>'],
  'white space': ['<p>', ' \n'],
};

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function bestOf(html: string, times: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) {
    const from = processorMs();
    readHtml(html, { url: 'https://example.org/a' });
    best = Math.min(best, processorMs() - from);
  }
  return best;
}

const build = ([before, piece]: readonly [string, string], length: number): string =>
  before + piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

for (const page of Object.values(PAGES)) bestOf(build(page, 20_000), 3);
console.log(`${'page'.padEnd(34)} ${'1/2'.padStart(9)}${'whole'.padStart(9)} ms  growth`);
let worst = 0;
let slowest = 0;
for (const [name, page] of Object.entries(PAGES)) {
  const [half = 0, whole = 0] = [size / 2, size].map((length) => bestOf(build(page, length), 2));
  worst = Math.max(worst, whole / half);
  slowest = Math.max(slowest, whole);
  const cells = [half, whole].map((ms) => ms.toFixed(1).padStart(9)).join('');
  console.log(`${name.padEnd(34)} ${cells}    ${(whole / half).toFixed(2).padStart(6)}`);
}
console.log(
  `${(size / 1e6).toFixed(1)} MB each; worst growth ${worst.toFixed(2)}, slowest ${(slowest / 1000).toFixed(1)} s`,
);
