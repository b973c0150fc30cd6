/** An element of a page. Text is stored between elements as plain strings, with entities decoded. */
export interface PageElement {
  /** In lower case. */
  readonly name: string;
  /** By name in lower case; of two with one name the first counts. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: PageElement | undefined;
  readonly children: readonly PageNode[];
}

export type PageNode = PageElement | string;

/** An element and all elements in it, in the order of the page. */
export function* elementsOf(root: PageElement): Generator<PageElement> {
  const stack: PageElement[] = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    yield element;
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (typeof child === 'object') stack.push(child);
    }
  }
}

/** The elements from an element's parent up to the root. */
export function* ancestorsOf(element: PageElement): Generator<PageElement> {
  for (let one = element.parent; one; one = one.parent) yield one;
}

/**
 * The text of an element on one line, white space collapsed.
 *
 * @param most Stops after so many characters, for callers that only need to know whether the text is short.
 */
export function textOf(element: PageElement, most = Number.POSITIVE_INFINITY): string {
  let text = '';
  const stack = [{ element, next: 0 }];
  for (let step = stack.at(-1); step !== undefined && text.length <= most; step = stack.at(-1)) {
    const node = step.element.children[step.next++];
    if (node === undefined) stack.pop();
    else if (typeof node === 'string') text += node;
    else {
      if (text !== '' && !INLINE.has(node.name)) text += ' ';
      stack.push({ element: node, next: 0 });
    }
  }
  return text.replace(/\s+/g, ' ').trim();
}

/** Inline elements. All others begin a line of their own. */
export const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** The trimmed value of an attribute; `undefined` if it is missing or empty. */
export function attributeOf(element: PageElement, name: string): string | undefined {
  return element.attributes.get(name)?.trim() || undefined;
}

/** Class and id of an element in one string, in lower case. */
export function labelOf({ attributes }: PageElement): string {
  return `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.toLowerCase();
}
