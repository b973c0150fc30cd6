import type { Writable } from 'node:stream';

/** Wraps text in an escape sequence, or does not. */
export interface Ink {
  bold(text: string): string;
  dim(text: string): string;
  underline(text: string): string;
  warm(text: string): string;
}

const wrap =
  (open: number, close: number) =>
  (text: string): string =>
    text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`;

const COLOURS: Ink = { bold: wrap(1, 22), dim: wrap(2, 22), underline: wrap(4, 24), warm: wrap(33, 39) };
const plain = (text: string): string => text;
const PLAIN: Ink = { bold: plain, dim: plain, underline: plain, warm: plain };

/** Colours only where a person looks on and has not declined them (https://no-color.org). */
export function inkFor(stream: Writable & { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Ink {
  return stream.isTTY && !env.NO_COLOR && env.TERM !== 'dumb' ? COLOURS : PLAIN;
}

/** Columns to write in: the terminal's, between 40 and 100; 80 where there is none. */
export function widthOf(stream: Writable & { readonly columns?: number }): number {
  return Math.max(40, Math.min(stream.columns ?? 80, 100));
}

/** Breaks text at spaces into lines of at most `width` characters; a longer word stays whole. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/**
 * Text from an untrusted file, safe to print: control characters, escape sequences among them, and bidirectional overrides are taken out.
 */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
}
