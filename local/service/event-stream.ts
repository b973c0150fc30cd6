import type { ServerResponse } from 'node:http';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** How often the function is asked for what is new. */
const EVERY_MS = 1_000;
/** A stream with nothing new says so, for proxies that end silent connections, and so that the reader's last id stays young. */
const HEARTBEAT_MS = 20_000;
/** Each holds a connection and asks once a second. */
const MOST_STREAMS = 100;

let open = 0;

/** Whether one more stream may be held. */
export const hasRoomForStream = (): boolean => open < MOST_STREAMS;

/**
 * Holds the connection of a reader of server-sent events: the function that answers the route is asked again and again, each time with the last id
 * that it gave, and what it says is passed on. On AWS its first answer is all, and the browser asks again by itself.
 *
 * @param first The function's first answer.
 * @param again Asks the function; `undefined` where the service is busy: the next turn asks.
 * @param ending Aborted when the service stops.
 */
export async function holdStream(
  response: ServerResponse,
  first: string,
  again: (lastId: string) => Promise<APIGatewayProxyStructuredResultV2 | undefined>,
  ending: AbortSignal,
): Promise<void> {
  open += 1;
  const closed = new Promise<void>((resolve) => {
    response.once('close', resolve);
    ending.addEventListener('abort', () => resolve(), { once: true });
  });
  const isOver = () => response.destroyed || ending.aborted;
  try {
    response.write(first);
    let lastId = lastIdIn(first) ?? '';
    let saidAt = performance.now();
    while (!isOver()) {
      await pause(EVERY_MS, closed);
      if (isOver()) break;
      const result = await again(lastId);
      if (result === undefined) continue;
      // A timeline that was removed or made private ends its streams.
      if (result.statusCode !== 200) break;
      const text = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8').toString('utf8');
      const isNews = /^data:/m.test(text);
      if (isNews || performance.now() - saidAt > HEARTBEAT_MS) {
        response.write(text);
        saidAt = performance.now();
      }
      lastId = lastIdIn(text) ?? lastId;
    }
  } finally {
    open -= 1;
    response.end();
  }
}

const lastIdIn = (text: string): string | undefined => [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1];

function pause(milliseconds: number, closed: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    void closed.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
