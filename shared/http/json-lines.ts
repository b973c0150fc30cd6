import { readJson } from './parse.ts';

/** A line that is not valid JSON. */
export class MalformedLine {
  readonly error: unknown;
  constructor(error: unknown) {
    this.error = error;
  }
}

/** One line of a JSON lines body, with its line number. */
export interface JsonLine {
  readonly line: number;
  /** The line's value, or a `MalformedLine`. */
  readonly value: unknown;
}

const NEW_LINE = 0x0a;

/** The non-empty lines of a body, each parsed separately, so that a broken line does not affect the others. */
export function readJsonLines(bytes: Uint8Array): readonly JsonLine[] {
  const lines: JsonLine[] = [];
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const found = bytes.indexOf(NEW_LINE, start);
    const end = found < 0 ? bytes.length : found;
    const piece = bytes.subarray(start, end);
    if (piece.some((byte) => byte > 0x20)) lines.push({ line, value: readLine(piece) });
    start = end + 1;
  }
  return lines;
}

function readLine(bytes: Uint8Array): unknown {
  try {
    return readJson(bytes);
  } catch (error) {
    return new MalformedLine(error);
  }
}
