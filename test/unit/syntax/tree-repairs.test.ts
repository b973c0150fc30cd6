import { repairFrontedParticiple } from '../../../shared/syntax/fronted-participle.ts';
import { possibleSubjects, withSubject } from '../../../shared/syntax/missing-subject.ts';
import { repairRelativeRoot } from '../../../shared/syntax/relative-root.ts';
import { tagsForTree } from '../../../shared/syntax/second-tags.ts';
import { repairStrayAuxiliaries } from '../../../shared/syntax/stray-auxiliary.ts';
import { NO_TAG } from '../../../shared/syntax/tagger.ts';
import { repairTrailingSpeaker } from '../../../shared/syntax/trailing-speaker.ts';
import { type Tree, treeOf } from '../../../shared/syntax/tree.ts';

type Row = readonly [tag: string, head: number, relation: string];

const treeFrom = (rows: readonly Row[]): Tree =>
  treeOf(
    rows.map(([, head]) => head),
    rows.map(([, , relation]) => relation),
    rows.map(([tag]) => tag),
  );

test('a noun that governs a finite clause may be its subject, and changes places with it', () => {
  // "Officials in Lima said so." as one noun phrase
  const tree = treeFrom([
    ['NNS', -1, 'root'],
    ['IN', 2, 'case'],
    ['NNP', 0, 'nmod'],
    ['VBD', 0, 'acl'],
    ['RB', 3, 'advmod'],
    ['.', 0, 'punct'],
  ]);
  expect(possibleSubjects(tree, 3)).toContain(0);
  const changed = withSubject(tree, 3, 0, 'nsubj');
  expect([...(changed?.heads ?? [])]).toEqual([3, 2, 0, -1, 3, 3]);
  expect(changed?.relations).toEqual(['nsubj', 'case', 'nmod', 'root', 'advmod', 'punct']);
});

test('the root may be the subject of a clause deeper down: "The man who led the revolt | died"', () => {
  const tree = treeFrom([
    ['DT', 1, 'det'],
    ['NN', -1, 'root'],
    ['WP', 3, 'nsubj'],
    ['VBD', 1, 'acl:relcl'],
    ['DT', 5, 'det'],
    ['NN', 3, 'obj'],
    ['VBD', 5, 'acl'],
  ]);
  expect(possibleSubjects(tree, 6)).toEqual([5, 1]);
  expect([...(withSubject(tree, 6, 1, 'nsubj')?.heads ?? [])]).toEqual([1, 6, 3, 1, 5, 3, -1]);
});

test.each<[string, Row[]]>([
  [
    'a clause with a subject',
    [
      ['NN', -1, 'root'],
      ['WP', 2, 'nsubj'],
      ['VBD', 0, 'acl:relcl'],
    ],
  ],
  [
    'a participle',
    [
      ['NN', -1, 'root'],
      ['IN', 2, 'mark'],
      ['VBN', 0, 'acl'],
    ],
  ],
])('%s needs no subject', (_what, rows) => {
  expect(possibleSubjects(treeFrom(rows), 2)).toEqual([]);
});

test('a verb with a noun and a relative word as subjects is no main verb', () => {
  // "The firm , which opened , closed ."
  const tree = treeFrom([
    ['DT', 1, 'det'],
    ['NN', 4, 'nsubj'],
    [',', 4, 'punct'],
    ['WDT', 4, 'nsubj'],
    ['VBD', -1, 'root'],
    [',', 6, 'punct'],
    ['VBD', 4, 'advcl'],
    ['.', 4, 'punct'],
  ]);
  const repaired = repairRelativeRoot(tree);
  expect([...repaired.heads]).toEqual([1, 6, 4, 4, 1, 6, -1, 6]);
  expect(repaired.relations[4]).toBe('acl:relcl');
  expect(repairRelativeRoot(repaired)).toBe(repaired);
});

test('a word with a subject takes the tag of a verb where the tagger doubted', () => {
  const tree = treeFrom([
    ['NN', 1, 'nsubj'],
    ['NNS', -1, 'root'],
  ]);
  const names = ['NNS', 'VBZ'];
  const tagged = (second: number) => ({
    tags: Uint8Array.of(0, 0),
    seconds: Uint8Array.of(NO_TAG, second),
    gaps: [0, 1],
  });
  expect(tagsForTree(tree, tagged(1), names)).toEqual(['NN', 'VBZ']);
  expect(tagsForTree(tree, tagged(NO_TAG), names)).toEqual(['NN', 'NNS']);
});

