import { readHtml } from '../../../../shared/text/html.ts';

const first = 'The harbour board voted on Friday to close the old quay to lorries, and the vote was close.';
const second = 'Fishermen who land their catch there said that they had not been asked before the board met.';
const third = 'The quay will be repaired over the winter by masons from the next valley, the board said.';
const paragraphs = [first, second, third].map((text) => `<p>${text}</p>`).join('');
const story = [first, second, third].join('\n\n');
const textOf = (body: string) =>
  readHtml(`<html lang="en"><head><title>Quay to close - Westhaven Post</title></head><body>${body}</body></html>`)
    .text;
const long = 'Another story altogether tells at length how the mill pond was drained and what was found in it. '.repeat(
  3,
);

describe('the text of a page', () => {
  test.each([
    ['menus and footers', `<nav><a href="/">Home</a></nav>${paragraphs}<footer>About the Westhaven Post</footer>`],
    ['a sidebar', `<div class="col">${paragraphs}</div><div class="sidebar"><p>${long}</p></div>`],
    [
      'readers’ comments, however long',
      `<article>${paragraphs}</article><section id="comments"><p>${long.repeat(5)}</p></section>`,
    ],
    ['a consent dialog, however long', `<div role="dialog"><p>${long.repeat(5)}</p></div><main>${paragraphs}</main>`],
    [
      'a box between paragraphs',
      `<article><p>${first}</p><div class="you-may-like"><p>${long}</p></div><p>${second}</p><p>${third}</p></article>`,
    ],
    [
      'captions and credits',
      `<article><figure><img><figcaption>The old quay in March of last year, seen from the pier.</figcaption></figure>${paragraphs}<p>Photo: Ann Oduya</p></article>`,
    ],
    [
      'byline, date and tags',
      `<article><h1>Quay to close</h1><div class="byline">By Ann Oduya, harbour correspondent</div>${paragraphs}<div class="tags">Harbour, Quay</div></article>`,
    ],
    [
      'links to other stories',
      `<article>${paragraphs}<p>Read more: <a href="/a">The long quarrel about the old quay</a></p><ul><li><a href="/b">The mill pond was drained</a></li></ul></article>`,
    ],
    [
      'a headline that the page repeats',
      `<article><h1>Quay to close</h1><h2>Quay to close</h2>${paragraphs}</article>`,
    ],
    ['headings with nothing under them', `<article>${paragraphs}<h3>Topics</h3></article>`],
    ['hidden text', `<article><p hidden>${long}</p><p style="display: none">${long}</p>${paragraphs}</article>`],
    [
      'cards of other articles',
      `<main><article>${paragraphs}</article></main><div><div class="teaser-list"><p>${long}</p></div></div>`,
    ],
  ])('is its article without %s', (_what, body) => {
    expect(textOf(body)).toBe(story);
  });

  test('keeps an article that a class calls something else', () => {
    expect(textOf(`<div class="widget promo"><h1>Quay to close</h1>${paragraphs}</div>`)).toBe(story);
    expect(textOf(`<article class="post category-news tag-sidebar has-comments">${paragraphs}</article>`)).toBe(story);
  });

  test('includes the lead between headline and body', () => {
    const lead = 'The decision came after years of quarrels between the town and the county over the quay.';
    const body = `<header><h1>Quay to close</h1><p>${lead}</p></header><div class="article-body">${paragraphs}</div>`;
    expect(textOf(body)).toBe(`${lead}\n\n${story}`);
  });

  test('includes subheadings with their text, lists, quotations and line breaks', () => {
    const body = `<article>${paragraphs}<h2>What follows</h2><ul><li>Repairs begin in November</li></ul><blockquote>We shall see.</blockquote><p>${first}<br>${second}</p></article>`;
    expect(textOf(body)).toBe(
      `${story}\n\nWhat follows\n\nRepairs begin in November\n\nWe shall see.\n\n${first}\n${second}`,
    );
  });

  test('has a row of a table as a line with its head in front, and a term with its definition', () => {
    const table =
      '<table><tr><th>Year</th><th>Event</th></tr><tr><td>4 June 1989</td><td>The mill was closed.</td></tr></table>';
    const list = '<dl><dt>1990</dt><dd>The dam was opened.</dd></dl>';
    expect(textOf(`<article>${paragraphs}${table}${list}</article>`)).toBe(
      `${story}\n\nYear: Event\n\n4 June 1989: The mill was closed.\n\n1990: The dam was opened.`,
    );
  });

  test('is what JSON-LD gives where the page itself has none', () => {
    const linked = {
      '@type': 'NewsArticle',
      headline: 'Quay to close',
      datePublished: '2014-03-30',
      articleBody: story,
    };
    expect(
      textOf(
        `<h1>Quay to close</h1><div id="app"></div><script type="application/ld+json">${JSON.stringify(linked)}</script>`,
      ),
    ).toBe(story);
  });
});

test.each([
  ['its headline', '<h1>Quay to close</h1>', 'Quay to close'],
  ['its document title without the name of the site', '', 'Quay to close'],
])('the title of a page is %s', (_what, heading, title) => {
  const html = `<title>Quay to close - Post</title><body>${heading}${paragraphs}`;
  expect(readHtml(html.replace('Quay to close - Post', 'Quay to close after a vote - Westhaven Post')).title).toBe(
    heading === '' ? 'Quay to close after a vote' : title,
  );
});
