import { readHtml } from '../../shared/text/html.ts';
import { isoDayIn } from '../../shared/text/publication-date.ts';
import type { Digest } from '../../shared/timeline/digest/article.ts';
import { DigestMaker } from '../../shared/timeline/digest/digest.ts';
import { digestMarkdown, digestText } from '../command-line/digest-text.ts';
import { type ArticleFields, articleFields } from '../command-line/fields.ts';
import { openInput, readInput } from '../command-line/input.ts';
import { BrokenLine, readJsonLines, write } from '../command-line/json-lines.ts';
import { CommandFailure } from '../command-line/outcome.ts';
import { articleOf } from '../command-line/read-article.ts';
import { inkFor, widthOf } from '../command-line/terminal.ts';

/** The options of `dateline digest`, as commander gives them. */
export interface DigestCommandOptions {
  readonly jsonl?: boolean;
  readonly markdown?: boolean;
  readonly dates: number;
  readonly sentences: number;
  /** Words parted by commas. */
  readonly query?: string;
  readonly from?: string;
  readonly to?: string;
}

/**
 * `dateline digest`: with `--jsonl`, articles a line each in, one line out; else files (text, HTML, JSON, or JSON lines) in, a readable
 * digest out. Answers the exit code.
 */
export async function digest(files: readonly string[], options: DigestCommandOptions): Promise<number> {
  const maker = makerOf(options);
  let broken = 0;
  for (const file of files.length > 0 ? files : ['-']) {
    if (options.jsonl || /\.(jsonl|ndjson)$/.test(file)) broken += await addLines(maker, file);
    else await add(maker, articleOf(file, await readInput(file), {}));
  }
  const made = maker.make();
  if (options.jsonl) await write(process.stdout, `${JSON.stringify(made)}\n`);
  else await write(process.stdout, forReader(made, options));
  return broken > 0 ? 1 : 0;
}

function makerOf({ dates, sentences, query, from, to }: DigestCommandOptions): DigestMaker {
  const words = (query ?? '').split(',').filter((word) => word.trim() !== '');
  return new DigestMaker({
    dates,
    sentences,
    ...(words.length > 0 && { query: words }),
    ...(from !== undefined && { from: dayOption('--from', from) }),
    ...(to !== undefined && { to: dayOption('--to', to) }),
  });
}

function dayOption(name: string, value: string): string {
  const day = isoDayIn(value);
  if (day === undefined) throw new CommandFailure(`${name} takes an ISO day such as 2011-01-25, not "${value}".`);
  return day;
}

/** Adds every article of a file of JSON lines; answers how many lines were broken, each told on stderr. */
async function addLines(maker: DigestMaker, file: string): Promise<number> {
  let broken = 0;
  for await (const { number, line } of readJsonLines(await openInput(file))) {
    try {
      if (line instanceof BrokenLine) throw line;
      await add(maker, articleFields(line));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      broken += 1;
      await write(process.stderr, `line ${number}: ${error.message}\n`);
    }
  }
  return broken;
}

async function add(maker: DigestMaker, article: ArticleFields): Promise<void> {
  const { html, text, ...rest } = article;
  if (html === undefined) return maker.add({ ...rest, text: text ?? '' });
  const page = await readHtml(html, article.url === undefined ? {} : { url: article.url });
  const publishedAt = article.publishedAt ?? page.publishedAt;
  maker.add({ ...rest, text: page.text, ...(publishedAt !== undefined && { publishedAt }) });
}

function forReader(made: Digest, { markdown }: DigestCommandOptions): string {
  if (markdown) return digestMarkdown(made);
  if (made.entries.length === 0) return 'No dates that matter were found.\n';
  return digestText(made, { ink: inkFor(process.stdout, process.env), width: widthOf(process.stdout) });
}
