import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import type { Command } from 'commander';
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
import { dayOption, wordsOption } from './io/options.ts';
import { inkFor, widthOf } from './io/terminal.ts';
import { timelineText } from './io/timeline-text.ts';

/** The options of `dateline timeline`, as commander gives them. */
export interface TimelineCommandOptions {
  readonly jsonl?: boolean;
  readonly markdown?: boolean;
  readonly html?: boolean;
  readonly top?: number;
  /** Words parted by commas or spaces; an event must have all of them. */
  readonly query?: string;
  readonly from?: string;
  readonly to?: string;
  /** The heading of a page. */
  readonly title?: string;
}

const COLLECTION = 'main';

/**
 * `dateline timeline FILE…`: the merged events of many articles in order of date, made by the code that the service runs. Writes one event a
 * line (`--jsonl`), Markdown, an HTML page, or a timeline for the terminal. Answers the exit code.
 */
export async function timeline(files: readonly string[], options: TimelineCommandOptions): Promise<number> {
  const chosen = {
    from: dayOption('--from', options.from),
    to: dayOption('--to', options.to),
    words: wordsOption(options.query),
    top: options.top,
  };
  const mentions: Mention[] = [];
  const ids = new Map<string, number>();
  const workers = textWorkers({ ...EXTRACTION_BUDGET, threads: availableParallelism() });
  const { broken } = await readArticles(
    files,
    { jsonl: options.jsonl ?? false, atOnce: EXTRACTED_AT_ONCE },
    async (article) => {
      const source = { id: distinct(ids, article.id), collection: COLLECTION, tags: [] };
      const { events } = await workers.extract(article);
      mentions.push(...mentionsOf(source, events, idOf));
    },
  );
  await workers.stop();
  const events = timelineOf(COLLECTION, mentions);
  const { selected, total } = selectEvents(events, chosen);
  const output = written(selected, total, { ...options, title: options.title ?? titleOf(files) });
  for (const part of output) await write(process.stdout, part);
  return broken > 0 ? 1 : 0;
}

/** Two articles of one id (files of the same name in two folders) stay two articles. */
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

function written(
  events: readonly MergedEvent[],
  total: number,
  { jsonl, markdown, html, title }: TimelineCommandOptions & { readonly title: string },
): readonly string[] {
  const document = { slug: 'timeline', title, url: '', selfUrl: '', updatedAt: '', events, total: events.length };
  if (jsonl) return events.map((event) => `${JSON.stringify(event)}\n`);
  if (markdown) return [writeMd(document)];
  if (html) return [writeHtml(document)];
  if (events.length === 0) return ['No dated events.\n'];
  const ink = inkFor(process.stdout, process.env);
  const shown = timelineText(events, { ink, width: widthOf(process.stdout) });
  const count = events.length === total ? `${total} events` : `${events.length} of ${total} events`;
  return [shown, `\n${ink.dim(count)}\n`];
}

/** Adds `dateline timeline` to the program. */
export function addCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('timeline')
    .description('Merge the events of many articles into one timeline: each event once, with all its evidence.')
    .argument('[files...]', 'text, HTML, JSON or .jsonl files; - or nothing for standard input')
    .option('--jsonl', 'articles in, one JSON object a line; one merged event a line out, evidence complete')
    .option('--top <n>', 'only the n most important events', wholeNumber)
    .option('--query <words>', 'only events that have all these words, in any inflection')
    .option('--from <date>', 'no event that ends before this day')
    .option('--to <date>', 'no event that begins after this day')
    .option('--markdown', 'write Markdown')
    .option('--html', 'write a self-contained page that works offline')
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
