import { readClauses } from '../../../shared/syntax/clauses.ts';
import { syntaxTokens } from '../../../shared/syntax/syntax-tokens.ts';
import { treeOf } from '../../../shared/syntax/tree.ts';

type Row = readonly [tag: string, head: number, relation: string];

/** Subject of the clause of the root, as text. */
function subjectOf(text: string, rows: readonly Row[]): string | undefined {
  const tokens = syntaxTokens(text, 0, text.length);
  const tree = treeOf(
    rows.map(([, head]) => head),
    rows.map(([, , relation]) => relation),
    rows.map(([tag]) => tag),
  );
  const setting = { quotation: false, bracket: false, headline: false, caption: false };
  const { clauses } = readClauses(
    tree,
    tokens,
    tokens.map(({ lower }) => lower),
    () => setting,
  );
  const subject = clauses.find(({ relation }) => relation === 'main')?.subject;
  return subject && text.slice(tokens[subject.from]?.start, tokens[subject.to - 1]?.end);
}

test.each<[string, string, Row[], string]>([
  [
    'You two left.',
    'You two',
    [
      ['PRP', 2, 'nsubj'],
      ['CD', 2, 'nsubj'],
      ['VBD', -1, 'root'],
      ['.', 2, 'punct'],
    ],
    'two subjects side by side are one',
  ],
  [
    'The mayor Ann Lee left.',
    'The mayor Ann Lee',
    [
      ['DT', 1, 'det'],
      ['NN', 4, 'nsubj'],
      ['NNP', 4, 'flat'],
      ['NNP', 2, 'flat'],
      ['VBD', -1, 'root'],
      ['.', 4, 'punct'],
    ],
    'the rest of a name belongs to it',
  ],
  [
    'The mayor Monday left.',
    'The mayor',
    [
      ['DT', 1, 'det'],
      ['NN', 3, 'nsubj'],
      ['NNP', 3, 'obl:unmarked'],
      ['VBD', -1, 'root'],
      ['.', 3, 'punct'],
    ],
    'a day does not',
  ],
])('%s: the subject is "%s"', (text, subject, rows) => {
  expect(subjectOf(text, rows)).toBe(subject);
});
