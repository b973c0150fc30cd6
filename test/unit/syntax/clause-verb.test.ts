import { clauseOf } from './parse.ts';

test.each([
  ['The mayor opened the school.', 'open', 'past', 'simple', 'active', undefined],
  ['The mayor opens the school today.', 'open', 'present', 'simple', 'active', undefined],
  ['The mayor will open the school in May.', 'open', 'future', 'simple', 'active', 'will'],
  ['The mayor would open the school.', 'open', 'none', 'simple', 'active', 'would'],
  ['The mayor has opened the school.', 'open', 'present', 'perfect', 'active', undefined],
  ['The mayor had opened the school.', 'open', 'past', 'perfect', 'active', undefined],
  ['The mayor is opening the school.', 'open', 'present', 'progressive', 'active', undefined],
  ['The school was opened by the mayor.', 'open', 'past', 'simple', 'passive', undefined],
  ['The school has been opened.', 'open', 'present', 'perfect', 'passive', undefined],
  ['The school had been opened in 1910.', 'open', 'past', 'perfect', 'passive', undefined],
  ['The school is being repaired.', 'repair', 'present', 'progressive', 'passive', undefined],
  ['The school may be closed next year.', 'close', 'none', 'simple', 'passive', 'may'],
] as const)('%s: %s is %s, %s, %s', (text, lemma, tense, aspect, voice, modal) => {
  expect(clauseOf(text, lemma).clause.verb).toMatchObject({ form: 'finite', tense, aspect, voice, modal });
});

test.each([
  ['The mayor did not open the school.', 'open', 'negated'],
  ["The mayor didn't open the school.", 'open', 'negated'],
  ["The mayor won't open the school.", 'open', 'negated'],
  ['The mayor never opened the school.', 'open', 'negated'],
  ['The mayor not only opened the school but led it.', 'open', 'affirmed'],
  ['The mayor who did not vote opened the school.', 'open', 'affirmed'],
] as const)('%s: %s is %s', (text, lemma, polarity) => {
  expect(clauseOf(text, lemma).clause.verb?.polarity).toBe(polarity);
});

test('a clitic auxiliary has the lemma of the whole word', () => {
  expect(clauseOf("They won't leave.", 'leave').clause.verb?.modal).toBe('will');
  expect(clauseOf("They'll leave in June.", 'leave').clause.verb).toMatchObject({ modal: 'will', tense: 'future' });
});

test('coordinate participles share the auxiliary', () => {
  const passive = { form: 'finite', tense: 'past', voice: 'passive' };
  expect(clauseOf('Two men were arrested and charged on Friday.', 'charge').clause.verb).toMatchObject(passive);
  expect(clauseOf('He was arrested, charged and released on bail.', 'release').clause.verb).toMatchObject(passive);
});

test('the verb group holds its auxiliaries', () => {
  expect(clauseOf('The school had been quietly closed in May.', 'close').verb).toBe('had been closed');
});
