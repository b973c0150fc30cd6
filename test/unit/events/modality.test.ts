import { extractEvents } from '../../../shared/events/extract.ts';
import { DAY_OF_WRITING, HEDGED } from './hedged-sentences.ts';
import { PLAIN } from './plain-sentences.ts';

const eventsIn = (text: string) => extractEvents({ id: 'a', text, publishedAt: DAY_OF_WRITING }).events;

describe('a hedged statement never becomes asserted:', () => {
  test.each(HEDGED)('%s: %s', (_modality, sentence) => {
    const events = eventsIn(sentence);
    expect(events.map((event) => event.modality)).not.toContain('asserted');
    expect(events.length).toBeGreaterThan(0);
  });

  test('and mostly gets the annotated modality', () => {
    const right = HEDGED.filter(([modality, sentence]) => eventsIn(sentence)[0]?.modality === modality);
    expect(right.length / HEDGED.length).toBeGreaterThan(0.85);
  });

  test('there are 150 of them or more', () => {
    expect(HEDGED.length).toBeGreaterThanOrEqual(150);
  });
});

describe('the modality stays asserted:', () => {
  test.each(PLAIN.map((sentence) => [sentence]))('%s', (sentence) => {
    const events = eventsIn(sentence);
    expect(events.length).toBeGreaterThan(0);
    expect(events.map((event) => event.modality)).toEqual(events.map(() => 'asserted'));
  });

  test('the list has 100 sentences or more', () => {
    expect(PLAIN.length).toBeGreaterThanOrEqual(100);
  });
});

describe('a clause beside a condition or a "not … until" has its own modality', () => {
  test.each([
    [
      'He was to be freed in 2032 if he served his full term, but was pardoned in 2012 by the president.',
      'asserted He was pardoned by the president',
    ],
    ['The northern road will not open until 3 July.', 'planned The northern road will not open until 3 July'],
    [
      'The plant is not expected to reach full output until 3 July.',
      'predicted The plant is not expected to reach full output until 3 July',
    ],
    ['The ferry nearly sank on 3 May.', 'negated The ferry nearly sank'],
  ])('%s', (sentence, expected) => {
    expect(eventsIn(sentence).map(({ modality, title }) => `${modality} ${title}`)).toContain(expected);
  });
});

describe('an infinitive has at most the certainty of the verb that governs it', () => {
  test.each([
    ['an aim of one’s own', 'The shipyard hopes to launch its second ferry in October.', 'launch', 'planned'],
    ['a hope for others', 'Investors hope that the strike will end in October.', 'end', 'predicted'],
    [
      'what a noun is meant for, whatever verb stands over the clause',
      'The minister said that rules to be published in October will decide the case.',
      'published',
      'planned',
    ],
  ])('%s', (_what, sentence, trigger, modality) => {
    const told = eventsIn(sentence).find(({ evidence }) => evidence[0]?.trigger.text === trigger);
    expect(told?.modality).toBe(modality);
  });
});

describe('"the first to …", "the last to …" and "the only one to …" state a fact', () => {
  test.each([
    ['Nora Hill was the first woman to cross the strait in May 1951.', 'asserted'],
    ['The island was the last parish in the north to follow in March 1923.', 'asserted'],
    ['The council was the last body to be asked in June 2003.', 'asserted'],
    ['A commission to be set up in June 2099 will report.', 'planned'],
  ])('%s is %s', (sentence, modality) => expect(eventsIn(sentence).map((event) => event.modality)).toEqual([modality]));

  test('but not after "will be the first to"', () =>
    expect(eventsIn('Nora Hill will be the first woman to cross the strait in May 2099.')[0]?.modality).not.toBe(
      'asserted',
    ));
});

describe('a negation above a reported clause is not its own', () => {
  test.each([
    ['nobody disclosed it, and it is true', 'The firm did not disclose that the dam failed on 3 May 2012.', 'asserted'],
    ['nobody knew it', 'The mayor did not know that the dam failed on 3 May 2012.', 'asserted'],
    ['it was not passed on', 'Holm failed to communicate that the dam failed on 3 May 2012.', 'asserted'],
    ['somebody forgot it', 'Holm forgot that the dam failed on 3 May 2012.', 'asserted'],
    ['nobody said it: open', 'The ministry did not say that the dam failed on 3 May 2012.', 'hypothetical'],
    ['confirmation was refused: open', 'Holm refused to confirm that the dam failed on 3 May 2012.', 'hypothetical'],
    ['it is denied', 'The mayor denied that the dam failed on 3 May 2012.', 'negated'],
    ['it is not believed', 'Police do not believe that the dam failed on 3 May 2012.', 'negated'],
    ['what follows from something', 'The closure means that the dam failed on 3 May 2012.', 'asserted'],
  ])('%s: %s', (_what, text, modality) => {
    expect(eventsIn(text).find(({ date }) => date.edtf === '2012-05-03')?.modality).toBe(modality);
  });
});

describe('the evening of the day of writing', () => {
  const told = (text: string) =>
    extractEvents({ id: 'a', text, publishedAt: '2010-06-21' }).events.map(({ modality }) => modality);

  test.each([
    ['the present tense', 'The channel airs a film about the mine on Monday night.', 'planned'],
    ['the progressive with its weekday', 'The channel is airing a film about the mine Monday night.', 'planned'],
    ['the past tense', 'The channel aired a film about the mine on Monday night.', 'asserted'],
  ])('%s: %s', (_tense, text, modality) => expect(told(text)).toEqual([modality]));
});
