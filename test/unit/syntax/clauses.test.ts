import { clauseOf, parse } from './parse.ts';

test.each([
  ['The council closed the bridge on Monday.', 'close', 'main', undefined, 'The council'],
  ['The storm hit the coast and destroyed two villages.', 'destroy', 'coordinate', 'hit', 'The storm'],
  ['The minister said that the dam would open in March.', 'open', 'complement', 'say', 'the dam'],
  ['The minister said the talks had collapsed in March.', 'collapse', 'complement', 'say', 'the talks'],
  ['The bridge, which opened in 1932, was closed on Friday.', 'open', 'relative', 'close', 'which'],
  ['The man who led the revolt died in prison.', 'lead', 'relative', 'die', 'who'],
  ['When the war ended, the family returned to Lisbon.', 'end', 'adverbial', 'return', 'the war'],
  ['He resigned after the court rejected his appeal.', 'reject', 'adverbial', 'resign', 'the court'],
  ['She left because the company had cut her pay.', 'cut', 'adverbial', 'leave', 'the company'],
] as const)('%s: "%s" is %s', (text, lemma, relation, governor, subject) => {
  const read = clauseOf(text, lemma);
  expect(read.clause.relation).toBe(relation);
  expect(read.governor).toBe(governor);
  expect(read.subject).toBe(subject);
});

test.each([
  ['The school built by the French in 1910 was destroyed.', 'build', 'participle', 'passive', 'The school'],
  ['A bomb exploded in the market, killing two guards.', 'kill', 'participle', 'active', undefined],
] as const)('%s: "%s" is a participle', (text, lemma, relation, voice, antecedent) => {
  const read = clauseOf(text, lemma);
  expect(read.clause.verb?.form).toBe('participle');
  expect(read.clause.relation).toBe(relation);
  expect(read.clause.verb?.voice).toBe(voice);
  expect(read.antecedent).toBe(antecedent);
});

test('an infinitive is the complement of its verb', () => {
  const read = clauseOf('The army decided to leave the valley in May.', 'leave');
  expect(read.clause.verb?.form).toBe('infinitive');
  expect(read.clause.relation).toBe('complement');
  expect(read.governor).toBe('decide');
});

test('coordinate verbs share the subject of the first', () => {
  const read = clauseOf('The storm hit the coast and destroyed two villages.', 'destroy');
  expect(read.clause.subjectShared).toBe(true);
  expect(read.marker).toBe('and');
  expect(read.complements).toEqual({ object: ['two villages'] });
});

test('a relative clause names the noun it modifies', () => {
  const read = clauseOf('The bridge, which opened in 1932, was closed on Friday.', 'open');
  expect(read.antecedent).toBe('The bridge');
  expect(read.marker).toBe('which');
});

test('the subject of a verb is whole, relative clause and all', () => {
  expect(clauseOf('The man who led the revolt died in prison.', 'die').subject).toBe('The man who led the revolt');
});

test('complements are whole', () => {
  const { complements } = clauseOf('The firm sold its mill in June 2004.', 'sell');
  expect(complements.object).toEqual(['its mill']);
  expect(complements.oblique).toEqual(['in June 2004']);
});

test('a copula is the verb of its clause, with the predicate beside it', () => {
  const read = clauseOf('Her father was a teacher in Porto.', 'be');
  expect(read.clause.verb?.copula).toBe(true);
  expect(read.subject).toBe('Her father');
  expect(read.complements.predicate?.[0]).toMatch(/^a teacher/);
});

test('each token has a clause, and the clause of a verb is its own', () => {
  const { tokens, clauses } = parse('When the war ended, the family returned to Lisbon and opened a shop.');
  for (const token of tokens) expect(clauses[token.clause]).toBeDefined();
  clauses.forEach(({ verb }, index) => {
    for (const token of verb?.tokens ?? []) expect(tokens[token]?.clause).toBe(index);
  });
});

test('a headline without a verb is one clause without a verb', () => {
  const { clauses } = parse('Heavy rain in the north', { headline: true });
  expect(clauses).toHaveLength(1);
  expect(clauses[0]).toMatchObject({ verb: undefined, headline: true, relation: 'main' });
});

test('an empty sentence has no clauses', () => {
  expect(parse('')).toMatchObject({ tokens: [], clauses: [] });
});
