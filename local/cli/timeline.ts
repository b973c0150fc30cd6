import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { counted } from '../../shared/display/counted.ts';
import { isReadLanguage } from '../../shared/events/languages.ts';
import type { Mention } from '../../shared/events/merging/mention.ts';
import { mentionsOf } from '../../shared/events/merging/mentions-of.ts';
import type { MergedEvent } from '../../shared/events/merging/merged-event.ts';
import { timelineOf } from '../../shared/events/merging/timeline-of.ts';
import { writeMd } from '../../shared/formats/md/write.ts';
import { writeHtml } from '../../shared/pages/standalone/write.ts';
import { selectEvents } from '../../shared/timeline/select-events.ts';
import { textWorkers } from '../service/text-workers.ts';
import { readArticles } from './io/article-files.ts';
import { EXTRACTED_AT_ONCE, EXTRACTION_BUDGET } from './io/extraction-budget.ts';
import { write } from './io/json-lines.ts';
import { wholeNumber } from './io/option-values.ts';
import { rangeOptions, wordsOption } from './io/options.ts';
import { inkFor, widthOf } from './io/terminal.ts';
import { timelineText } from './io/timeline-text.ts';
import { today } from './io/today.ts';

/** The options of `dateline timeline`, as commander gives them. */
export interface TimelineCommandOptions {
  readonly jsonl?: boolean;
  readonly markdown?: boolean;
  readonly html?: boolean;
  readonly top?: number;
  /** Words separated by commas or spaces; an event must contain all of them. */
  readonly query?: string;
  readonly from?: string;
  readonly to?: string;
  /** The heading of the page. */
  readonly title?: string;
}

const COLLECTION = 'main';

/**
 * `dateline timeline FILE…`: the merged events of many articles in chronological order, by the same code as the
 * service. Writes Markdown, an HTML page, one event per line (`--jsonl`), or a timeline for the terminal. Returns the
 * exit code.
 */
export async function timeline(files: readonly string[], options: TimelineCommandOptions): Promise<number> {
  const range = rangeOptions(options);
  const { mentions, undatedMentions, articles, undated, unread, broken } = await mentionsIn(
    files,
    options.jsonl ?? false,
  );
  const events = timelineOf(COLLECTION, mentions, undatedMentions);
  const { selected, total } = selectEvents(events, {
    ...range,
    words: wordsOption(options.query),
    top: options.top,
  });
  const output = written(
    selected,
    { ...options, ...range, title: options.title ?? titleOf(files) },
    {
      all: events.length,
      matching: total,
      articles,
      undated,
      unread,
    },
  );
  for (const part of output) await write(process.stdout, part);
  return broken > 0 ? 1 : 0;
}

/** The events of all articles, unordered, and the number of articles without a publication date. */
async function mentionsIn(files: readonly string[], jsonl: boolean) {
  const mentions: Mention[] = [];
  const undatedMentions: Mention[] = [];
  const ids = new Map<string, number>();
  let undated = 0;
  let unread = 0;
  let articles = 0;
  const workers = textWorkers({ ...EXTRACTION_BUDGET, threads: availableParallelism() });
  const { broken } = await readArticles(files, { jsonl, atOnce: EXTRACTED_AT_ONCE }, async (article) => {
    const source = { id: distinct(ids, article.id), collection: COLLECTION, tags: [] };
    const read = await workers.extract({ ...article, today: today(), withUndated: true });
    articles += 1;
    if (!isReadLanguage(read.language)) unread += 1;
    else if (read.publishedAt === undefined) undated += 1;
    mentions.push(...mentionsOf(source, read.events, idOf));
    undatedMentions.push(...mentionsOf(source, read.undated ?? [], idOf));
  });
  await workers.stop();
  return { mentions, undatedMentions, articles, undated, unread, broken };
}

/** A unique id for two articles with the same id (files of the same name in two folders). */
function distinct(ids: Map<string, number>, id: string): string {
  const times = (ids.get(id) ?? 0) + 1;
  ids.set(id, times);
  return times === 1 ? id : `${id}#${times}`;
}

const idOf = (uniqueName: string): string => createHash('sha256').update(uniqueName).digest('base64url').slice(0, 16);

