import type { Problem } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import { embedCsp } from '../pages/embed/csp.ts';
import { writeErrorPage } from '../pages/embed/error.ts';

/** Renders a problem as an HTML page. */
export const errorPageOf =
  (baseUrl: string) =>
  ({ status, title, detail }: Problem): Reply => ({
    status,
    text: { body: writeErrorPage({ status, title, detail, baseUrl }), contentType: 'text/html; charset=utf-8' },
    headers: { 'content-security-policy': embedCsp({ baseUrl }) },
  });
