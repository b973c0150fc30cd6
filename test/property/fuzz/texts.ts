import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extractEvents } from '../../../shared/events/extract.ts';
import { LONGEST_TITLE } from '../../../shared/events/titles/title-ends.ts';
import { readHtml } from '../../../shared/text/html.ts';
import { isoDayIn } from '../../../shared/text/publication-date.ts';
import { dayNumber } from '../../../shared/time/day.ts';
import { fuzzTarget } from './fuzz-target.ts';

/** Words of news in any order, with marks that meet in no grammar: nearer to trouble than arbitrary characters are. */
const newsWord = fc.constantFrom(
  ...`the a Kamm Mrs. said that which who had been will would if Had not never to plan planned expected refused and or , . ; : " ( ) -- ' 's … ? !
  on in since from until before after when while war talks crackdown strike Olympics Monday yesterday June 4 1989 2008 the 1990s last year next week
  quarter ended Sept. 30 three years ago it they he her his company U.S. Inc. $5 12% closed open took over born because although by of
  \n \n\n 🎉 北京 ‏ \u0000`.split(/[ ]+/),
);
/** Sentences without sense. */
export const news = fc.array(newsWord, { maxLength: 60 }).map((words) => words.join(' '));
/** Any text at all, most of it {@link news}. */
export const anyText = fc.oneof(news, fc.string({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }));

/** Articles of any text. */
export const articles = fuzzTarget(
  'extraction: articles of any text',
  fc.tuple(anyText, fc.constantFrom('2014-03-30', '1989-06-04', undefined)),
  ([text, publishedAt]) => {
    const { events, language } = extractEvents({
      id: 'a',
      text,
      ...(publishedAt === undefined ? {} : { publishedAt }),
    });
    assert.match(language, /^[a-z]{2,3}$/);
    for (const event of events) {
      assert.ok(event.title.length > 0 && event.title.length <= LONGEST_TITLE, 'titles have a length');
      assert.ok(dayNumber(event.date.start) <= dayNumber(event.date.end), 'bounds run forwards');
      for (const share of [event.confidence, event.importance])
        assert.ok(share >= 0 && share <= 1, 'shares are shares');
      // "said on Tuesday" in a dispatch of Monday evening: where it happened, it was Tuesday
      if (publishedAt !== undefined && dayNumber(event.date.start) > dayNumber(publishedAt) + 1)
        assert.notEqual(event.modality, 'asserted');
      for (const { start, end, sentence, trigger, timex } of event.evidence) {
        assert.equal(text.slice(start, end), sentence);
        assert.equal(text.slice(trigger.start, trigger.end), trigger.text);
        assert.equal(text.slice(timex.start, timex.end), timex.text);
      }
    }
  },
);

const names = 'p div article main h1 h2 ul li table tr td a time span dl dt dd b'.split(' ');
const labels = [
  '',
  ' class="date"',
  ' class="comments"',
  ' id="sidebar"',
  ' class="article-body"',
  ' hidden',
  ' datetime="2014-03-30"',
];
const words = [
  'The harbour board voted on Friday to close the old quay to lorries, and the vote was close.',
  '30 March 2014',
  'Published: 3.4.2015',
  '2021-99-99',
  '31.02.2014',
  '\u0000\u00ad\u0092 &shy;&#146;&nbsp;',
  '< > & &amp;lt; &#x110000;',
  '\n\n \t',
];
const piece = fc.oneof(
  fc.constantFrom(...words),
  fc.tuple(fc.constantFrom(...names), fc.constantFrom(...labels)).map(([name, label]) => `<${name}${label}>`),
  fc.constantFrom(...names).map((name) => `</${name}>`),
  fc.constantFrom(
    ...'<br>|<!-- |-->|<script>|</script>|<style>|<meta name="date" content="2014-03-30">|<head>|<body>'.split('|'),
  ),
  fc.string({ maxLength: 20 }),
);
/** Markup of any order. */
export const page = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

/** Pages of any markup. */
export const pages = fuzzTarget('pages: any markup', page, (html) => {
  const { text, publishedAt, publishedAtSource } = readHtml(html, { url: 'https://example.org/a' });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL and C1 controls are what must not be there
  assert.doesNotMatch(text, /[\u0000\u0080-\u009f\u00ad\u200b]|\n{3}|^\s|\s$| {2}/);
  assert.equal(publishedAt === undefined, publishedAtSource === undefined);
  if (publishedAt !== undefined) assert.equal(isoDayIn(publishedAt), publishedAt.slice(0, 10));
});
