import { antecedentOf, companyOf } from '../../../shared/events/names/antecedents.ts';
import { indexEntities } from '../../../shared/events/names/entities.ts';
import { fullerName } from '../../../shared/events/names/fuller-name.ts';
import type { Surroundings } from '../../../shared/events/names/referents.ts';
import { parsesOf } from '../../../shared/events/sentence/parses.ts';

/** The last sentence with those before it. */
function around(...sentences: readonly string[]): Surroundings {
  const text = sentences.join(' ');
  let start = 0;
  const stretches = sentences.map((one) => {
    const stretch = { start, end: start + one.length };
    start = stretch.end + 1;
    return stretch;
  });
  const [sentence, ...earlier] = stretches.reverse();
  if (!sentence) throw new RangeError('no sentence');
  return { text, entities: indexEntities(text, []), sentence, earlier, parses: parsesOf(text) };
}

const standsFor = (pronoun: string, ...sentences: readonly string[]): string | undefined => {
  const place = around(...sentences);
  const at = place.text.slice(place.sentence.start).search(new RegExp(`\\b${pronoun}\\b`));
  return antecedentOf(place, pronoun.toLowerCase(), place.sentence.start + at);
};

describe('a pronoun refers to', () => {
  test.each<[string, string, string[], string]>([
    [
      'the subject of the sentence before',
      'It',
      ['The Northern Museum bought the tug.', 'It opened in May.'],
      'The Northern Museum',
    ],
    ['the subject of the clause that governs', 'it', ['The council said it would close the bridge.'], 'The council'],
    ['many', 'They', ['Two divers left the wreck at noon.', 'They returned in June.'], 'Two divers'],
    ['a woman', 'She', ['The mayor met a nurse.', 'Maria Lopez left early.', 'She resigned in May.'], 'Maria Lopez'],
    [
      'through the same pronoun',
      'He',
      ['Peter Holm bought the yard.', 'He repaired it.', 'He sold it in May.'],
      'Peter Holm',
    ],
    ['the owner', 'His', ['Peter Holm bought the yard.', 'His company grew.'], 'Peter Holm'],
    [
      'a firm, where a storm could not act',
      'It',
      ['The Northern Bank opened.', 'The storm went on.', 'It bought the yard in May.'],
      'The Northern Bank',
    ],
    [
      'the owner of an announcement',
      'it',
      ["The Northern Bank's announcement that it will pay for the damage surprised the town."],
      'The Northern Bank',
    ],
    ['who speaks', 'I', ['"I sold the yard in May," said Peter Holm.'], 'Peter Holm'],
    ['the house that speaks', 'We', ['"We closed the mine in May," the company said.'], 'the company'],
  ])('%s', (_what, pronoun, sentences, name) => expect(standsFor(pronoun, ...sentences)).toBe(name));

  test.each<[string, string, string[]]>([
    ['of a clause to come', 'It', ['The council closed the bridge.', 'It is clear that the mine was closed in May.']],
    ['of the wrong number', 'They', ['The ferry left the port.', 'They returned in June.']],
    ['where a person speaks for many', 'We', ['"We closed the mine in May," said Peter Holm.']],
    ['where nothing is named', 'He', ['He resigned in May.']],
    ['of the wrong gender', 'She', ['Peter Holm bought the yard.', 'She sold it in May.']],
  ])('nothing %s', (_what, pronoun, sentences) => expect(standsFor(pronoun, ...sentences)).toBeUndefined());
});

describe('a noun that stands for a name', () => {
  test('a company is the organisation that was named last', () => {
    const place = around(
      'Orex Corp. said on Monday that Orex Corp. had sold its mine.',
      'The company opened a second one.',
    );
    expect(companyOf(place, 'company')).toBe('Orex');
    expect(companyOf(place, 'mine')).toBeUndefined();
  });

  test.each([
    ['a ministry', 'The Ministry of Labour praised it.'],
    ['a newspaper', 'The Bergen Times praised it.'],
    ['a parliament', 'The House of Representatives praised it.'],
  ])('a company is never %s, though it was named last and often', (_what, praise) => {
    const place = around('Orex Corp. sold its mine.', praise, praise, 'The company opened a second one.');
    expect(companyOf(place, 'company')).toBe('Orex');
  });

  test('a noun takes the names that were put before it', () => {
    const text = 'The Northern Star rig burned. Crews left the Northern Star drilling rig at noon. The rig sank.';
    expect(fullerName(text, text.length, 'rig')).toBe('Northern Star drilling rig');
    expect(fullerName(text, 10, 'rig')).toBeUndefined();
    expect(fullerName('The rig sank. On Monday rig workers left.', 40, 'rig')).toBeUndefined();
    expect(fullerName('a '.repeat(50_000), 100_000, '(a+)+$')).toBeUndefined();
  });
});
