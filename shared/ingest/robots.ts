import robotsParser from 'robots-parser';
import { decodeText } from './decode-text.ts';
import type { SafeFetch } from './safe-fetch.ts';

/** A site's rules for our crawler. */
export interface RobotsAnswer {
  readonly isAllowed: boolean;
  readonly crawlDelaySeconds?: number;
}

/** Whether a page may be read. Never rejects because of the site: if robots.txt cannot be fetched, nothing is allowed. */
export type AskRobots = (url: string) => Promise<RobotsAnswer>;

/** Cache of robots.txt files between runs. */
export interface RobotsCache {
  find(key: string): Promise<unknown>;
  put(key: string, value: unknown, expiresAt: string): Promise<void>;
}

/** RFC 9309 §2.5 requires parsing at least 500 KiB; no hand-written file is longer than this, and a record of the store has less space. */
const MOST_CHARACTERS = 200_000;
/** RFC 9309 §2.4: at most a day. */
const KEEP_MS = 86_400_000;
const KEEP_FAILURE_MS = 3_600_000;
/** The product token of this crawler in robots.txt. */
const PRODUCT = 'Dateline';
const EVERYTHING = 'User-agent: *\nDisallow:';
const NOTHING = 'User-agent: *\nDisallow: /';

/**
 * Checks a site's robots.txt (RFC 9309), fetched once a day per origin: a missing file allows everything, a server
 * error allows nothing for an hour.
 */
export function createAskRobots(fetch: SafeFetch, cache: RobotsCache, now: () => string): AskRobots {
  return async (address) => {
    const url = new URL(address);
    const key = `robots:${url.origin}`;
    const kept = await cache.find(key);
    const { text, keepMs } = typeof kept === 'string' ? { text: kept, keepMs: 0 } : await rulesOf(url.origin, fetch);
    if (keepMs > 0) await cache.put(key, text, new Date(Date.parse(now()) + keepMs).toISOString());
    const rules = robotsParser(`${url.origin}/robots.txt`, text);
    const crawlDelaySeconds = rules.getCrawlDelay(PRODUCT);
    return {
      isAllowed: rules.isAllowed(address, PRODUCT) !== false,
      ...(crawlDelaySeconds === undefined ? {} : { crawlDelaySeconds }),
    };
  };
}

async function rulesOf(origin: string, fetch: SafeFetch): Promise<{ text: string; keepMs: number }> {
  try {
    const answer = await fetch(`${origin}/robots.txt`);
    if (answer.status >= 500 || answer.status === 429) return { text: NOTHING, keepMs: KEEP_FAILURE_MS };
    if (answer.status !== 200) return { text: EVERYTHING, keepMs: KEEP_MS };
    return {
      text: decodeText(answer.body, answer.headers['content-type'] ?? '').slice(0, MOST_CHARACTERS),
      keepMs: KEEP_MS,
    };
  } catch {
    return { text: NOTHING, keepMs: KEEP_FAILURE_MS };
  }
}
