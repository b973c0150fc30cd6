/** Run as a child under some TZ: prints the host's zone offset and what the tagger makes of a text that leans on its day in every way. */
import { tag } from '../../../shared/tagging/tag.ts';

const TEXT =
  'Today, yesterday and last Friday; in March, on June 4, 1989 and 28 February; two weeks ago, this morning, at 11:30 p.m. on Sunday; ' +
  'the weekend, last month, next year, the third quarter, Easter, Ramadan, on March 15, 44 BC and in the early 1990s.';

console.log(
  JSON.stringify({
    january: new Date(2014, 0, 1).getTimezoneOffset(),
    july: new Date(2014, 6, 1).getTimezoneOffset(),
    timexes: ['2014-03-31', '2013-12-31', '2014-01-01', '2012-02-29'].map((dct) => tag(TEXT, { dct })),
  }),
);
