import { eventCandidates } from '../../../shared/events/anchoring/candidates.ts';
import { tokensByWord, treeFeatures } from '../../../shared/events/anchoring/tree-features.ts';
import { prepareArticle } from '../../../shared/events/extract.ts';
import { readSentence } from '../../../shared/events/mentions/read-sentence.ts';

/** Features of each candidate of a sentence of one date, by the candidate's word. */
function featuresOf(text: string): Record<string, readonly string[]> {
  const { context, sentences } = prepareArticle({ id: 'a', text, publishedAt: '2014-03-30' });
  const [{ sentence, timexes }] = sentences as [(typeof sentences)[number]];
  const { words, groups, ranges, ...view } = readSentence(context, sentence, timexes);
  const parse = view.parse();
  const candidates = eventCandidates(words, groups);
  const tree = treeFeatures(parse, parse ? tokensByWord(parse, words) : [], groups, candidates, ranges);
  return Object.fromEntries(candidates.map(({ head }, c) => [words[head]?.text, tree(c, 0)]));
}

describe('features of the dependency tree', () => {
  test('a verb that governs the date is one step away, a verb inside its subject farther', () => {
    const { opened, repaired } = featuresOf('The museum that masons repaired opened a new wing on 12 March 2014.');
    expect(opened).toContain('steps=1');
    expect(repaired).toContain('steps=3');
  });

  test('the path lists each relation', () => {
    const { opened } = featuresOf('The museum opened a new wing on 12 March 2014.');
    expect(opened?.find((name) => name.startsWith('tree='))).toMatch(/^tree=obl[:\w]*\^$/);
  });

  test('a sentence without a parse has a feature of its own', () => {
    expect(treeFeatures(undefined, [], [], [], [])(0, 0)).toEqual(['tree=none']);
  });
});
