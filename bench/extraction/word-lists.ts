/** Source of the words that the `distil-*` programs select. */
export const COMPROMISE = 'https://github.com/spencermountain/compromise, version 14';
export const LICENCE = 'MIT, Copyright (c) 2019 Spencer Kelly';

/** Longest line of a list, in characters. */
const WIDTH = 104;

/** A generated file of word lists, in the format of shared/text/word-list.ts. */
export function wordLists(file: {
  readonly madeBy: string;
  readonly source: string;
  readonly licence: string;
  readonly lists: Readonly<
    Record<string, { readonly about: string; readonly entries: readonly string[]; readonly separator: ' ' | ',' }>
  >;
}): string {
  const lists = Object.entries(file.lists).map(([name, { about, entries, separator }]) => [
    name,
    { about, words: lines(entries, separator) },
  ]);
  return JSON.stringify({ ...file, lists: Object.fromEntries(lists) }, null, 2);
}

function lines(entries: readonly string[], separator: string): readonly string[] {
  const full: string[] = [];
  let line = '';
  for (const entry of entries) {
    if (line !== '' && line.length + separator.length + entry.length > WIDTH) {
      full.push(line);
      line = '';
    }
    line += line === '' ? entry : separator + entry;
  }
  return [...full, line];
}
