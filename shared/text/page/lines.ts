import { attributeOf, INLINE, type PageElement, textOf } from './element.ts';

/** A line of a page, between two breaks that block elements make. `<br>` becomes a newline within it. */
export interface PageLine {
  readonly text: string;
  /** The block element that contains it. */
  readonly block: PageElement;
  /** Characters of it that are links. */
  readonly linked: number;
}

/** A line with fewer characters, or a larger share of links, is not prose. */
const SHORTEST_PROSE = 60;
const MOST_LINKED = 0.35;

/** Whether a line is running text rather than a label or a list of links. */
export function isProse({ text, linked }: PageLine): boolean {
  return text.length >= SHORTEST_PROSE && linked <= text.length * MOST_LINKED;
}

/** A longer table cell is part of a page layout. */
const LONGEST_CELL = 600;
/** A longer term does not head a definition. */
const LONGEST_HEAD = 120;
const MOST_CELLS = 12;

/**
 * The lines of an element in the order of the page. A row of a data table is one line, its first cell followed by the
 * others ("4 June 1989: The mill was closed."), and so is a term of a definition list with its definition.
 *
 * @param isLeftOut Elements to skip with their content.
 */
export function linesOf(root: PageElement, isLeftOut: (element: PageElement) => boolean): PageLine[] {
  const lines: PageLine[] = [];
  let text = '';
  let linked = 0;
  const flush = (block: PageElement): void => {
    if (text === '') return;
    const line = text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{2,}/g, '\n')
      .trim();
    if (line !== '') lines.push({ text: line, block, linked: Math.min(linked, line.length) });
    text = '';
    linked = 0;
  };
  const walk: Step[] = [{ element: root, next: 0, block: root, isLink: false }];
  for (let step = walk.at(-1); step; step = walk.at(-1)) {
    const child = step.element.children[step.next++];
    if (child === undefined) {
      walk.pop();
      if (step.block === step.element) flush(step.block);
      continue;
    }
    if (typeof child === 'string') {
      text += child.replace(/\s+/g, ' ');
      if (step.isLink) linked += child.trim().length;
      continue;
    }
    if (child.name === 'br') text += '\n';
    else if (isLeftOut(child)) {
      if (!INLINE.has(child.name)) flush(step.block);
    } else if (INLINE.has(child.name)) {
      walk.push({ element: child, next: 0, block: step.block, isLink: step.isLink || child.name === 'a' });
    } else {
      flush(step.block);
      const row = child.name === 'tr' ? rowOf(child, isLeftOut) : undefined;
      const head = child.name === 'dt' ? definitionOf(child, step.element, step.next, isLeftOut) : undefined;
      if (row !== undefined) lines.push({ text: row, block: child, linked: 0 });
      else if (head !== undefined) {
        lines.push({ text: head, block: child, linked: 0 });
        step.next = followingElement(step.element, step.next) + 1;
      } else walk.push({ element: child, next: 0, block: child, isLink: step.isLink });
    }
  }
  return lines;
}

interface Step {
  readonly element: PageElement;
  next: number;
  readonly block: PageElement;
  readonly isLink: boolean;
}

/** The cells of a data row on one line; `undefined` for a row of a page layout, or one with a single cell. */
function rowOf(row: PageElement, isLeftOut: (element: PageElement) => boolean): string | undefined {
  const cells = row.children.filter((child): child is PageElement => typeof child === 'object');
  if (cells.length < 2 || cells.length > MOST_CELLS) return undefined;
  const texts: string[] = [];
  for (const cell of cells) {
    if (!isPlain(cell) || isLeftOut(cell)) return undefined;
    const text = textOf(cell, LONGEST_CELL);
    if (text.length > LONGEST_CELL) return undefined;
    if (text !== '') texts.push(text);
  }
  return texts.length < 2 ? undefined : joined(texts);
}

/** A term with its definition. */
function definitionOf(
  term: PageElement,
  list: PageElement,
  next: number,
  isLeftOut: (element: PageElement) => boolean,
): string | undefined {
  const definition = list.children[followingElement(list, next)];
  if (typeof definition !== 'object' || definition.name !== 'dd' || isLeftOut(definition)) return undefined;
  if (!isPlain(term) || !isPlain(definition)) return undefined;
  const [head, body] = [textOf(term, LONGEST_HEAD), textOf(definition)];
  return head === '' || body === '' || head.length > LONGEST_HEAD ? undefined : joined([head, body]);
}

function followingElement({ children }: PageElement, from: number): number {
  let at = from;
  while (typeof children[at] === 'string' && (children[at] as string).trim() === '') at++;
  return at;
}

/** Whether an element contains a line of text and no blocks except one paragraph. */
function isPlain(cell: PageElement): boolean {
  let blocks = 0;
  return cell.children.every((child) => {
    if (typeof child === 'string') return true;
    if (child.name === 'a' && attributeOf(child, 'href')?.startsWith('#')) return true;
    if (INLINE.has(child.name))
      return child.children.every((inner) => typeof inner === 'string' || INLINE.has(inner.name));
    return (
      child.name === 'p' &&
      ++blocks === 1 &&
      child.children.every((inner) => typeof inner === 'string' || INLINE.has(inner.name))
    );
  });
}

const joined = ([head = '', ...rest]: readonly string[]): string =>
  `${head.replace(/[:;,–-]\s*$/, '')}: ${rest.join('; ')}`;
