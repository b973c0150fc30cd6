import { createHash } from 'node:crypto';
import { EMBED_CSS } from './styles.ts';

/** The hash of the one inline stylesheet, as a CSP source. */
const STYLE = `'sha256-${createHash('sha256').update(EMBED_CSS, 'utf8').digest('base64')}'`;

/**
 * The Content-Security-Policy of the embed page.
 *
 * Inline scripts are forbidden, only the widget of this service may load, and the page may call this service only. The
 * origin is listed in addition to `'self'`, since a sandboxed page has an opaque origin. By default `frame-ancestors`
 * allows any site.
 */
export function embedCsp({
  baseUrl,
  frameAncestors,
  hasPictures = false,
  hasSearch = false,
}: {
  readonly baseUrl: string;
  readonly frameAncestors?: readonly string[];
  /** Whether editors added pictures, which may be anywhere on https. */
  readonly hasPictures?: boolean;
  /** Whether the page has a search form, which submits to itself. */
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
