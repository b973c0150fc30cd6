/**
 * The Content-Security-Policy of the console: scripts, styles and calls of this service alone, nothing inline, no framing; images of others only
 * where editors gave some, by https.
 */
export const consoleCsp = ({ hasPictures = false }: { readonly hasPictures?: boolean } = {}): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    `img-src 'self'${hasPictures ? ' https:' : ''}`,
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
