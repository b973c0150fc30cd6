import fc from 'fast-check';
import { parseSentence } from '../../../shared/syntax/parse-sentence.ts';
import { tokenize } from '../../../shared/text/tokens.ts';

const whole = (text: string) => parseSentence(text, { start: 0, end: text.length, paragraph: 0 });

const WORDS = 'the a men and who said that was not killed in 1999 , . " ( ) after to leave Paris didn’t — which'.split(
  ' ',
);
const wordSalad = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '));
const anyText = fc.oneof(
  wordSalad,
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

test('every text is parsed: one root, no cycle, ranges within the sentence', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { tokens, clauses } = whole(text);
      const n = tokens.length;
      expect(tokens.filter(({ head }) => head === -1)).toHaveLength(n === 0 ? 0 : 1);
      tokens.forEach((token, i) => {
        let at = i;
        for (let steps = 0; at !== -1; steps++) {
          expect(steps).toBeLessThanOrEqual(n);
          at = tokens[at]?.head as number;
        }
        expect(clauses[token.clause]).toBeDefined();
      });
      clauses.forEach((clause, index) => {
        const ranges = [clause, clause.marker, clause.subject, clause.antecedent, clause.verb, ...clause.complements];
        for (const range of ranges) {
          if (range === undefined) continue;
          expect(range.from).toBeGreaterThanOrEqual(0);
          expect(range.from).toBeLessThan(range.to);
          expect(range.to).toBeLessThanOrEqual(n);
        }
        expect(clause.governor).not.toBe(index);
        expect(clause.governor === -1).toBe(clause.governingToken === -1);
      });
    }),
    { examples: [['in ( didn’t']] },
  );
});

test('tokens are those of the text, in order, each one or two parts of a token of the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { tokens } = whole(text);
      const edges = new Set(tokens.flatMap(({ start, end }) => [start, end]));
      for (const { start, end } of tokenize(text)) {
        expect(edges.has(start)).toBe(true);
        expect(edges.has(end)).toBe(true);
      }
      tokens.forEach((token, i) => {
        expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(token.start).toBeLessThan(token.end);
        if (i > 0) expect(token.start).toBeGreaterThanOrEqual(tokens[i - 1]?.end as number);
      });
    }),
  );
});

test('the position of a sentence in its article changes only its offsets', () => {
  fc.assert(
    fc.property(wordSalad, fc.nat(40), (text, shift) => {
      const before = '.'.repeat(shift);
      const alone = whole(text);
      const moved = parseSentence(before + text, { start: shift, end: shift + text.length, paragraph: 0 });
      expect(moved.clauses).toEqual(alone.clauses);
      expect(moved.tokens.map(({ start }) => start - shift)).toEqual(alone.tokens.map(({ start }) => start));
    }),
  );
});

test('three thousand tokens without a sense are parsed', () => {
  for (const word of ['and', '(', 'who', '"', 'killed', ',']) {
    const text = `${word} `.repeat(3000);
    expect(whole(text).tokens).toHaveLength(3000);
  }
});
