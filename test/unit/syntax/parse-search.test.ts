import { syntaxModel } from '../../../shared/syntax/model.ts';
import { searchParse } from '../../../shared/syntax/parse-search.ts';
import { parseSentence } from '../../../shared/syntax/parse-sentence.ts';
import { type Derivation, derive } from '../../../shared/syntax/parser.ts';
import { type ParserTokens, parserTokens } from '../../../shared/syntax/parser-features.ts';
import { parserWords } from '../../../shared/syntax/parser-words.ts';
import { StepScores } from '../../../shared/syntax/step-scores.ts';
import { syntaxTokens } from '../../../shared/syntax/syntax-tokens.ts';
import { tagTokens } from '../../../shared/syntax/tagger.ts';

const model = syntaxModel();

function viewOf(text: string): ParserTokens {
  const tokens = syntaxTokens(text, 0, text.length);
  const tagged = tagTokens(model.tagger, model.lexicon, tokens);
  const tags = Array.from(tagged.tags, (index) => model.tags[index] as string);
  return parserTokens(parserWords(model.lemmas, tokens, tags).words, tagged, model.tags);
}

const greedyOf = (view: ParserTokens): Derivation => derive(new StepScores(model.parser), view) as Derivation;

const SENTENCES = [
  'The mayor who the council had elected in May told reporters on Friday that the bridge built by the army would open.',
  'Old men and women with maps of the valley left.',
  'Police said the driver of the lorry that hit the wall near the school died in hospital after the crash.',
  'Asked about the strike, the union of the miners in the north plans talks next week with the owners and the state.',
];

test('a search ends with a parse at least as likely as the greedy one', () => {
  let better = 0;
  for (const text of SENTENCES) {
    const view = viewOf(text);
    const greedy = greedyOf(view);
    const found = searchParse(new StepScores(model.parser), view, greedy);
    expect(found.chance).toBeGreaterThanOrEqual(greedy.chance);
    if (found !== greedy) better++;
    expect(found.state.done).toBe(true);
  }
  expect(better).toBeGreaterThan(0);
});

test('a branch takes the other action at its step and the same before', () => {
  const view = viewOf(SENTENCES[1] as string);
  const greedy = greedyOf(view);
  const step = greedy.margins.indexOf(Math.min(...greedy.margins));
  const branch = derive(new StepScores(model.parser), view, Number.NEGATIVE_INFINITY, {
    of: { ...greedy, chances: greedy.chances.map((c, i) => (i > step ? -1e6 : c)), chance: -1e6 },
    step,
  }) as Derivation;
  expect(branch.actions.slice(0, step)).toEqual(greedy.actions.slice(0, step));
  expect(branch.actions[step]).toBe(greedy.others[step]);
  expect(branch.others[step]).toBe(greedy.actions[step]);
});

test('scores that were kept from other parses of a sentence change no parse', () => {
  for (const text of SENTENCES) {
    const view = viewOf(text);
    const shared = new StepScores(model.parser);
    const greedy = derive(shared, view) as Derivation;
    greedy.margins.forEach((margin, step) => {
      if (margin > 3) return;
      const branch = { of: greedy, step };
      const again = derive(shared, view, Number.NEGATIVE_INFINITY, branch);
      expect(again).toEqual(derive(new StepScores(model.parser), view, Number.NEGATIVE_INFINITY, branch));
    });
  }
});

test('a parse that cannot reach the bound is given up', () => {
  const view = viewOf(SENTENCES[0] as string);
  const { chance } = greedyOf(view);
  expect(derive(new StepScores(model.parser), view, chance)).toBeUndefined();
  expect(derive(new StepScores(model.parser), view, chance - 1)?.chance).toBe(chance);
});

test('the greedy option takes the greedy parse', () => {
  const headsOf = (text: string, greedy: boolean) =>
    parseSentence(text, { start: 0, end: text.length, paragraph: 0 }, { greedy }).tokens.map(({ head }) => head);
  expect(SENTENCES.some((text) => headsOf(text, true).join() !== headsOf(text, false).join())).toBe(true);
});
