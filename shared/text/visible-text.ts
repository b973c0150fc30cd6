/** Scripts and styles are most of many pages and none of the article. JSON-LD has been read by then. */
export const withoutScripts = (html: string): string =>
  dropElements(html, ['script', 'style', 'template', 'noscript', 'svg', 'iframe']);

/** Cuts elements out by searching, never by a backtracking expression: an element that does not close runs to the end. */
function dropElements(html: string, names: readonly string[]): string {
  const open = new RegExp(`<(${names.join('|')})(?=[\\s>/])`, 'gi');
  let out = '';
  let from = 0;
  for (let found = open.exec(html); found; found = open.exec(html)) {
    out += html.slice(from, found.index);
    const close = new RegExp(`</${found[1]}\\s*>`, 'gi');
    close.lastIndex = found.index;
    const end = close.exec(html);
    from = end ? close.lastIndex : html.length;
    open.lastIndex = from;
    if (!end) break;
  }
  return out + html.slice(from);
}

const BLOCKS =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|tr|td|th|table|section|article|header|footer|aside|main|nav|blockquote|pre|figure|figcaption|hr|form|fieldset|address|body|html|title)$/;

/** The text a reader would see, paragraphs apart by an empty line; linear. */
export function visibleText(html: string): string {
  const clean = dropElements(html, [
    'script',
    'style',
    'template',
    'noscript',
    'svg',
    'head',
    'iframe',
    'button',
    'select',
    'nav',
    'figcaption',
  ]);
  let out = '';
  let from = 0;
  while (from < clean.length) {
    const open = clean.indexOf('<', from);
    if (open < 0) {
      out += clean.slice(from);
      break;
    }
    out += clean.slice(from, open);
    const next = clean[open + 1] ?? '';
    if (!/[a-zA-Z/!?]/.test(next)) {
      out += '<';
      from = open + 1;
      continue;
    }
    const comment = clean.startsWith('<!--', open);
    const close = comment ? clean.indexOf('-->', open + 4) : clean.indexOf('>', open);
    if (close < 0) break;
    const name = /^<\/?([a-zA-Z][a-zA-Z0-9]*)/.exec(clean.slice(open, open + 20))?.[1]?.toLowerCase() ?? '';
    if (name === 'br') out += '\n';
    else if (BLOCKS.test(name)) out += '\n\n';
    from = close + (comment ? 3 : 1);
  }
  return decodeEntities(out)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  pound: '£',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
  middot: '·',
  bull: '•',
  laquo: '«',
  raquo: '»',
  shy: '',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  szlig: 'ß',
  ntilde: 'ñ',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
};

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));?/g, (whole, decimal, hex, name) => {
    if (name) return NAMED[name as string] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
  });
}
