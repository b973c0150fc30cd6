import { tag } from '../../../shared/tagging/tag.ts';

/**
 * What is no time, or not the time it looks like. Every error found adds a line: the text, what may be found in it, and why.
 */
const CASES: readonly (readonly [text: string, found: readonly string[], why: string])[] = [
  ['The dividend is $1.35 a share.', [], 'a price'],
  ['It cost $1990 and not 1990 dollars.', [], 'money'],
  ['The troops march on.', [], 'a verb, not a month'],
  ['The Long March began there.', [], 'the name of an event'],
  ['You may leave now that he sat down.', ['now'], 'modal and verb'],
  ['May Jones met Jan Smith and April Brown.', [], 'first names'],
  ['The sun set in the west.', [], 'no Sunday'],
  ['A quarter of the voters and three-quarters of the seats.', [], 'fractions'],
  ['He scored in the second half.', [], 'a half of a game'],
  ['Wait a second, she came second.', [], 'neither a clock second nor a day'],
  ['Prices had a fall of 3%, then spring water sold well.', [], 'no seasons'],
  ['Call 555-1987 or +1 (800) 555-1999.', [], 'telephone numbers'],
  ['The F-1990 and the Boeing 1990X fly.', [], 'model numbers'],
  ['They won 3:2 and lost 10:12.', [], 'scores'],
  ['See p. 1900, pp. 1990-1995 and vol. 2001.', [], 'parts of what is cited'],
  ['Shares rose by 1999 points.', [], 'an amount'],
  ['It has 1990 words on 2000 lines.', [], 'counts'],
  ['They live on March 4th Street and on Christmas Island.', [], 'places'],
  ['Take Interstate 2020 to Grade 2000.', [], 'names of things'],
  ['Version 2.0.1999 of the tool.', [], 'a version number'],
  ['See http://example.com/2014/03/31/story and https://x.org/1999.', [], 'addresses'],
  ['The file report_2014.txt and report2014 are gone.', [], 'file names'],
  ['Turn to page 1999 in room 2010.', [], 'labelled numbers'],
  ['The shop is open 24 hours a day, 7 days a week.', [], 'a rate'],
  ['They sold 1,990 cars and 2,012 bicycles.', [], 'grouped thousands'],
  ['The 6-year-old boy and the 52 years old man.', [], 'ages'],
  ['The CBS show 60 Minutes aired it.', [], 'a title'],
  ['It was filed as April 31, 1999.', [], 'no such day'],
  ['It was filed as February 29, 1999.', [], 'no leap day that year'],
  ['Some 1945 soldiers and 1812 people came.', [], 'things counted'],
  ['An ad of 1990; Ad 79.', ['1990'], 'no era in small letters'],
  ['He lives at 1600 Pennsylvania Avenue.', [], 'a house number'],
  ['The trial is expected to last five weeks.', ['five weeks'], '"last" is a verb'],
  ['Nothing was sold since the fall of the city.', [], 'what fell has no season'],
  ['They fear buildings that fall down.', [], 'a verb, not the autumn'],
  ['Now, he says, it looks worse.', [], 'a turn of phrase'],
  ['The film is called White Christmas.', [], 'a title'],
  ['It took half the time and a third of the money.', [], 'fractions'],
  [
    'He left as soon as he could, and soon after the plant was soon shut.',
    [],
    'what followed soon, and no time from now',
  ],
  ['It is for today’s youth and the cars of tomorrow.', [], 'an age, not a day'],
  ['She reads USA Today at work.', [], 'the name of a paper'],
  ['He spoke on the programme "This Week" in Rome.', [], 'the name of a programme'],
  ['Average daily sales rose 3% annually, by 500 units annually.', [], 'rates'],
  ['It was the third storm in as many weeks; not a day goes by without one.', [], 'turns of phrase'],
  ['It was the trial of the century, and 0930 men saw it.', [], 'no century in particular, and no time of day'],
  ['On a year-over-year basis it rose.', [], 'of no year in particular'],
  ['The quarter-to-quarter change was small.', [], 'of no quarter in particular'],
];

test.each(CASES)('%s → %j: %s', (text, found) => {
  expect(tag(text, { dct: '2014-03-31' }).map((timex) => timex.text)).toEqual(found);
});
