import { extractFrom } from '../../functions/extraction.ts';
import { articleFields, idField } from '../command-line/fields.ts';
import { openInput, readInput } from '../command-line/input.ts';
import { answerJsonLines, type JsonLinesReport, write } from '../command-line/json-lines.ts';
import { articleOf, type ReadingOptions } from '../command-line/read-article.ts';
import { inkFor, widthOf } from '../command-line/terminal.ts';
import { timelineText } from '../command-line/timeline-text.ts';

/** `dateline extract --jsonl`: an article → `{id, events}`, a line each, in order. */
export async function extractLines(file: string | undefined): Promise<JsonLinesReport> {
  const streams = { input: await openInput(file), output: process.stdout, errors: process.stderr };
  return answerJsonLines(streams, async (line) => {
    const { events } = await extractFrom(articleFields(line));
    return { id: idField(line), events };
  });
}

/** `dateline extract FILE`: the events of one text, HTML or JSON file as a timeline for a person. */
export async function extractForReader(file: string, options: ReadingOptions): Promise<void> {
  const article = articleOf(file, await readInput(file), options);
  const { events, publishedAt, publishedAtSource } = await extractFrom(article);
  const ink = inkFor(process.stdout, process.env);
  if (events.length === 0) {
    const hint =
      publishedAt === undefined ? ' With --published DATE, words like "last year" find their place too.' : '';
    await write(process.stdout, `No dated events.${hint}\n`);
    return;
  }
  await write(process.stdout, `${timelineText(events, { ink, width: widthOf(process.stdout) })}`);
  const count = `${events.length} event${events.length === 1 ? '' : 's'}`;
  const published =
    publishedAt === undefined
      ? 'publication date unknown; --published DATE gives one'
      : `published ${publishedAt}${publishedAtSource === 'given' ? '' : ` (read from the ${publishedAtSource})`}`;
  await write(process.stdout, `\n${ink.dim(`${count} · ${published}`)}\n`);
}
