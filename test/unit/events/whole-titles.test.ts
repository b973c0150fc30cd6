import { extractEvents } from '../../../shared/events/extract.ts';

const titles = (text: string) =>
  extractEvents({ id: 'a', text, publishedAt: '2015-06-16' }).events.map((event) => event.title);

describe('a title is a whole clause', () => {
  test.each([
    [
      'a condition of what somebody says',
      'The governor announced on Monday that he will withdraw his guards from the harbour only if the council leaves the hall and the old port.',
      /only if the council leaves/,
    ],
    [
      'what a verb needs',
      'The council of the old harbour town, which met for nine hours, sent on Monday its third and last offer to the ferry company.',
      /sent its third and last offer/,
    ],
  ])('with %s', (_what, text, title) => expect(titles(text).join()).toMatch(title));

  test('a bare noun gives way to the clause that it stands in', () => {
    expect(
      titles(
        'The island lives on tourists and the owners have failed to fill rooms since taking control of the resort from the bank in February, leaving them short of cash.',
      ),
    ).toContain('The owners took control of the resort from the bank');
  });

  test('a participle in front is told of the subject behind it', () => {
    expect(titles('Formed in Berlin in 1990, the band was one of the first to sing in Norwegian.')).toContain(
      'The band was formed in Berlin',
    );
  });

  test('what is said more of a noun becomes a clause', () => {
    expect(titles('The crates of oil spilled by the freighter in 1989 were never found.')).toContain(
      'The crates of oil were spilled by the freighter',
    );
  });

  test('a place in front is no part of the subject', () => {
    expect(titles('In Westmark the Norwegians left the last of the forts in 1945.')).toEqual([
      'The Norwegians left the last of the forts',
    ]);
  });

  test('who says so behind the day is no part of it', () => {
    expect(
      titles(
        'Larvik remained in control of the rebels Sunday, Kamm said, though they were fighting about 200 troops inside the city.',
      ),
    ).toEqual(['Larvik remained in control of the rebels']);
  });

  test('what is counted among others is told alone', () => {
    expect(
      titles(
        'The firm said it now holds 1,384,119 shares, including 100,000 shares bought from 26 August 2010 to 20 October 2010 for 23 crowns a share.',
      ).join(),
    ).not.toMatch(/^including/i);
  });

  test('a particle before a weekday stays with its verb', () => {
    expect(titles('The mayor of Larvik weighed in Saturday.')).toEqual(['The mayor of Larvik weighed in']);
  });

  test('quotation marks leave their blank', () => {
    expect(titles("The fort was lost during the 'Battle of Larvik' in 1957.").join()).toContain('the Battle of Larvik');
  });

  test('who says so at the end does not say the last noun', () => {
    expect(
      titles(
        'The firm sealed the well that caused the worst spill in the history of the town, the top official said on Sunday.',
      ).join(),
    ).toMatch(/^The top official said: The firm sealed the well/);
  });

  test('the article agrees with the word that is left', () => {
    expect(
      titles('A three-year-old, very friendly, much-loved Egyptian goose was born in the park on Monday.').join(),
    ).not.toMatch(/\bA Egyptian/);
  });
});

test.each([
  ['a bare noun', 'Talks on Monday.'],
  ['a relative clause that stands alone', ', who visited the island on Friday.'],
  ['a statement of nothing', 'In a speech on Monday, the owner explained.'],
])('no event is better than %s', (_what, text) => expect(titles(text)).toEqual([]));

test('a title that says little keeps its month', () => {
  expect(titles('Berg called after the revolt began in February.')).toContain('The revolt began in February');
});

test.each([
  ['a question', 'What did the council decide about the harbour on Monday?', /council/],
  ['a comparison', 'Violations at the yard over the last five years compared with ten elsewhere.', /compared/],
  ['a command', 'Watch the path of the oil spill since 2 May.', /^Watch/],
  ['what nobody was told', 'The minister told reporters on Monday.', /told/],
])('%s gives no event', (_what, text, title) => expect(titles(text).join()).not.toMatch(title));

test('"spent" keeps the day that it needs', () => {
  expect(titles('The crew of the old ferry spent Monday at a quay outside the town, mending nets.').join()).toMatch(
    /spent Monday at a quay/,
  );
});

test('a remark on the whole clause is left out', () => {
  expect(titles('Berg is retiring at the end of June, a move that comes as the harbour he runs faces cuts.')).toEqual([
    'Berg is retiring at the end of June',
  ]);
});

test('a statement in front of its speaker ends with him', () => {
  expect(
    titles("``This boat belongs to the town,'' Berg said Monday, adding that ``the mill has long been its pride.''"),
  ).toContain('Berg said: The boat belongs to the town');
});

test('a phrase with "with" goes with what is told of it', () => {
  expect(
    titles(
      'By Friday, the office had confirmed 44 cases of flu and two deaths, with Oslo, Bergen, Larvik and Moss all reporting their first cases.',
    ).join(),
  ).not.toMatch(/deaths all reporting/);
});

test('an object keeps what is expected of it', () => {
  expect(
    titles(
      'The doctor told the court on Monday he would not have expected the singer to be harmed by the drugs.',
    ).join(),
  ).toMatch(/expected the singer to be harmed/);
});
