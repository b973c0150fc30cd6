import { wordsIn } from '../display/words.ts';
import type { Problem } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import { embedCsp } from '../pages/embed/csp.ts';
import { writeErrorPage } from '../pages/embed/error.ts';
import { readView } from '../timeline/view.ts';

/** Renders a problem as an HTML page, in the language that the request accepts. */
export const errorPageOf =
  (baseUrl: string) =>
  ({ status, title, detail }: Problem, { url }: Request): Reply => {
    const { lang = 'en' } = readView(new URL(url).searchParams);
    const page = { status, title, detail, baseUrl, lang, ...wordsIn(lang).problemWords(status) };
    return {
      status,
      text: { body: writeErrorPage(page), contentType: 'text/html; charset=utf-8' },
      headers: { 'content-security-policy': embedCsp({ baseUrl }) },
    };
  };
