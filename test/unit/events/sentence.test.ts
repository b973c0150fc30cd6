import { clauseEnd } from '../../../shared/events/sentence/clause.ts';
import { subjectOf } from '../../../shared/events/sentence/subject.ts';
import { findVerbGroups } from '../../../shared/events/sentence/verb-groups.ts';
import type { Word } from '../../../shared/events/sentence/word.ts';
import { readWords } from '../../../shared/events/sentence/words.ts';
import { tokenize } from '../../../shared/text/tokens.ts';

const read = (text: string): Word[] => readWords(tokenize(text), () => -1);

const said = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');

describe('words of a sentence get their part of speech', () => {
  test.each([
    ['The ferry sank.', 'sank', 'verb'],
    ['Maria Lopez resigned.', 'Lopez', 'name'],
    ['The ferry sank while it left.', 'while', 'subordinator'],
    ['Two divers returned.', 'divers', 'noun'],
    ['They counted 14 boats.', '14', 'number'],
    ['The yard, sold, closed.', ',', 'mark'],
  ])('in "%s" %s is a %s', (text, word, tag) =>
    expect(read(text).find((one) => one.text === word)).toMatchObject({ tag }),
  );

  test('words of a time expression belong to it', () => {
    const words = readWords(tokenize('It closed in May 1989.'), ({ text }) => (/May|1989/.test(text) ? 0 : -1));
    expect(words.filter(({ tag }) => tag === 'time').map(({ text }) => text)).toEqual(['May', '1989']);
  });
});

describe('verb groups of a sentence', () => {
  test.each([
    ['The mayor has not resigned.', { lemma: 'resign', perfect: true, negated: true, kind: 'finite' }],
    ['The bridge was being repaired.', { lemma: 'repair', passive: true, tense: 'past' }],
    ['The bridge was falling.', { lemma: 'fall', passive: false, progressive: true, tense: 'past' }],
    ['The council will vote.', { lemma: 'vote', modal: 'will' }],
    ["The council won't vote.", { lemma: 'vote', modal: 'will', negated: true }],
    ['The ferry sank.', { lemma: 'sink', tense: 'past', negated: false, perfect: false, passive: false }],
  ])('%s', (text, group) => expect(findVerbGroups(read(text))).toEqual([expect.objectContaining(group)]));

  test('an infinitive is a group of its own', () =>
    expect(
      findVerbGroups(read('The council plans to close the mine.')).map(({ lemma, kind }) => [lemma, kind]),
    ).toEqual([
      ['plan', 'finite'],
      ['close', 'infinitive'],
    ]));

  test('a sentence without a verb has none', () => expect(findVerbGroups(read('A quiet morning.'))).toEqual([]));
});

describe('the subject of a verb', () => {
  test.each([
    ['The old mill burned.', 'burn', 'The old mill'],
    ['The council met and the mill burned.', 'burn', 'the mill'],
    ['The mill, which stood empty, burned.', 'stand', 'The mill'],
  ])('in "%s" %s has the subject "%s"', (text, lemma, subject) => {
    const words = read(text);
    const groups = findVerbGroups(words);
    const { from, to } = subjectOf(
      words,
      groups,
      groups.findIndex((group) => group.lemma === lemma),
    );
    expect(said(words, from, to)).toBe(subject);
  });
});

describe('the clause of a verb ends', () => {
  test.each([
    ['before a comma', 'The mill burned down, and the council met.', 'burned down'],
    ['before a subordinate clause', 'The mill burned while the council met.', 'burned'],
    [
      'not before a list of nouns',
      'The fire took the mill, the barn and the yard.',
      'took the mill , the barn and the yard',
    ],
  ])('%s', (_where, text, clause) => {
    const words = read(text);
    const groups = findVerbGroups(words);
    expect(said(words, groups[0]?.first ?? 0, clauseEnd(words, groups, 0))).toBe(clause);
  });
});
