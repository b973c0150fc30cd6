import { CHECK_COLLECTION } from '../../kernel/check-collection.ts';
import { DatelineApiError, type DatelineClient } from './client.ts';

/** One step of the check, with its duration. */
export interface SmokeStep {
  readonly name: 'health' | 'send' | 'read' | 'find' | 'take down' | 'gone';
  readonly milliseconds: number;
  /** The first failure, which ends the check. */
  readonly problem?: string;
}

/** Dependencies of a check. */
export interface SmokeOptions {
  readonly client: DatelineClient;
  /** A monotonic clock in milliseconds. */
  readonly clock: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Distinguishes this check's article from those of other checks. */
  readonly id: string;
  /** The URL of the article; checks with the same one replace each other's article. Default: none. */
  readonly address?: string;
  /** Longest time until the article's events are listed; default one minute. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 60_000;
const BETWEEN_LOOKS_MS = 500;

/** The article of the check, and the event expected from it. */
const DAY = '1998-05-04';
const textOf = (id: string): string => `The bridge number ${id} was opened on 4 May 1998.`;

/**
 * Checks an article's whole way through the API: it is sent, read, found among the events of its day, deleted, and
 * gone. The article is also deleted if an earlier step failed.
 */
export async function smokeCheck(options: SmokeOptions): Promise<readonly SmokeStep[]> {
  const { client, clock, sleep, id, address, patienceMs = PATIENCE_MS } = options;
  const steps: SmokeStep[] = [];
  let article: string | undefined;

  /** @param work Returns a description of the problem, or nothing. */
  async function step(name: SmokeStep['name'], work: () => Promise<string | undefined>): Promise<boolean> {
    const began = clock();
    const problem = await work().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    steps.push({ name, milliseconds: clock() - began, ...(problem !== undefined && { problem }) });
    return problem === undefined;
  }
  /** Repeats a check until it succeeds or the time is over. */
  async function patiently(look: () => Promise<string | undefined>): Promise<string | undefined> {
    const until = clock() + patienceMs;
    for (;;) {
      const problem = await look();
      if (problem === undefined || clock() >= until) return problem;
      await sleep(BETWEEN_LOOKS_MS);
    }
  }
  const found = async (): Promise<boolean> => {
    const page = await client.listEvents({ query: { collection: CHECK_COLLECTION, from: DAY, to: DAY, limit: 200 } });
    return page.events.some(({ evidence }) => evidence.some(({ articleId }) => articleId === article));
  };

  const isSent =
    (await step('health', async () => {
      const { status } = await client.readHealth();
      return status === 'ok' ? undefined : `the service says that it is ${status}`;
    })) &&
    (await step('send', async () => {
      const sent = await client.acceptArticle({
        body: {
          text: textOf(id),
          publishedAt: '1998-05-05',
          collection: CHECK_COLLECTION,
          ...(address !== undefined && { url: address }),
        },
      });
      article = sent.id;
      return undefined;
    }));
  if (isSent && article !== undefined) {
    const sent = article;
    const isRead = await step('read', () =>
      patiently(async () => {
        const { status } = await client.readArticle({ params: { id: sent } });
        return status === 'done' ? undefined : `the article is ${status}`;
      }),
    );
    if (isRead)
      await step('find', () => patiently(async () => ((await found()) ? undefined : 'its event is in no list')));
    const isTakenDown = await step('take down', async () => {
      await client.removeArticle({ params: { id: sent } });
      return undefined;
    });
    if (isTakenDown) {
      await step('gone', async () => {
        if (await found()) return 'its event is still in a list';
        return client.readArticle({ params: { id: sent } }).then(
          () => 'the article is still there',
          (error: unknown) => (error instanceof DatelineApiError && error.status === 404 ? undefined : String(error)),
        );
      });
    }
  }
  return steps;
}
