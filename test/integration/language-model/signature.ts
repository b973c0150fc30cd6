import { createHash, createHmac } from 'node:crypto';

/** A signed request as it came over the wire, header names in lower case. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Signs again what was signed, by the published algorithm and without the SDK. The canonical path encodes each segment once more than the path that is
 * sent: every service does so but S3.
 *
 * @returns The signature that the `authorization` header should have.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signatureOf({ method, path, headers, body }: SignedRequest, secret: string): string {
  const { authorization = '' } = headers;
  const [, scope = '', signed = ''] = authorization.match(/Credential=[^/]+\/([^,]+), ?SignedHeaders=([^,]+)/) ?? [];
  const [pathname = '', query = ''] = path.split('?');
  const canonical = [
    method,
    pathname.split('/').map(encodeURIComponent).join('/'),
    query.split('&').sort().join('&'),
    ...signed.split(';').map((name) => `${name}:${headers[name]?.trim()}`),
    '',
    signed,
    createHash('sha256').update(body).digest('hex'),
  ].join('\n');
  const hashed = createHash('sha256').update(canonical).digest('hex');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hashed].join('\n');
  const key = scope.split('/').reduce<Buffer>((one, part) => hmac(one, part), Buffer.from(`AWS4${secret}`));
  return hmac(key, toSign).toString('hex');
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
