import { extractEvents } from '../../../../shared/events/extract.ts';
import { checkAnswers } from '../../../../shared/events/language-model/check-answer.ts';
import { compareReadings } from '../../../../shared/events/language-model/compare.ts';
import { questionsOf } from '../../../../shared/events/language-model/question.ts';

const article = {
  id: 'a',
  text: 'The old harbour bridge was opened on 12 May 1937. Mayor Ruth Alder said that the council may close it in 2031. Last year “the” ferry returned to Lindholm.',
  publishedAt: '2026-03-02',
};
const bridge = {
  sentence: 'The old harbour bridge was opened on 12 May 1937.',
  trigger: 'opened',
  dateText: '12 May 1937',
  date: '1937-05-12',
  title: 'The harbour bridge is opened',
  modality: 'asserted',
};
const ferry = {
  sentence: 'Last year "the" ferry\n returned to Lindholm.',
  trigger: 'returned',
  dateText: 'Last year',
  date: '2025',
  title: 'The ferry returns to Lindholm',
  modality: 'asserted',
};
const check = (...events: unknown[]) => checkAnswers(article, [{ events }]);

test('an event that the text confirms is kept, with the tagger’s date and the sentence and offsets of the text', () => {
  const { events, refused } = check(bridge, ferry);
  expect(refused).toEqual([]);
  expect(events).toMatchObject([
    { title: 'The harbour bridge is opened', date: { edtf: '1937-05-12', text: '12 May 1937' } },
    { title: 'The ferry returns to Lindholm', date: { edtf: '2025', basis: 'stated' } },
  ]);
  for (const { evidence } of events) {
    for (const { sentence, start, end, trigger, timex } of evidence) {
      expect(article.text.slice(start, end)).toBe(sentence);
      expect(article.text.slice(trigger.start, trigger.end)).toBe(trigger.text);
      expect(article.text.slice(timex.start, timex.end)).toBe(timex.text);
    }
  }
});

test.each([
  [
    'a sentence that stands nowhere',
    { sentence: 'The old harbour bridge was blessed on 12 May 1937.' },
    'sentence-not-in-text',
  ],
  ['an empty sentence', { sentence: '   ' }, 'malformed'],
  ['a trigger of another sentence', { trigger: 'returned' }, 'trigger-not-in-sentence'],
  ['half a word as trigger', { trigger: 'open' }, 'trigger-not-in-sentence'],
  ['a date of another sentence', { dateText: 'Last year' }, 'date-not-in-sentence'],
  ['words that are no date', { dateText: 'old harbour' }, 'date-not-in-sentence'],
  ['another day than the words mean', { date: '1937-05-13' }, 'date-differs'],
  ['another year', { date: '1938' }, 'date-differs'],
  ['no date at all', { date: 'in May' }, 'date-differs'],
  ['a name that the sentence lacks', { title: 'The harbour bridge of Lindholm is opened' }, 'title-not-in-sentence'],
  ['a name in front that the sentence lacks', { title: 'Lindholm opens a bridge' }, 'title-not-in-sentence'],
  [
    'a number that the sentence lacks',
    { title: 'The harbour bridge is opened to 300 guests' },
    'title-not-in-sentence',
  ],
  ['a title that is too long', { title: `The bridge ${'is opened '.repeat(12)}` }, 'title-too-long'],
  ['an unknown modality', { modality: 'certain' }, 'malformed'],
  ['a field that is no text', { title: 7 }, 'malformed'],
])('%s is refused', (_, change, reason) => {
  const { events, refused } = check({ ...bridge, ...change });
  expect(events).toEqual([]);
  expect(refused).toMatchObject([{ reason }]);
});

test('an answer that is not a list of events is one rejection, never an error', () => {
  for (const answer of [undefined, null, 'yes', 7, [], {}, { events: 'none' }, { events: [null] }]) {
    expect(checkAnswers(article, [answer])).toMatchObject({ events: [], refused: [{ reason: 'malformed' }] });
  }
});

test('a model cannot turn a hedge into a fact', () => {
  const closing = {
    sentence: 'Mayor Ruth Alder said that the council may close it in 2031.',
    trigger: 'close',
    dateText: '2031',
    date: '2031',
    title: 'The council closes the bridge',
    modality: 'asserted',
  };
  const [event] = check(closing).events;
  expect(event?.modality).toBeDefined();
  expect(event?.modality).not.toBe('asserted');
});

test('an event that only the model found has half the confidence', () => {
  const { events } = checkAnswers({ ...article, text: 'Gone, in 1998, the mill.' }, [
    {
      events: [
        {
          ...bridge,
          sentence: 'Gone, in 1998, the mill.',
          trigger: 'Gone',
          dateText: '1998',
          date: '1998',
          title: 'The mill goes',
        },
      ],
    },
  ]);
  expect(events.map(({ confidence }) => confidence)).toEqual([0.5]);
});

test('the same event stated twice counts once', () => {
  expect(check(bridge, bridge).events).toHaveLength(1);
});

test('two readings are paired by sentence and trigger, and differ where they do', () => {
  const rules = extractEvents(article).events;
  const { events } = check({ ...bridge, title: 'The old bridge is opened' });
  const pairs = compareReadings(rules, events);
  const paired = pairs.filter(({ rules: one, model }) => one !== undefined && model !== undefined);
  expect(paired).toHaveLength(1);
  expect(paired[0]?.differs).toEqual(['title']);
  expect(pairs).toHaveLength(rules.length);
});

test('a long text is split into at most eight questions of whole sentences', () => {
  const text = Array.from({ length: 4_000 }, (_, n) => `The mill number ${n} was sold on 4 May 1998.`).join(' ');
  const questions = questionsOf(text, '2026-03-02');
  expect(questions).toHaveLength(8);
  for (const { text: asked } of questions) {
    expect(asked).toMatch(/^The text was written on 2026-03-02\./);
    expect(asked).toMatch(/<text>\nThe mill number \d+ .* 1998\.\n<\/text>$/s);
    expect(asked.length).toBeLessThan(12_200);
  }
});
