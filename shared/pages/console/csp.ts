/**
 * The Content-Security-Policy of the console: scripts, styles and calls of this service only, nothing inline, no
 * framing; external images only over https and only if editors added some.
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
