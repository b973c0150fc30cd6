import { DatelineError } from '../kernel/dateline-error.ts';
import { isSameSite, normaliseUrl } from './article-url.ts';
import { decodeText } from './decode-text.ts';
import type { HostGate } from './host-gate.ts';
import type { AskRobots } from './robots.ts';
import type { SafeFetch } from './safe-fetch.ts';

/** Text and metadata of a web page, as shared/text returns them. */
export interface PageReading {
  readonly text: string;
  readonly title?: string;
  readonly publishedAt?: string;
  readonly canonicalUrl?: string;
}

/** Reads a page; never throws or rejects. It is a parameter, because fetching does not depend on how pages are read. */
export type ReadPage = (
  html: string,
  options: { readonly url?: string; readonly today?: string },
) => PageReading | Promise<PageReading>;

/** How pages are fetched: safely, one at a time per host, and only if robots.txt allows it. */
export interface PageSource {
  readonly fetch: SafeFetch;
  readonly readPage: ReadPage;
  readonly robots: AskRobots;
  readonly gate: HostGate;
  /** Whether there is time for another page. */
  readonly hasTime: () => boolean;
}

/**
 * An article's page, or the reason why there is none: `postponed` if it was not requested (no time, or another worker
 * holds the host), `later` if it may be available next time (a server error), `never` if retrying is useless
 * (robots.txt, not found, not a web page, the home page instead of the article).
 */
export type PageOutcome =
  | { readonly page: PageReading }
  | { readonly miss: 'later' | 'never'; readonly why: string }
  | { readonly miss: 'postponed' };

/** Fetches the page of an article: checks robots.txt first, and sends one request to a host at a time. */
export async function fetchArticlePage(url: string, source: PageSource): Promise<PageOutcome> {
  const { host } = new URL(url);
  const { gate, hasTime } = source;
  // The time is checked when the host is free: other requests may have been waiting for it.
  const inTime = <T>(task: () => Promise<T>, delaySeconds?: number) =>
    gate.withHost(host, async () => (hasTime() ? { value: await task() } : undefined), delaySeconds);
  try {
    const asked = (await inTime(() => source.robots(url)))?.value?.value;
    if (asked === undefined) return { miss: 'postponed' };
    if (!asked.isAllowed) return { miss: 'never', why: `robots.txt of ${host} does not allow its pages to be read` };
    const fetched = (await inTime(() => source.fetch(url, HEADERS), asked.crawlDelaySeconds))?.value?.value;
    return fetched === undefined ? { miss: 'postponed' } : await pageOf(fetched, url, source.readPage);
  } catch (error) {
    if (error instanceof DatelineError && error.code.startsWith('fetch.')) {
      return { miss: error.code === 'fetch.refused' ? 'never' : 'later', why: error.message };
    }
    throw error;
  }
}

const HEADERS = { accept: 'text/html,application/xhtml+xml;q=0.9' };

async function pageOf(answer: Awaited<ReturnType<SafeFetch>>, asked: string, readPage: ReadPage): Promise<PageOutcome> {
  const { host } = new URL(answer.url);
  if (answer.status === 429 || answer.status >= 500) return { miss: 'later', why: `${host} answered ${answer.status}` };
  if (answer.status !== 200) return { miss: 'never', why: `${host} answered ${answer.status}` };
  const type = answer.headers['content-type'] ?? 'text/html';
  if (!/html|text\/plain/i.test(type))
    return { miss: 'never', why: `the address leads to ${type.split(';')[0]}, not to a web page` };
  if (isHome(answer.url) && !isHome(asked))
    return { miss: 'never', why: `${host} leads to its home page instead of the article` };
  const reading = await readPage(decodeText(answer.body, type), { url: answer.url });
  const canonicalUrl = canonicalOf(reading.canonicalUrl, answer.url);
  const { canonicalUrl: _stated, ...rest } = reading;
  return { page: { ...rest, ...(canonicalUrl === undefined ? {} : { canonicalUrl }) } };
}

/**
 * The address that a page states for itself: its `rel=canonical`, otherwise the target of the redirects. A canonical
 * address of another site is ignored (a page could take over another's article), and so is the home page (a common CMS
 * error).
 */
function canonicalOf(stated: string | undefined, url: string): string | undefined {
  const final = normaliseUrl(url);
  const canonical = stated === undefined ? undefined : normaliseUrl(stated, url);
  if (canonical === undefined || final === undefined || isHome(canonical) || !isSameSite(canonical, final))
    return final;
  return canonical;
}

const isHome = (url: string): boolean => {
  const { pathname, search } = new URL(url);
  return pathname === '/' && search === '';
};
