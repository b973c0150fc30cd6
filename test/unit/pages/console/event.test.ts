import { written } from '../../../../shared/display/markup.ts';
import { eventContent } from '../../../../shared/pages/console/event.ts';
import { eventOf } from '../../../browser/timeline-fixtures.ts';

const chrome = { baseUrl: 'https://desk.example', collection: 'main', now: '2031-11-24T12:00:00Z' };

/** The console's page of an event with so many pieces of evidence. */
function pageWith(pieces: number): string {
  const event = eventOf({
    title: 'The ferry sank',
    start: '2031-05-19',
    display: '2031',
    sentence: '',
    trigger: '',
    timex: '',
  });
  const evidence = Array.from({ length: pieces }, (_, n) => ({
    ...(event.evidence[0] as (typeof event.evidence)[0]),
    articleId: `article-${n}`,
    sentence: `Proof ${n}.`,
  }));
  const stored = { ...event, evidence, mentions: pieces, hidden: false, pinned: false, tags: [], version: 1 };
  return written(eventContent(chrome, { kind: 'event', event: stored, history: [] }));
}
const proofsIn = (html: string): number => html.split('<blockquote').length - 1;

test('an event with many pieces of evidence shows some, and the rest in a part that opens', () => {
  const html = pageWith(30);
  const [before, after = ''] = html.split('<details class="more"><summary>18 more pieces</summary>');
  expect(proofsIn(before ?? '')).toBe(12);
  expect(proofsIn(after)).toBe(18);
  expect(after).toContain('start="13"');
});

test('an event with few pieces of evidence shows all of them', () => {
  const html = pageWith(12);
  expect(proofsIn(html)).toBe(12);
  expect(html).not.toContain('more piece');
});
