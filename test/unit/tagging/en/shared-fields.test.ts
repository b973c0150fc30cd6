import { tag } from '../../../../shared/tagging/tag.ts';

/** Wednesday 13 June 2012. */
const found = (text: string): string[] =>
  tag(text, { dct: '2012-06-13' }).map(({ text: words, value }) => `${words} ${value}`);

describe('fields that joined dates share', () => {
  test.each([
    [
      'From 1 to 3 and from 10 to 12 May the road is closed.',
      ['1 2012-05-01', '3 2012-05-03', '10 2012-05-10', '12 May 2012-05-12'],
    ],
    ['He served from 1914 to 18.', ['1914 1914', '18 1918']],
    ["He served between 1914 and '18.", ['1914 1914', '18 1918']],
    ['Rain fell Monday to Friday of last week.', ['Monday 2012-06-04', 'Friday of last week 2012-06-08']],
    ['It closed between Monday and Thursday.', ['Monday 2012-06-11', 'Thursday 2012-06-14']],
    ['Most came in September 2016 and 2015.', ['September 2016 2016-09', '2015 2015-09']],
    ['It grew between March 2010 and 2012.', ['March 2010 2010-03', '2012 2012']],
    ['It began in May 2010, and in 2012 in June it ended.', ['May 2010 2010-05', '2012 2012', 'June 2012-06']],
    ['The spring and summer of 2010 were dry.', ['The spring 2010-SP', 'summer of 2010 2010-SU']],
    ['They ruled between 50 and 60 AD.', ['50 0050', '60 AD 0060']],
    ['From 27 BC to AD 14 he ruled.', ['27 BC BC0027', 'AD 14 0014']],
    ['2011, May 3: the weir broke.', ['2011, May 3 2011-05-03']],
    ['In 2011, May 3 was a holiday.', ['2011 2011', 'May 3 2012-05-03']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('parts of a whole', () => {
  test.each([
    ['It closed on the last weekend of May 2011.', ['the last weekend of May 2011 2011-W21-WE']],
    ['on December the seventh, 1941', ['December the seventh, 1941 1941-12-07']],
    ['By the end of May the Second Fleet had come.', ['the end of May 2012-05']],
    ['on the 3d of May', ['the 3d of May 2012-05-03']],
    ['1968 Sept.', ['1968 Sept. 1968-09']],
    ['It was told in the late nineties.', ['the late nineties 199']],
    ['the swinging sixties', ['sixties 196']],
    ['Readings in the mid eighties are common: temperatures in the mid eighties.', ['the mid eighties 198']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('sets', () => {
  test.each([
    ['They meet each 4 July.', ['each 4 July XXXX-07-04']],
    ['They meet every second Sunday.', ['every second Sunday XXXX-WXX-7']],
    ['It is published fortnightly.', ['fortnightly P2W']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('named days whose names have other words in them', () => {
  test.each([
    ["It was sold on St Patrick's Day 1924.", ["St Patrick's Day 1924 1924-03-17"]],
    ["It was sold on April Fools' Day 2009.", ["April Fools' Day 2009 2009-04-01"]],
    ['It was sold on Guy Fawkes Night 2009.', ['Guy Fawkes Night 2009 2009-11-05']],
    ['It was sold on Martin Luther King Day 2010.', ['Martin Luther King Day 2010 2010-01-18']],
    ['It was sold on Pancake Day 2010.', ['Pancake Day 2010 2010-02-16']],
    ['It was sold on Mothering Sunday 2010.', ['Mothering Sunday 2010 2010-03-14']],
    ['back by xmas', ['xmas 2012-12-25']],
    ['The Michaelmas term 2011 was short.', ['2011 2011']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});
