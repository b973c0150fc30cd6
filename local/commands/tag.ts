import { tag } from '../../shared/tagging/tag.ts';
import { dayField, idField, textField } from '../command-line/fields.ts';
import { openInput } from '../command-line/input.ts';
import { answerJsonLines, type JsonLinesReport } from '../command-line/json-lines.ts';

/** `dateline tag --jsonl`: `{id, text, dct?}` → `{id, timexes}`, a line each, in order. */
export async function tagLines(file: string | undefined): Promise<JsonLinesReport> {
  const streams = { input: await openInput(file), output: process.stdout, errors: process.stderr };
  return answerJsonLines(streams, taggedLine);
}

/** The answer to one line. @throws BrokenLine for a missing or wrong field. */
export function taggedLine(line: Readonly<Record<string, unknown>>) {
  const id = idField(line);
  const text = textField(line, 'text');
  const dct = dayField(line, 'dct');
  const timexes = tag(text, dct === undefined ? {} : { dct }).map((timex) => ({
    start: timex.start,
    end: timex.end,
    text: timex.text,
    type: timex.type,
    value: timex.value,
    ...(timex.mod === undefined ? {} : { mod: timex.mod }),
    ...(timex.span === undefined ? {} : { from: timex.span.start, to: timex.span.end }),
  }));
  return { id, timexes };
}
