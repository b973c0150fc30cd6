import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalQueue } from '../aws-emulation/local-queue.ts';
import { problem } from './answer-request.ts';
import type { Queues } from './background.ts';

/** The address where `dateline redrive` calls a running service. It is not a route of the API: on AWS the operator calls SQS. */
export const DEAD_LETTERS_PATH = '/local/dead-letters';

/** Number of dead letters moved back, by queue. */
export type Redriven = Readonly<Record<keyof Queues, number>>;

/**
 * Answers `POST /local/dead-letters` with the admin key of the data folder: moves all dead letters back to their
 * queues.
 *
 * @returns Whether the request was for this address and has been answered.
 */
export function deadLetterDoor(
  queues: Readonly<Record<keyof Queues, Pick<LocalQueue, 'redrive'>>>,
  adminKey: string,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    if (request.url !== DEAD_LETTERS_PATH) return false;
    if (request.method !== 'POST') problem(response, 405, 'request.method-not-allowed', 'Only POST is answered here');
    else if (!isSame(request.headers.authorization ?? '', `Bearer ${adminKey}`)) {
      problem(response, 401, 'auth.missing', 'The admin key of the data folder is needed');
    } else {
      const redriven: Redriven = {
        articles: queues.articles.redrive(),
        feeds: queues.feeds.redrive(),
        webhooks: queues.webhooks.redrive(),
      };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(redriven));
    }
    return true;
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
