import { createSafeFetch, type FetchRules, type SafeFetch } from '../../../shared/ingest/safe-fetch.ts';
import { type NastyWeb, resolveToLoopback, startNastyWeb } from './nasty-web.ts';

/** A hostile web for each test, and a fetch that reaches two of its hosts. */
export function safeFetchBench() {
  let web: NastyWeb;
  beforeEach(async () => {
    web = await startNastyWeb();
  });
  afterEach(() => web.stop());
  return {
    web: (): NastyWeb => web,
    fetching: (rules: Partial<FetchRules> = {}): SafeFetch =>
      createSafeFetch({
        userAgent: 'Dateline test',
        allowedHosts: web.hosts('a.test', 'b.test'),
        resolve: resolveToLoopback,
        timeoutMs: 3000,
        ...rules,
      }),
  };
}

/** Matches the error of a failed fetch. */
export const failing = (code: string, words?: RegExp) =>
  expect.objectContaining({ code, ...(words === undefined ? {} : { message: expect.stringMatching(words) }) });
