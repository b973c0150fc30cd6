import type { Command } from 'commander';
import { tag } from '../../shared/tagging/tag.ts';
import type { TaggingOptions } from '../../shared/tagging/timex.ts';
import { dayField, idField, optionalText, textField } from './io/fields.ts';
import { openInput } from './io/input.ts';
import { answerJsonLines, BrokenLine, type JsonLinesReport } from './io/json-lines.ts';

/** `dateline tag --jsonl`: `{id, text, dct?, language?, domain?}` → `{id, timexes}`, one line each, in order. */
export async function tagLines(file: string | undefined): Promise<JsonLinesReport> {
  const streams = { input: await openInput(file), output: process.stdout, errors: process.stderr };
  return answerJsonLines(streams, taggedLine);
}

/** The answer to one line. @throws BrokenLine for a missing or wrong field. */
export function taggedLine(line: Readonly<Record<string, unknown>>) {
  const id = idField(line);
  const text = textField(line, 'text');
  const dct = dayField(line, 'dct');
  const language = optionalText(line, 'language');
  const domain = domainField(line);
  const options = { ...(dct && { dct }), ...(language && { language }), ...(domain && { domain }) };
  const timexes = tag(text, options).map((timex) => ({
    start: timex.start,
    end: timex.end,
    text: timex.text,
    type: timex.type,
    value: timex.value,
    ...(timex.mod === undefined ? {} : { mod: timex.mod }),
    ...(timex.span === undefined ? {} : { from: timex.span.start, to: timex.span.end }),
    ...(timex.source === undefined ? {} : { source: timex.source }),
  }));
  return { id, timexes };
}

function domainField(line: Readonly<Record<string, unknown>>): TaggingOptions['domain'] {
  const domain = optionalText(line, 'domain');
  if (domain === undefined || domain === 'news' || domain === 'narrative') return domain;
  throw new BrokenLine('"domain" must be "news" or "narrative"');
}

/** Adds `dateline tag` to the program. */
export function addCommand(program: Command, setExitCode: (code: number) => void): void {
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
      setExitCode((await tagLines(file)).broken > 0 ? 1 : 0);
    });
}
