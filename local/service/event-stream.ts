import type { ServerResponse } from 'node:http';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** Interval between calls of the function. */
const EVERY_MS = 1_000;
/** A stream without news sends a comment this often, for proxies that close silent connections and to keep the reader's last id recent. */
const HEARTBEAT_MS = 20_000;
/** Most open streams: each holds a connection and causes one call a second. */
const MOST_STREAMS = 100;

let open = 0;

/** Whether another stream may be opened. */
export const hasRoomForStream = (): boolean => open < MOST_STREAMS;

/**
 * Keeps the connection of a reader of server-sent events open: calls the route's function repeatedly, each time with
 * the last id that it returned, and forwards its output. On AWS the response ends after the first call, and the browser
 * reconnects.
 *
 * @param first The function's first response.
 * @param again Calls the function; `undefined` if the service is busy, and the next interval calls it again.
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
      // If the timeline was removed or made private, its streams end.
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
