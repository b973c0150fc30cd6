import { lemmaOf } from '../../../shared/syntax/lemma.ts';
import { syntaxModel } from '../../../shared/syntax/model.ts';

test.each([
  ['went', 'VBD', 'go'],
  ['said', 'VBD', 'say'],
  ['lies', 'VBZ', 'lie'],
  ['stopping', 'VBG', 'stop'],
  ['announced', 'VBD', 'announce'],
  ['denies', 'VBZ', 'deny'],
  ['countries', 'NNS', 'country'],
  ['children', 'NNS', 'child'],
  ["n't", 'RB', 'not'],
  ['wo', 'MD', 'will'],
])('%s as %s is %s', (word, tag, lemma) => {
  expect(lemmaOf(syntaxModel().lemmas, word, word, tag)).toBe(lemma);
});

test('names keep their form', () => {
  expect(lemmaOf(syntaxModel().lemmas, 'james', 'James', 'NNP')).toBe('James');
});

test('an ending decides only where no longer one is known', () => {
  const rules = new Map([
    ['VBD ed', { cut: 2, add: '' }],
    ['VBD ied', { cut: 3, add: 'y' }],
    ['VBD ^died', { cut: 1, add: '' }],
  ]);
  expect(lemmaOf(rules, 'walked', 'walked', 'VBD')).toBe('walk');
  expect(lemmaOf(rules, 'tried', 'tried', 'VBD')).toBe('try');
  expect(lemmaOf(rules, 'died', 'died', 'VBD')).toBe('die');
  expect(lemmaOf(rules, 'ran', 'ran', 'VBD')).toBe('ran');
});
