/** A paragraph of so many sentences, no two of them alike, that begins with `start`. */
export const prose = (start: string, sentences = 24): string =>
  [
    start,
    ...Array.from(
      { length: sentences },
      (_, n) => `The council of ${1800 + n} met again and wrote down what it had decided.`,
    ),
  ].join(' ');

export interface RssItem {
  readonly n: number;
  readonly title?: string;
  readonly link?: string;
  readonly guid?: string;
  readonly at?: string;
  readonly words?: string;
}

/** An RSS item with its article whole, unless `words` says otherwise. */
export function rssItem({ n, title, link, guid, at, words }: RssItem): string {
  return (
    `<item><title>${title ?? `Story ${n}`}</title><link>${link ?? `http://news.test/story/${n}`}</link>` +
    `<guid isPermaLink="false">${guid ?? `g-${n}`}</guid><pubDate>${at ?? `Mon, 02 Mar 2026 0${n % 10}:00:00 +0100`}</pubDate>` +
    `<description>${words ?? prose(`Story ${n} began in 18${10 + (n % 80)}.`)}</description></item>`
  );
}

export const rss = (items: readonly string[], channel = ''): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The News</title><link>http://news.test/</link>${channel}${items.join('')}</channel></rss>`;

/** An article's page with furniture around it. */
export const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body><nav><a href="/">Home</a> <a href="/all">All</a></nav>` +
  `<article><h1>A page</h1>${body
    .split('\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')}</article><footer>Imprint</footer></body></html>`;
