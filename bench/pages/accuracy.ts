/**
 * Accuracy of reading pages, on pages with annotated publication dates and texts (the benchmarks of htmldate and trafilatura).
 *
 *   npx tsx bench/pages/accuracy.ts --corpus DIR [--part 0/2]
 *
 * DIR holds `dates.jsonl.gz`, lines of `{url, html, date}` (`date: null` where the page states none), and `bodies.jsonl.gz`, lines of
 * `{url, html, with, without}`: segments that belong to the article, and segments that do not. `--part 0/2` scores every page whose host
 * falls into the first of two parts: rules are developed on one part and checked on the other.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { readHtml } from '../../shared/text/html.ts';

interface Page {
  readonly url: string;
  readonly html: string;
}
type DatedPage = Page & { readonly date: string | null };
type BodyPage = Page & { readonly with: readonly string[]; readonly without: readonly string[] };

/** Counts: true positives, false positives, false negatives, true negatives. */
interface Counts {
  right: number;
  wrong: number;
  missed: number;
  rightlyNone: number;
}

const { values } = parseArgs({ options: { corpus: { type: 'string' }, part: { type: 'string' } } });
if (values.corpus === undefined) {
  console.error('usage: npx tsx bench/pages/accuracy.ts --corpus DIR [--part 0/2]');
  process.exit(2);
}
const [part = 0, parts = 1] = (values.part ?? '0/1').split('/').map(Number);

function rows<T extends Page>(folder: string, name: string): T[] {
  const lines = gunzipSync(readFileSync(join(folder, name)))
    .toString('utf8')
    .split('\n');
  return lines
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T]))
    .filter(({ url }) => partOf(url) === part);
}

/** Pages of one host are in one part, since they share a template. */
function partOf(url: string): number {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
  return (createHash('md5').update(host).digest()[0] as number) % parts;
}

const none = (): Counts => ({ right: 0, wrong: 0, missed: 0, rightlyNone: 0 });

function print(name: string, pages: number, { right, wrong, missed, rightlyNone }: Counts, ms: number): void {
  const [precision, recall] = [right / (right + wrong), right / (right + missed)];
  const f = (2 * precision * recall) / (precision + recall);
  const figures = [precision, recall, f].map((figure) => figure.toFixed(3));
  const [p, r, both] = figures;
  const counts = `${right} right, ${wrong} wrong, ${missed} missed, ${rightlyNone} rightly none`;
  console.log(
    `${name.padEnd(8)}${pages} pages  P ${p}  R ${r}  F ${both}  (${counts}; ${(ms / pages).toFixed(1)} ms a page)`,
  );
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const dated = rows<DatedPage>(values.corpus, 'dates.jsonl.gz');
const dates = none();
let began = processorMs();
for (const { url, html, date } of dated) {
  const read = readHtml(html, { url }).publishedAt?.slice(0, 10);
  if (read === undefined) dates[date === null ? 'rightlyNone' : 'missed']++;
  else dates[read === date ? 'right' : 'wrong']++;
}
print('dates', dated.length, dates, processorMs() - began);

const bodied = rows<BodyPage>(values.corpus, 'bodies.jsonl.gz');
const bodies = none();
const flat = (text: string): string => text.replace(/\s+/g, ' ');
began = processorMs();
for (const page of bodied) {
  const text = flat(readHtml(page.html, { url: page.url }).text);
  for (const segment of page.with) bodies[text.includes(flat(segment)) ? 'right' : 'missed']++;
  for (const segment of page.without) bodies[text.includes(flat(segment)) ? 'wrong' : 'rightlyNone']++;
}
print('bodies', bodied.length, bodies, processorMs() - began);
