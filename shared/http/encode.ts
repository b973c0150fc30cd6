import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { CACHE_CONTROL, type Reply } from './reply.ts';

/** Smaller responses are not compressed: they fit into one packet anyway. */
const LEAST_COMPRESSED_BYTES = 1_024;
/** Brotli 4 is smaller than gzip 6 on JSON of events and as fast. */
const BROTLI_QUALITY = 4;

type Coding = 'br' | 'gzip' | undefined;

/**
 * Encodes a reply as the response to a request: JSON, with a strong ETag and 304 for GETs, compressed if the client
 * accepts it.
 *
 * @see RFC 9110 §8.8.3: a strong ETag identifies one encoding, hence its suffix.
 */
export function encode(reply: Reply, request: Request): Response {
  const headers = new Headers(reply.headers);
  const body = bodyOf(reply);
  headers.set('cache-control', CACHE_CONTROL[reply.cache ?? 'private']);
  if (body === undefined) return new Response(null, { status: reply.status, headers });
  headers.set(
    'content-type',
    reply.text?.contentType ?? headers.get('content-type') ?? 'application/json; charset=utf-8',
  );
  headers.append('vary', 'Accept-Encoding');

  const coding = body.byteLength < LEAST_COMPRESSED_BYTES ? undefined : codingFor(request);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && reply.status === 200) {
    const etag = etagOf(body, coding);
    headers.set('etag', etag);
    if (matches(request.headers.get('if-none-match'), etag)) {
      headers.delete('content-type');
      return new Response(null, { status: 304, headers });
    }
  }
  if (coding) headers.set('content-encoding', coding);
  const sent = request.method === 'HEAD' ? null : compress(body, coding);
  return new Response(sent, { status: reply.status, headers });
}

function bodyOf(reply: Reply): Uint8Array<ArrayBuffer> | undefined {
  if (reply.text) {
    return typeof reply.text.body === 'string'
      ? new TextEncoder().encode(reply.text.body)
      : new Uint8Array(reply.text.body);
  }
  return reply.json === undefined ? undefined : new TextEncoder().encode(JSON.stringify(reply.json));
}

function etagOf(body: Uint8Array, coding: Coding): string {
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  return `"${digest}${coding ? `-${coding}` : ''}"`;
}

/** RFC 9110 §13.1.2: weak comparison, a list, or `*`. */
function matches(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

function codingFor(request: Request): Coding {
  const accepted = new Set(
    (request.headers.get('accept-encoding') ?? '')
      .toLowerCase()
      .split(',')
      .filter((one) => !/;\s*q=0(?:\.0*)?\s*$/.test(one))
      .map((one) => one.split(';')[0]?.trim()),
  );
  return accepted.has('br') ? 'br' : accepted.has('gzip') || accepted.has('*') ? 'gzip' : undefined;
}

function compress(body: Uint8Array<ArrayBuffer>, coding: Coding): Uint8Array<ArrayBuffer> {
  if (coding === 'gzip') return new Uint8Array(gzipSync(body, { level: 6 }));
  if (coding === 'br') {
    return new Uint8Array(brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }));
  }
  return body;
}
