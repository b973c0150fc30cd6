import type { Writable } from 'node:stream';

/** Formats text with escape sequences, or not at all. */
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

/** Colours if the output is a terminal and the user has not disabled them (https://no-color.org). */
export function inkFor(stream: Writable & { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Ink {
  return stream.isTTY && !env.NO_COLOR && env.TERM !== 'dumb' ? COLOURS : PLAIN;
}

/** Width of the output in columns: the terminal's, between 40 and 100; 80 if it is not a terminal. */
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

/** Makes text from an untrusted file safe to print: removes control characters, including escape sequences, and bidirectional overrides. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
}