test('an auxiliary that was taken for the verb goes to the verb behind it, with what hung on it', () => {
  // "There have often been floods", with "have" as the root
  const tree = treeFrom([
    ['EX', 1, 'expl'],
    ['VBP', -1, 'root'],
    ['RB', 1, 'advmod'],
    ['VBN', 1, 'xcomp'],
    ['NNS', 3, 'nsubj'],
  ]);
  const repaired = repairStrayAuxiliaries(tree, ['there', 'have', 'often', 'be', 'flood']);
  expect(repaired.heads).toEqual([3, 3, 3, -1, 3]);
  expect(repaired.relations.slice(0, 4)).toEqual(['expl', 'aux', 'advmod', 'root']);
});

test('"have" with an object keeps its place', () => {
  const tree = treeFrom([
    ['PRP', 1, 'nsubj'],
    ['VBP', -1, 'root'],
    ['VBN', 3, 'amod'],
    ['NNS', 1, 'obj'],
  ]);
  expect(repairStrayAuxiliaries(tree, ['they', 'have', 'fry', 'egg'])).toBe(tree);
});

describe('a participle in front, taken for the verb of the sentence', () => {
  // "Formed there, bands were loud"
  const rows: Row[] = [
    ['VBN', -1, 'root'],
    ['RB', 0, 'advmod'],
    [',', 5, 'punct'],
    ['NNS', 5, 'nsubj'],
    ['VBD', 5, 'cop'],
    ['JJ', 0, 'parataxis'],
  ];
  const texts = ['Formed', 'there', ',', 'bands', 'were', 'loud'];

  test('hangs on the clause behind it', () => {
    const tree = repairFrontedParticiple(treeFrom(rows), texts);
    expect([...tree.heads]).toEqual([5, 0, 5, 5, 5, -1]);
    expect([tree.relations[0], tree.relations[5]]).toEqual(['advcl', 'root']);
  });

  test.each<[string, Row[]]>([
    ['with an auxiliary', [['VBD', 1, 'aux'], ...rows.slice(1)]],
    ['before a clause that a conjunction ties', rows.with(4, ['IN', 5, 'mark'])],
  ])('stays %s', (_what, other) => {
    const tree = treeFrom(other);
    expect(repairFrontedParticiple(tree, texts)).toBe(tree);
  });
});

test('a noun at the root takes the verb behind its relative clause: "The docker, who sang, | slept and left"', () => {
  const tree = treeFrom([
    ['DT', 1, 'det'],
    ['NN', -1, 'root'],
    [',', 1, 'punct'],
    ['WP', 4, 'nsubj'],
    ['VBD', 1, 'acl:relcl'],
    [',', 6, 'punct'],
    ['VBD', 4, 'conj'],
    ['CC', 8, 'cc'],
    ['VBD', 6, 'conj'],
  ]);
  const repaired = repairRelativeRoot(tree);
  expect([...repaired.heads]).toEqual([1, 6, 1, 4, 1, 6, -1, 8, 6]);
  expect([repaired.relations[1], repaired.relations[6]]).toEqual(['nsubj', 'root']);
});

describe('who says so at the end, taken for a relative clause of the last noun', () => {
  // "Boats hit rocks, officials said"
  const rows: Row[] = [
    ['NNS', 1, 'nsubj'],
    ['VBD', -1, 'root'],
    ['NNS', 1, 'obj'],
    [',', 5, 'punct'],
    ['NNS', 5, 'nsubj'],
    ['VBD', 2, 'acl:relcl'],
    ['.', 1, 'punct'],
  ];
  const lemmas = ['boat', 'hit', 'rock', ',', 'official', 'say', '.'];
  const texts = ['Boats', 'hit', 'rocks', ',', 'officials', 'said', '.'];

  test('hangs on the verb of the sentence', () => {
    const tree = repairTrailingSpeaker(treeFrom(rows), lemmas, texts);
    expect([tree.heads[5], tree.relations[5]]).toEqual([1, 'parataxis']);
  });

  test('hangs on the verb of the sentence with whom he told it', () => {
    const told: Row[] = [...rows.slice(0, 6), ['NN', 5, 'obj']];
    const tree = repairTrailingSpeaker(treeFrom(told), lemmas.with(5, 'tell'), texts.with(5, 'told'));
    expect([tree.heads[5], tree.relations[5]]).toEqual([1, 'parataxis']);
  });

  test.each<[string, Row[], string[], string[]]>([
    ['another verb', rows, lemmas.with(5, 'see'), texts],
    ['no comma', rows, lemmas, texts.with(3, 'that')],
    ['an object of its own', [...rows.slice(0, 6), ['NN', 5, 'obj']], lemmas, texts],
  ])('stays with %s', (_what, other, words, forms) => {
    const tree = treeFrom(other);
    expect(repairTrailingSpeaker(tree, words, forms)).toBe(tree);
  });
});
