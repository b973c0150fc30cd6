/** Child of load.ts: a bare Hono route that answers a constant of `/<bytes>` bytes, on Node's own server. */
import { createServer } from 'node:http';
import { Hono } from 'hono';

const app = new Hono();
const bodies = new Map<number, string>();
app.get('/:bytes', (context) => {
  const bytes = Number(context.req.param('bytes'));
  const body = bodies.get(bytes) ?? 'x'.repeat(bytes);
  bodies.set(bytes, body);
  return context.body(body, 200, { 'content-type': 'application/json' });
});

const server = createServer(async (request, response) => {
  const answer = await app.fetch(
    new Request(`http://${request.headers.host}${request.url}`, { headers: request.headers as Record<string, string> }),
  );
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ address: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` });
});
process.on('message', () => process.send?.(process.cpuUsage()));
process.on('disconnect', () => process.exit(0));