const titleOf = (files: readonly string[]): string => {
  const [only, ...more] = files.filter((file) => file !== '-');
  return only !== undefined && more.length === 0 ? basename(only).replace(/\.\w+$/, '') : 'Timeline';
};

/** Number of events, of events that pass the filters, of articles without a publication date, and of articles in languages that are not read. */
interface Counts {
  readonly all: number;
  readonly matching: number;
  readonly articles: number;
  readonly undated: number;
  readonly unread: number;
}

function written(
  events: readonly MergedEvent[],
  options: TimelineCommandOptions & { readonly title: string },
  counts: Counts,
): readonly string[] {
  const { jsonl, markdown, html, title, from } = options;
  const description =
    events.length < counts.matching
      ? `The ${events.length === 1 ? 'key moment' : `${events.length} key moments`} of ${counted(counts.matching, 'event')}.`
      : undefined;
  const document = {
    ...{ slug: 'timeline', title, url: '', selfUrl: '', updatedAt: '', events, total: events.length },
    ...(description !== undefined && { description }),
    ...(from !== undefined && { from }),
  };
  if (markdown) return [writeMd(document)];
  if (html) return [writeHtml(document)];
  if (jsonl) return events.map((event) => `${JSON.stringify(event)}\n`);
  const ink = inkFor(process.stdout, process.env);
  const notes = [saidOf(events.length, counts), ...undatedNote(counts), ...unreadNote(counts)].map(
    (note) => `${ink.dim(note)}\n`,
  );
  if (events.length === 0) return notes;
  return [timelineText(events, { ink, width: widthOf(process.stdout) }), '\n', ...notes];
}

function saidOf(shown: number, { all, matching }: Counts): string {
  if (all === 0) return 'No dated events.';
  if (matching === 0) return `None of ${counted(all, 'event')} matches.`;
  return shown === matching ? counted(shown, 'event') : `${shown} of ${counted(matching, 'event')}`;
}

/** Explains that an article has no events because of its language. */
function unreadNote({ articles, unread }: Counts): readonly string[] {
  if (unread === 0) return [];
  const which =
    articles === 1 ? 'The article is' : `${unread} of ${counted(articles, 'article')} ${unread === 1 ? 'is' : 'are'}`;
  return [`${which} not in English: events are found in English texts only.`];
}

/** Explains that "last year" cannot be resolved in an article without a publication date. */
function undatedNote({ articles, undated }: Counts): readonly string[] {
  if (undated === 0) return [];
  const [whole, there] =
    articles === 1
      ? ['The article has', 'it']
      : [
          `${undated} of ${counted(articles, 'article')} ${undated === 1 ? 'has' : 'have'}`,
          undated === 1 ? 'it' : 'those',
        ];
  return [`${whole} no publication date: words like “last year” find no place in ${there}.`];
}

/** Adds `dateline timeline` to the program. */
export function addCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('timeline')
    .description('Merge the events of many articles into one timeline: each event once, with all its evidence.')
    .argument('[files...]', 'text, HTML, JSON or .jsonl files; - or nothing for standard input')
    .option(
      '--jsonl',
      'articles in, one JSON object a line; one merged event a line out, evidence complete, unless another form is asked for',
    )
    .option('--top <n>', 'only the n most important events', wholeNumber)
    .option('--query <words>', 'only events that have all these words, in any inflection')
    .option('--from <date>', 'no event that ends before this day, month or year')
    .option('--to <date>', 'no event that begins after this day, month or year')
    .option('--markdown', 'write Markdown')
    .addOption(new Option('--html', 'write a self-contained page that works offline').conflicts('markdown'))
    .option('--title <title>', 'the heading of the page')
    .addHelpText(
      'after',
      `
Extraction and merging as the service does them, without a service. The order of the articles changes nothing.

Examples:
  dateline timeline articles.jsonl --top 20
  dateline timeline --jsonl < articles.jsonl > events.jsonl
  dateline timeline *.html --html --title "The spill" > timeline.html`,
    )
    .action(async (files: readonly string[], options: TimelineCommandOptions) => {
      setExitCode(await timeline(files, options));
    });
}
