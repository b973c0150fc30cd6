import type { PageElement } from './page/element.ts';
import { linesOf } from './page/lines.ts';
import { parsePage } from './page/parse-page.ts';

const NOT_SHOWN: ReadonlySet<string> = new Set(
  'script noscript head title button select textarea datalist nav figcaption audio video dialog'.split(' '),
);

/** All text of HTML that a reader would see, except menus of links; with an empty line between paragraphs and `<br>` as a newline. */
export function visibleText(html: string | PageElement): string {
  const page = typeof html === 'string' ? parsePage(html) : html;
  return linesOf(page, ({ name, attributes }) => NOT_SHOWN.has(name) || attributes.has('hidden'))
    .map(({ text }) => text)
    .join('\n\n');
}
