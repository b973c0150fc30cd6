/**
 * Real articles through the whole service, this tree's and that of an earlier commit in the same run: articles a second, capacity units, requests
 * and disk an article; takedowns by eight clients.
 *
 * npx tsx bench/store/real.ts --corpus DIR [--articles 1000] [--takedowns 100] [--against COMMIT | --alone] [--kinds]
 *
 * --kinds also prints what this tree writes of each kind of item.
 *
 * DIR holds files named `articles.jsonl` (`id, source, publishedAt, text`), at any depth; they are taken in turn.
 */
import { execFileSync, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusArticles } from './corpus.ts';
import { type KindUnits, printKinds } from './write-meter.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    articles: { type: 'string', default: '1000' },
    takedowns: { type: 'string', default: '100' },
    against: { type: 'string', default: '0d418a5' },
    alone: { type: 'boolean', default: false },
    kinds: { type: 'boolean', default: false },
  },
});
if (values.corpus === undefined) throw new RangeError('--corpus DIR');
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CHILD = fileURLToPath(new URL('real-service.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dateline-real-'));

interface Units {
  readonly read: number;
  readonly written: number;
  readonly requests: number;
}

interface Measured {
  readonly articles: number;
  readonly imported: Units & { readonly seconds: number; readonly cpuSeconds: number; readonly disk: number };
  readonly removed: Units & { readonly p50: number; readonly p99: number; readonly statuses: Record<string, number> };
  readonly kinds: Readonly<Record<'imported' | 'removed', Record<string, KindUnits>>>;
  readonly total: number;
  readonly errors: readonly string[];
}

/** The articles of the corpus as JSON lines. */
function articlesFile(corpus: string): string {
  const file = join(folder, 'articles.jsonl');
  const taken = corpusArticles(corpus, Number(values.articles));
  writeFileSync(file, taken.map((article) => JSON.stringify(article)).join('\n'));
  return file;
}

/** The sources of a commit, in a folder of their own, with this tree's packages. */
function treeOf(commit: string): string {
  const tree = join(folder, commit);
  mkdirSync(tree);
  const archive = execFileSync('git', ['archive', commit], { cwd: ROOT, maxBuffer: 1e9 });
  execFileSync('tar', ['-x', '-C', tree], { input: archive });
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

function measure(tree: string, file: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, [tree, file, values.takedowns], { cwd: tree, execArgv: ['--import', 'tsx'] });
    let measured: Measured | undefined;
    child.on('message', (message) => {
      measured = message as Measured;
    });
    child.on('exit', (code) => (measured ? resolve(measured) : reject(new Error(`the service ended with ${code}`))));
  });
}

const file = articlesFile(values.corpus);
console.log(
  '| | articles/s | WCU | RCU | requests | processor, ms | disk, KB | events | takedown: WCU | p50, ms | p99, ms | answers |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|---|---|');
const trees = [['this tree', ROOT]];
if (!values.alone) trees.unshift([values.against, treeOf(values.against)]);
for (const [name = '', tree = ''] of trees) {
  const { articles, imported, removed, kinds, total, errors } = await measure(tree, file);
  const each = (units: number) => (units / articles).toFixed(1);
  const cells = [
    (articles / imported.seconds).toFixed(2),
    each(imported.written),
    each(imported.read),
    each(imported.requests),
    each(imported.cpuSeconds * 1000),
    each(imported.disk),
    each(total),
    (removed.written / Number(values.takedowns)).toFixed(1),
    removed.p50.toFixed(0),
    removed.p99.toFixed(0),
    Object.entries(removed.statuses)
      .map(([status, count]) => `${count} × ${status}`)
      .join(', '),
  ];
  console.log(`| ${name} | ${cells.join(' | ')} |`);
  for (const error of errors.slice(0, 3)) console.error(error);
  if (values.kinds && tree === ROOT) {
    printKinds('an article', new Map(Object.entries(kinds.imported)), articles);
    printKinds('a takedown', new Map(Object.entries(kinds.removed)), Number(values.takedowns));
  }
}
rmSync(folder, { recursive: true, force: true });
