import { type Command, Option } from 'commander';
import { type LanguageModel, languageModel } from '../../functions/runtime/language-model/language-model.ts';
import { type Extractor, type Reading, readingBy } from '../../functions/runtime/language-model/reading.ts';
import { type AnyArticle, extractFrom } from '../../shared/application/extraction.ts';
import { noEventsWords } from '../../shared/display/no-events.ts';
import { isReadLanguage } from '../../shared/events/languages.ts';
import { articleFields, idField } from './io/fields.ts';
import { openInput, readInput } from './io/input.ts';
import { answerJsonLines, type JsonLinesReport, write } from './io/json-lines.ts';
import { addModelOptions, type ModelOptions, modelSettingsOf } from './io/model-options.ts';
import { articleOf, type ReadingOptions } from './io/read-article.ts';
import { inkFor, printable, widthOf } from './io/terminal.ts';
import { timelineText } from './io/timeline-text.ts';
import { today } from './io/today.ts';

/** `dateline extract --jsonl`: for each article, a line `{id, events}`, in order. */
export async function extractLines(file: string | undefined, reader: Reader): Promise<JsonLinesReport> {
  const streams = { input: await openInput(file), output: process.stdout, errors: process.stderr };
  return answerJsonLines(streams, async (line) => {
    const { events, language, model, comparison } = await readBy(reader, articleFields(line));
    const unread = !isReadLanguage(language) && { language };
    return { id: idField(line), events, ...unread, ...(model && { model }), ...(comparison && { comparison }) };
  });
}

/** `dateline extract FILE`: prints the events of a text, HTML or JSON file as a timeline. */
export async function extractForReader(file: string, options: ReadingOptions, reader: Reader): Promise<void> {
  const article = articleOf(file, await readInput(file), options);
  const reading = await readBy(reader, article);
  const { events, publishedAt, publishedAtSource, language } = reading;
  const ink = inkFor(process.stdout, process.env);
  if (events.length === 0) {
    const hint = !isReadLanguage(language)
      ? ` ${noEventsWords({ language })}`
      : publishedAt === undefined
        ? ' With --published DATE, words like "last year" find their place too.'
        : '';
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
  if (reading.model) await write(process.stdout, modelReport(reading));
}

/** The chosen extractor and its model. */
interface Reader {
  readonly extractor: Extractor;
  readonly model: LanguageModel | undefined;
}

const readBy = async ({ extractor, model }: Reader, article: AnyArticle): Promise<Reading> =>
  readingBy(extractor, article, await extractFrom({ ...article, today: today() }), model);

/** Reports differences between rules and model, rejected parts of the model's answer, and its cost. */
function modelReport({ events, model, comparison = [] }: Reading): string {
  if (model === undefined) return '';
  const all = new Map([...events, ...(model.events ?? [])].map((event) => [event.id, event]));
  const told = (id: string | undefined): string => {
    const event = id === undefined ? undefined : all.get(id);
    return event === undefined ? '' : `${event.date.edtf} ${event.modality} “${printable(event.title)}”`;
  };
  const lines = comparison.flatMap(({ rules, model: other, differs = [] }) => {
    if (rules === undefined) return [`only the model: ${told(other)}`];
    if (other === undefined) return [`only the rules: ${told(rules)}`];
    return differs.length === 0 ? [] : [`${differs.join(', ')} differs: ${told(rules)} | ${told(other)}`];
  });
  const refused = model.refused.map(({ reason, title }) => `refused, ${reason}: “${printable(title)}”`);
  const { inputTokens, outputTokens, usd } = model.usage;
  const cost = `${inputTokens} tokens in, ${outputTokens} out, $${usd.toFixed(4)}`;
  return [...lines, ...refused, cost].map((line) => `${line}\n`).join('');
}

/** In-memory counters: the model's daily budget applies to this run only. */
function countersOfRun(): { add(key: string, by: number): Promise<number> } {
  const counts = new Map<string, number>();
  return {
    async add(key, by) {
      const count = (counts.get(key) ?? 0) + by;
      counts.set(key, count);
      return count;
    },
  };
}

function readerOf({ extractor, ...options }: ExtractCommandOptions): Reader {
  const settings = modelSettingsOf(options);
  const services = { leases: countersOfRun(), now: () => new Date().toISOString() };
  return { extractor, model: settings && languageModel(settings, services) };
}

/** `dateline extract FILE --explain`: prints the reason for each event, and which candidates in its sentences were rejected. */
export async function explainForReader(file: string, options: ReadingOptions): Promise<void> {
  const article = articleOf(file, await readInput(file), options);
  const { explanation = [] } = await extractFrom({ ...article, today: today(), explain: true });
  if (explanation.length === 0) return write(process.stdout, 'No sentence has a date.\n');
  const ink = inkFor(process.stdout, process.env);
  let sentence = '';
  for (const decision of explanation) {
    if (decision.sentence !== sentence) await write(process.stdout, `\n${decision.sentence}\n`);
    sentence = decision.sentence;
    const { trigger, timex, basis, date, dateFrom, modality, modalityFrom, title, confidence, outcome, reason } =
      decision;
    const features = decision.features.map(({ name, weight }) => `${name} ${weight > 0 ? '+' : ''}${weight}`);
    const head = outcome === 'event' ? ink.bold(title ?? trigger) : `refused: ${reason}`;
    const lines = [
      `  ${head}`,
      `    ${trigger} ← ${timex} (${basis}${date === undefined ? '' : `, ${date}`}), confidence ${confidence}`,
      ...(modality === undefined ? [] : [`    ${modality}${modalityFrom === undefined ? '' : `: ${modalityFrom}`}`]),
      ...(dateFrom === undefined ? [] : [`    date from ${dateFrom}`]),
      ...(features.length === 0 ? [] : [`    ${features.join(' · ')}`]),
    ];
    await write(process.stdout, `${lines.join('\n')}\n`);
  }
}

interface ExtractCommandOptions extends ReadingOptions, ModelOptions {
  readonly extractor: Extractor;
  readonly jsonl?: boolean;
  readonly explain?: boolean;
}

/** Adds `dateline extract` to the program. */
export function addCommand(program: Command, setExitCode: (code: number) => void): void {
  addModelOptions(program.command('extract'))
    .description('Show the dated events of an article as a timeline.')
    .argument('[file]', 'a text, HTML or JSON file; - or nothing for standard input')
    .option('--jsonl', 'articles in, {id, events} out: one JSON object a line')
    .option('--explain', 'explain each event, and print the rejected candidates')
    .option('--published <date>', 'the publication date, if the article does not state it')
    .addOption(
      new Option('--extractor <who>', 'who reads: compare shows where rules and model differ')
        .choices(['rules', 'model', 'compare'])
        .default('rules'),
    )
    .option('--url <url>', 'where it was published')
    .option('--title <title>', 'its headline')
    .addHelpText(
      'after',
      `
An article is {id, text or html, title?, publishedAt?, url?, source?}.

Examples:
  dateline extract article.txt --published 2014-03-30
  curl -s https://example.org/story.html | dateline extract -
  dateline extract article.txt --explain
  dateline extract --jsonl < articles.jsonl > events.jsonl
  dateline extract article.txt --extractor compare --model qwen3:8b`,
    )
    .action(async (file: string | undefined, options: ExtractCommandOptions) => {
      if (options.explain) return explainForReader(file ?? '-', options);
      if (options.jsonl) return setExitCode((await extractLines(file, readerOf(options))).broken > 0 ? 1 : 0);
      await extractForReader(file ?? '-', options, readerOf(options));
    });
}
