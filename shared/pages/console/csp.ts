/**
 * The Content-Security-Policy of the console: scripts, styles and calls of this service alone, nothing inline, framed by nobody.
 */
export const consoleCsp = (): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
