import { Tokenizer } from 'htmlparser2';
import { windowsPunctuation } from '../windows-punctuation.ts';
import type { PageElement, PageNode } from './element.ts';

/** An element while the tree is built. */
interface OpenElement extends PageElement {
  readonly children: PageNode[];
}

/** Shared by all elements without attributes: hostile pages have a million of them. */
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

const VOID = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '));

/** Opening one of these closes an open paragraph (HTML §13.1.2.4). */
const CLOSES_PARAGRAPH = new Set(
  'address article aside blockquote body details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul'.split(
    ' ',
  ),
);

/** Siblings that an opening tag closes because their end tags may be omitted, up to the element that contains them. */
const CLOSES_SIBLING: Readonly<Record<string, { readonly closes: readonly string[]; readonly within: string }>> = {
  li: { closes: ['li'], within: 'ul ol menu' },
  dt: { closes: ['dt', 'dd'], within: 'dl' },
  dd: { closes: ['dt', 'dd'], within: 'dl' },
  tr: { closes: ['tr', 'td', 'th'], within: 'table' },
  td: { closes: ['td', 'th'], within: 'tr' },
  th: { closes: ['td', 'th'], within: 'tr' },
  a: { closes: ['a'], within: 'td' },
  option: { closes: ['option'], within: 'select' },
};

/** Elements allowed in `<head>`; any other ends it, closed or not. */
const OF_HEAD = new Set('base link meta noscript script style template title'.split(' '));

/** Levels searched for an omitted end tag: beyond that, the markup is broken in another way. */
const LOOKED_UP = 12;

/** Elements nested deeper than this become children of the element at this depth, which bounds the cost of tree walks. */
const DEEPEST = 400;

/** Elements whose content is not part of a page's text. Only JSON-LD is kept. */
const OPAQUE = new Set('style template svg math iframe object canvas noframes'.split(' '));

/**
 * Parses HTML into a tree, in time linear in its length for any input: end tags without a start are skipped, unclosed
 * elements end with the page. Never throws. Soft hyphens, zero-width spaces and NUL are removed.
 */
export function parsePage(html: string): PageElement {
  const builder = new TreeBuilder();
  let tag = '';
  let attributes: Map<string, string> | undefined;
  let name = '';
  let value = '';
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname: (start, end) => {
        tag = html.slice(start, end).toLowerCase();
        attributes = undefined;
      },
      onattribname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (codePoint) => {
        value += String.fromCodePoint(codePoint);
      },
      onattribend: () => {
        attributes ??= new Map();
        if (!attributes.has(name)) attributes.set(name, value);
      },
      onopentagend: () => builder.open(tag, attributes ?? NO_ATTRIBUTES),
      onselfclosingtag: () => builder.open(tag, attributes ?? NO_ATTRIBUTES),
      onclosetag: (start, end) => builder.close(html.slice(start, end).toLowerCase().trim()),
      ontext: (start, end) => builder.text(html.slice(start, end)),
      ontextentity: (codePoint) => builder.text(String.fromCodePoint(codePoint)),
      oncdata: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return builder.finish();
}

class TreeBuilder {
  readonly #root: OpenElement = { name: '#page', attributes: NO_ATTRIBUTES, parent: undefined, children: [] };
  readonly #stack: OpenElement[] = [this.#root];
  /** Open elements by name, so that an end tag without a start costs nothing. */
  readonly #open = new Map<string, number>();
  /** Open elements beyond the deepest level, or inside an opaque one. */
  #opaque: { readonly name: string; depth: number } | undefined;
  #pieces: string[] = [];

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#opaque) {
      if (this.#opaque.name === name) this.#opaque.depth++;
      return;
    }
    if (OPAQUE.has(name)) {
      this.#flush();
      this.#opaque = { name, depth: 1 };
      return;
    }
    this.#flush();
    if (this.#open.get('head') && !OF_HEAD.has(name)) this.close('head');
    if (CLOSES_PARAGRAPH.has(name)) this.#closeOmitted(['p'], 'table');
    const sibling = CLOSES_SIBLING[name];
    if (sibling) this.#closeOmitted(sibling.closes, sibling.within);
    const parent = this.#stack.at(-1) as OpenElement;
    const element: OpenElement = { name, attributes, parent, children: [] };
    parent.children.push(element);
    if (VOID.has(name) || this.#stack.length >= DEEPEST) return;
    this.#stack.push(element);
    this.#open.set(name, (this.#open.get(name) ?? 0) + 1);
  }

  close(name: string): void {
    if (this.#opaque) {
      if (this.#opaque.name === name && --this.#opaque.depth === 0) this.#opaque = undefined;
      return;
    }
    this.#flush();
    if (name === 'br') this.open('br', NO_ATTRIBUTES);
    if (!this.#open.get(name)) return;
    while ((this.#stack.at(-1) as OpenElement).name !== name) this.#pop();
    this.#pop();
  }

  text(piece: string): void {
    if (!this.#opaque) this.#pieces.push(piece);
  }

  finish(): PageElement {
    this.#flush();
    return this.#root;
  }

  #closeOmitted(names: readonly string[], within: string): void {
    if (!names.some((name) => this.#open.get(name))) return;
    const holders = within.split(' ');
    let outermost: number | undefined;
    for (let i = this.#stack.length - 1; i > 0 && i >= this.#stack.length - LOOKED_UP; i--) {
      const { name } = this.#stack[i] as OpenElement;
      if (holders.includes(name)) break;
      if (names.includes(name)) outermost = i;
    }
    if (outermost !== undefined) while (this.#stack.length > outermost) this.#pop();
  }

  #pop(): void {
    const element = this.#stack.pop() as OpenElement;
    this.#open.set(element.name, (this.#open.get(element.name) ?? 1) - 1);
  }

  #flush(): void {
    if (this.#pieces.length === 0) return;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is one of those that are left out
    const text = windowsPunctuation(this.#pieces.join('')).replace(/[\u0000\u00ad\u200b]/g, '');
    this.#pieces = [];
    if (text !== '') (this.#stack.at(-1) as OpenElement).children.push(text);
  }
}
