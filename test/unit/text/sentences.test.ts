import { LONGEST_SENTENCE, splitSentences } from '../../../shared/text/sentences.ts';

const sentences = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test.each([
    ['abbreviated titles', 'Mr. Lee met Dr. Osei in St. Moritz. They talked.', 2],
    ['initials', 'The speech by John F. Kerr lasted an hour. Few stayed.', 2],
    ['initials of states', 'The U.S. Navy sailed. The U.S. It was late.', 3],
    ['decimals and sums', 'It cost $1.5 million, or 3.2 per cent more. Nobody paid.', 2],
    ['months cut short', 'He left on Jan. 4 and came back on Feb. 9. Then he slept.', 2],
    ['about a year', 'It was built c. 1450. The tower (d. 1533) fell ca. 1610. Nobody knows why.', 3],
    ['companies at the end', 'She worked for Acme Inc. The firm failed.', 2],
    ['companies in the middle', 'She worked for Acme Inc. in Ohio. It failed.', 2],
    ['a question inside quotes', '"Why now?" he asked. No one knew.', 2],
    ['a quote that ends a sentence', '"We won." The crowd cheered.', 2],
    ['an exclamation in a name', 'Yahoo! said it would sell. Others bought.', 2],
    ['web addresses', 'See example.com for more. It is free.', 2],
    ['dots that trail off', 'He waited ... then he left. It rained.', 2],
    ['a missing space', 'It was raining.The match went on.', 2],
    ['clock times', 'It began at 9 a.m. on Monday. It ended at 5 p.m. The hall emptied.', 3],
    ['Chinese stops', '他来了。她走了。', 2],
    ['Arabic question marks', 'هل جاء؟ نعم.', 2],
  ])('are not broken by %s', (_what, text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  test('end where a paragraph or a heading ends, with or without a stop', () => {
    expect(sentences('A headline without a stop\n\nThe first line. The second\nline goes on.')).toEqual([
      'A headline without a stop',
      'The first line.',
      'The second\nline goes on.',
    ]);
  });

  test('run over line breaks in text that is wrapped at a fixed width', () => {
    const wrapped =
      'The committee met for the third time this year and it heard the report that\nProfessor Lindqvist had written about the harbour. It then voted on the plan and\nOslo was chosen over Bergen as the seat of the new authority for the northern\nports. Nobody spoke against it.';
    expect(sentences(wrapped)).toHaveLength(3);
  });

  test('count paragraphs', () => {
    expect(splitSentences('One. Two.\n\nThree.').map((s) => s.paragraph)).toEqual([0, 0, 1]);
  });

  test('cover every visible character once, in order', () => {
    const text = ' One.  Two?\n\n\tThree \n Four... ';
    const pieces = splitSentences(text);
    expect(
      pieces
        .map(({ start, end }) => text.slice(start, end))
        .join('')
        .replace(/\s/g, ''),
    ).toBe(text.replace(/\s/g, ''));
    pieces.forEach((piece, i) => {
      expect(piece.end).toBeGreaterThan(piece.start);
      if (i > 0) expect(piece.start).toBeGreaterThanOrEqual((pieces[i - 1] as { end: number }).end);
    });
  });

  test('are cut where a text has no stop at all, never inside a character', () => {
    const pieces = splitSentences('😀'.repeat(5000));
    for (const { start, end } of pieces) {
      expect(end - start).toBeLessThanOrEqual(LONGEST_SENTENCE);
      expect(start % 2).toBe(0);
    }
  });
});
