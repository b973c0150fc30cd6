import { verbForm } from '../../../shared/events/lexicon/verb-forms.ts';

test.each([
  ['flown', 'fly'],
  ['flew', 'fly'],
  ['flowed', 'flow'],
  ['flowing', 'flow'],
])('%j is a form of %j', (form, lemma) => {
  expect(verbForm(form)?.lemma).toBe(lemma);
});
