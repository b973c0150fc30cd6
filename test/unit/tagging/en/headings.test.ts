import { tag } from '../../../../shared/tagging/tag.ts';

const values = (text: string): string[] =>
  tag(text, { dct: '2014-03-30' }).map(({ text: words, value }) => `${words} ${value}`);

describe('a heading that is a year gives it to the dates below', () => {
  test.each([
    ['for a month in a sentence', '1961\n\nThe ferry sank in March.', 'March 1961-03'],
    ['for a day at the head of an entry', '1961\n\n4 March: The ferry sank.', '4 March 1961-03-04'],
    ['for both days of a range', '1961\n\nThe strike lasted from 4 to 9 March.', '4 1961-03-04'],
    ['through headings of other kinds', '1961\n\nShips\n\nThe ferry sank in March.\n\n1962\n', 'March 1961-03'],
    ['marked up', '## 1961 ##\n\nThe ferry sank in March.', 'March 1961-03'],
    ['with words for what is below', 'Events of 1961:\n\nThe ferry sank in March.', 'March 1961-03'],
    ['as a title', '1961 in shipping\n\nThe ferry sank in March.', 'March 1961-03'],
    ['as a month', 'March 1961\n\n4 March: The ferry sank.', '4 March 1961-03-04'],
    ['until the next year', '1961\n\nIt rained.\n\n1975\n\nThe ferry sank in March.', 'March 1975-03'],
    ['as the label of its line', '1961: The ferry sank in March; in May it was raised.\n', 'May 1961-05'],
  ])('%s', (_, text, expected) => expect(values(text)).toContain(expected));

  test.each([
    ['a year stated in the line goes before it', '1961\n\nAfter the flood of 1983 it sank in March.', 'March 1961-03'],
    ['a year in prose is no heading', 'It was built in 1961\nand sank in March.', 'March 1961-03'],
    [
      'a heading of another kind ends an only year',
      '1961\n\nIt rained.\n\nComments\n\nIt sank in March.',
      'March 1961-03',
    ],
    ['a label is that of its line alone', '1961: It rained.\nThe ferry sank in March.', 'March 1961-03'],
    ['a deictic keeps to the day of writing', '1961\n\nThe ferry sank last March.', 'last March 1961-03'],
  ])('%s', (_, text, other) => expect(values(text)).not.toContain(other));
});
