import { createHash } from 'node:crypto';
import { EMBED_CSS } from './styles.ts';

/** The hash of the one inline stylesheet, as a CSP source. */
const STYLE = `'sha256-${createHash('sha256').update(EMBED_CSS, 'utf8').digest('base64')}'`;

/**
 * The Content-Security-Policy of the embed page.
 *
 * Nothing inline may run, nothing loads but the widget from this service, and the page talks to this service alone. The origin is
 * written out besides `'self'`, since a sandboxed page has an opaque origin. `frame-ancestors` is any site by default.
 */
export function embedCsp({
  baseUrl,
  frameAncestors,
  hasPictures = false,
  hasSearch = false,
}: {
  readonly baseUrl: string;
  readonly frameAncestors?: readonly string[];
  /** Whether editors gave pictures: they may be anywhere that is https. */
  readonly hasPictures?: boolean;
  /** Whether the page has its form for a search, which leads to itself. */
  readonly hasSearch?: boolean;
}): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${baseUrl}`,
    `style-src ${STYLE}`,
    `connect-src 'self' ${baseUrl}`,
    ...(hasPictures ? ['img-src https:'] : []),
    "base-uri 'none'",
    hasSearch ? `form-action 'self' ${baseUrl}` : "form-action 'none'",
    `frame-ancestors ${frameAncestors?.length ? frameAncestors.join(' ') : '*'}`,
  ].join('; ');
}
