import { extractEvents } from '../../../shared/events/extract.ts';
import { findFurniture } from '../../../shared/text/furniture.ts';
import { storySentences } from '../../../shared/text/story.ts';

const sentences = (text: string) =>
  storySentences(text, findFurniture(text)).map(({ start, end }) => text.slice(start, end));
const titles = (text: string) =>
  extractEvents({ id: 'a', text, publishedAt: '2015-06-16' }).events.map(({ title }) => title);

describe('a sentence of the story', () => {
  test.each<[string, string, string[]]>([
    [
      'begins after its dateline, and a headline that runs into it stays apart',
      'The deadline for the last ferry line of the north passes without a word Bergen, Norway (CNN) -- The port closed on Monday. It was empty.',
      [
        'The deadline for the last ferry line of the north passes without a word',
        'The port closed on Monday.',
        'It was empty.',
      ],
    ],
    [
      'begins after the head of an agency’s page',
      'BERGEN, June 15 | Mon Jun 15, 2015 11:25 am EDT BERGEN, June 15 (Reuters) - The port closed.',
      ['The port closed.'],
    ],
    [
      'begins after the line that says when the page was last changed',
      '16 June 2015 Last updated at 04:46 GMT Help A captain has told the court that he slept.',
      ['A captain has told the court that he slept.'],
    ],
    [
      'is left alone where there is no furniture',
      'The port closed. It was empty.',
      ['The port closed.', 'It was empty.'],
    ],
  ])('%s', (_, text, expected) => expect(sentences(text)).toEqual(expected));

  test.each([
    ['a credit that names its agency', 'Photograph: Kari Moe/EPA '],
    ['a credit with several', 'Photograph: Kari Moe\\/AFP\\/Getty Images '],
    ['a byline of a broadcaster', 'By Kari Moe Business reporter, BBC News '],
    ['a byline with its place', 'By Kari Moe BBC News, Bergen '],
  ])('begins after %s', (_what, head) => {
    expect(sentences(`${head}The line lost a ship in 1993.`)).toEqual(['The line lost a ship in 1993.']);
  });

  test('goes on over a credit whose end is not sure', () => {
    const text = 'Photograph: Kari Moe The line lost a ship in the storm of 1993 off the island.';
    expect(sentences(text)).toEqual([text]);
  });
});

describe('what readers write under an article', () => {
  const story = 'The yard burned down on 3 June 2015.\n\n';

  test('is no part of it, whether stamped at the foot or at the head', () => {
    const atFoot = `${story}They lied last year. Bo June 4, 2015 at 8:58 pm | Reply It sank in 1990! Al June 5, 2015 at 1:00 pm | Reply
They sold it yesterday. Cy June 6, 2015 at 2:27 pm | Reply`;
    const atHead = `${story}At 20:58 4th Jun 2015, Bo wrote: It sank in 1990!
At 9:01 pm on 05 Jun 2015, Al wrote: They sold it yesterday.
At 10:19 6th Jun 2015, Cy wrote: They lied last year.`;
    expect(titles(atFoot).slice(0, 1)).toEqual(['The yard burned down']);
    expect(titles(atFoot).join()).not.toMatch(/sank|sold/);
    expect(titles(atHead)).toEqual(['The yard burned down']);
  });

  test('is recognised by at least two such lines', () => {
    expect(
      titles(`${story}The council met June 9, 2015 at 2:27 pm | All welcome. It adjourned on 11 June 2015 in anger.`),
    ).toHaveLength(3);
  });
});
