import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { phrasesOf, type WordList, wordsOf } from '../../shared/text/word-list.ts';
import { readSourceTree } from './source-tree.ts';

const root = resolve(__dirname, '../..');
const sources = readSourceTree(root).filter(({ path }) => path.startsWith('shared/'));

interface WordLists {
  readonly madeBy?: string;
  readonly source?: string;
  readonly licence?: string;
  readonly lists: Readonly<Record<string, WordList>>;
}

const files = ['shared/events/lexicon', 'shared/text'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}/${name}`),
);
const read = (path: string): WordLists => JSON.parse(readFileSync(join(root, path), 'utf8'));
const lists = files.flatMap((file) => Object.entries(read(file).lists).map(([name, list]) => ({ file, name, list })));

/** The module of the same folder that imports a file. */
const readerOf = (file: string) => sources.find(({ text }) => text.includes(`/${file.split('/').at(-1)}'`));

test.each(files)('one module imports %s', (file) => {
  expect(readerOf(file)?.path).toBeDefined();
});

// Three modules read all lists of their file in a loop; so does factuality-verbs.ts with the lists of each modality.
const IN_A_LOOP =
  /^(?:closed-class|frequent-stems|trigger-classes)\.json$|^(planned|predicted|hypothetical|negated)(Nouns|Adjectives)$/;

test.each(lists.map(({ file, name }) => [file, name]))('the list of %s called %s is read', (file, name) => {
  const base = file.split('/').at(-1) as string;
  const isReadInLoop = IN_A_LOOP.test(base) || IN_A_LOOP.test(name);
  expect(isReadInLoop || new RegExp(`\\b${name}\\b`).test(readerOf(file)?.text ?? '')).toBe(true);
});

test.each(lists.map(({ file, name, list }) => [file, name, list] as const))(
  'the list of %s called %s has entries, each once',
  (_file, _name, list) => {
    const entries = list.words.some((line) => line.includes(',')) ? phrasesOf(list) : wordsOf(list);
    expect(entries.filter((entry) => entry === '' || entry !== entry.trim())).toEqual([]);
    expect(entries.filter((entry, at) => entries.indexOf(entry) !== at)).toEqual([]);
  },
);

test('a generated file of word lists names its program, its source and its licence', () => {
  const generated = files.map(read).filter(({ madeBy }) => madeBy !== undefined);
  expect(generated).toHaveLength(2);
  for (const { madeBy, source, licence } of generated) {
    expect(readFileSync(join(root, madeBy ?? ''), 'utf8')).toContain('Distils');
    expect(source).toMatch(/^https:/);
    expect(licence).toMatch(/^MIT, Copyright/);
  }
});

test('NOTICE names each file of word lists that comes from a source outside this project', () => {
  const notice = readFileSync(join(root, 'NOTICE'), 'utf8');
  const sourced = files.filter((file) => (read(file).source ?? read(file).licence) !== undefined);
  expect(sourced).toHaveLength(3);
  expect(sourced.filter((file) => !notice.includes(file))).toEqual([]);
});
