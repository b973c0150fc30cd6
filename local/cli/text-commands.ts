import { type Command, InvalidArgumentError } from 'commander';
import type { DigestCommandOptions } from './digest.ts';
import type { ReadingOptions } from './io/read-article.ts';
import type { TimelineCommandOptions } from './timeline.ts';

interface ExtractCommandOptions extends ReadingOptions {
  readonly jsonl?: boolean;
  readonly explain?: boolean;
}

/** The commands that read texts and write what they found; they need no service and load no SDK. */
export function addTextCommands(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('extract')
    .description('Show the dated events of an article as a timeline.')
    .argument('[file]', 'a text, HTML or JSON file; - or nothing for standard input')
    .option('--jsonl', 'articles in, {id, events} out: one JSON object a line')
    .option('--explain', 'explain each event, and print the rejected candidates')
    .option('--published <date>', 'the publication date, if the article does not state it')
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
  dateline extract --jsonl < articles.jsonl > events.jsonl`,
    )
    .action(async (file: string | undefined, options: ExtractCommandOptions) => {
      const { explainForReader, extractForReader, extractLines } = await import('./extract.ts');
      if (options.explain) return explainForReader(file ?? '-', options);
      if (options.jsonl) return setExitCode((await extractLines(file)).broken > 0 ? 1 : 0);
      await extractForReader(file ?? '-', options);
    });

  program
    .command('read')
    .description('Show the text, title, language and publication date of a web page.')
    .argument('[file]', 'an HTML, text or JSON file; - or nothing for standard input')
    .option('--jsonl', '{id, html, url} in, {id, text, title, …} out: one JSON object a line')
    .option('--url <url>', 'the address of the page')
    .addHelpText(
      'after',
      `
With --jsonl the answer is {id, text, title, language, publishedAt, publishedAtSource, canonicalUrl}. A field that the page does not
state is missing. publishedAtSource names where the date stands: json-ld, meta, time-element, byline or url.

Examples:
  dateline read story.html --url https://example.org/2014/03/30/story
  curl -s https://example.org/story.html | dateline read -
  dateline read --jsonl < pages.jsonl > read.jsonl`,
    )
    .action(async (file: string | undefined, options: ReadingOptions & { readonly jsonl?: boolean }) => {
      const { readForPerson, readLines } = await import('./read.ts');
      if (options.jsonl) return setExitCode((await readLines(file)).broken > 0 ? 1 : 0);
      await readForPerson(file ?? '-', options);
    });

  program
    .command('tag')
    .description('Find the time expressions of texts and place them on the calendar.')
    .argument('[file]', 'a file of JSON lines; - or nothing for standard input')
    .option('--jsonl', '{id, text, dct} in, {id, timexes} out: one JSON object a line (the only form there is)')
    .addHelpText(
      'after',
      `
Each time expression has start and end (UTF-16 offsets), text, TIMEX3 type and value, mod where it has one, and the first
and last day it may mean (from, to); named days and periods say where their dates come from (source). dct is the day the
text was written.

Example:
  echo '{"id":"1","text":"It began last year.","dct":"2014-03-30"}' | dateline tag --jsonl`,
    )
    .action(async (file: string | undefined) => {
      const { tagLines } = await import('./tag.ts');
      setExitCode((await tagLines(file)).broken > 0 ? 1 : 0);
    });

  program
    .command('digest')
    .description('Summarise many articles by the dates that matter and their key sentences.')
    .argument('[files...]', 'text, HTML, JSON or .jsonl files; - or nothing for standard input')
    .option('--jsonl', 'articles in, one JSON object a line; one line out: {entries: [{date, sentences, …}]}')
    .option('--dates <n>', 'how many dates, at most', wholeNumber, 20)
    .option('--sentences <k>', 'how many sentences a date, at most', wholeNumber, 2)
    .option('--query <words>', 'words of the subject, parted by commas')
    .option('--from <date>', 'no date before this day')
    .option('--to <date>', 'no date after this day')
    .option('--markdown', 'write Markdown')
    .addHelpText(
      'after',
      `
Examples:
  dateline digest articles.jsonl --dates 10 --query "reactor,meltdown"
  dateline digest --jsonl --dates 15 --sentences 1 < articles.jsonl
  dateline digest *.txt --markdown > timeline.md`,
    )
    .action(async (files: readonly string[], options: DigestCommandOptions) => {
      const { digest } = await import('./digest.ts');
      setExitCode(await digest(files, options));
    });

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
      const { timeline } = await import('./timeline.ts');
      setExitCode(await timeline(files, options));
    });
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a whole number of at least 1.');
}
