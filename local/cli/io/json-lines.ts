import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** An article of 3 MB of HTML, with every character escaped in JSON, is well under this. */
const LONGEST_LINE_BYTES = 64 * 1024 * 1024;
const NEWLINE = 0x0a;

/** An invalid line, with a message for the sender. */
export class BrokenLine extends Error {}

/** Counts of a processed stream. */
export interface JsonLinesReport {
  /** Non-empty lines read. */
  readonly lines: number;
  /** Lines that could not be answered. */
  readonly broken: number;
}

/**
 * Answers each line of JSON with one line of JSON, in order. Reads no faster than the output is consumed, so that
 * memory stays constant for any length of input. An invalid line is reported on `errors` with its number, and the
 * following lines are still answered.
 *
 * @param answer Throws `BrokenLine` for an invalid line; other errors are reported in the same way, with their message.
 */
export async function answerJsonLines(
  streams: { readonly input: AsyncIterable<Uint8Array>; readonly output: Writable; readonly errors: Writable },
  answer: (line: Readonly<Record<string, unknown>>) => unknown,
): Promise<JsonLinesReport> {
  let lines = 0;
  let broken = 0;
  for await (const { number, bytes } of linesOf(streams.input)) {
    try {
      const line = parseLine(bytes);
      if (line === undefined) continue;
      lines += 1;
      await write(streams.output, `${JSON.stringify(await answer(line))}\n`);
    } catch (error) {
      broken += 1;
      await write(streams.errors, `line ${number}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  return { lines, broken };
}

/** A line of JSON and its position. */
export interface ReadLine {
  /** Line number, from 1. */
  readonly number: number;
  /** Bytes of the stream up to the end of this line. */
  readonly end: number;
  readonly line: Readonly<Record<string, unknown>> | BrokenLine;
}

/**
 * The JSON objects of a stream; empty lines are skipped, and an invalid line is returned as its `BrokenLine`.
 *
 * @param from The position of the stream's start, if it begins within a file.
 */
export async function* readJsonLines(
  input: AsyncIterable<Uint8Array>,
  from: { readonly lines: number; readonly bytes: number } = { lines: 0, bytes: 0 },
): AsyncGenerator<ReadLine> {
  for await (const { number, end, bytes } of linesOf(input)) {
    const place = { number: from.lines + number, end: from.bytes + end };
    try {
      const line = parseLine(bytes);
      if (line !== undefined) yield { ...place, line };
    } catch (error) {
      if (!(error instanceof BrokenLine)) throw error;
      yield { ...place, line: error };
    }
  }
}

/** Writes, and waits until the stream accepts more. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

interface Line {
  readonly number: number;
  readonly end: number;
  /** `undefined` if the line was too long to keep. */
  readonly bytes: Uint8Array | undefined;
}

async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  let end = 0;
  const keep = (piece: Uint8Array) => {
    size += piece.length;
    if (size <= LONGEST_LINE_BYTES) pieces.push(piece);
    else pieces = [];
  };
  const finish = (): Line => {
    end += size;
    const line = { number, end, bytes: size <= LONGEST_LINE_BYTES ? Buffer.concat(pieces) : undefined };
    pieces = [];
    size = 0;
    number += 1;
    return line;
  };
  for await (const chunk of input) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, at));
      end += 1;
      yield finish();
      from = at + 1;
    }
    keep(chunk.subarray(from));
  }
  if (size > 0) yield finish();
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseLine(bytes: Uint8Array | undefined): Readonly<Record<string, unknown>> | undefined {
  if (bytes === undefined) throw new BrokenLine(`longer than ${LONGEST_LINE_BYTES / 1024 / 1024} MB`);
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new BrokenLine('not UTF-8');
  }
  if (text.trim() === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BrokenLine(`not JSON (${error instanceof Error ? error.message : 'syntax error'})`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BrokenLine('a JSON object is needed, one a line');
  }
  return value as Readonly<Record<string, unknown>>;
}
