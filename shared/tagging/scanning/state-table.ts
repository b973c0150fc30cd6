import {
  APOSTROPHE,
  CLASS_BITS,
  CLASS_COUNT,
  CLASS_OF,
  COLON,
  DIGIT,
  DOT,
  GAP,
  isWordClass,
  SLASH,
} from './characters.ts';

/**
 * One deterministic automaton over character classes: it reads a text code unit by code unit and reports each word of its list where that
 * word ends, whole words only, in whatever case. A state is the place of its row, so the next one is `next[state | class]`; a value below 0
 * means "word number `~value` ended just before this code unit, and the state is `BETWEEN`".
 */
export interface StateTable {
  readonly next: Int32Array;
}

/** The number under which each kind of numeral is reported, beside the words. */
export interface NumeralHits {
  /** Four digits: perhaps a year. */
  readonly year: number;
  /** Four digits that touch a letter: a heading's year run together with the text after it, if the letter is a capital. */
  readonly glued: number;
  /** Three digits: perhaps a year BCE. */
  readonly three: number;
  /** An apostrophe and two digits: perhaps a year. */
  readonly short: number;
  /** Two to four digits, and `s`: perhaps a decade. */
  readonly decade: number;
  /** One or two digits and a colon: perhaps a clock time. */
  readonly clock: number;
  /** One or two digits and a slash: perhaps a date. */
  readonly slash: number;
  /** "3.5.", "3.5.21": perhaps a date, in languages that write them so. */
  readonly dotted: number | undefined;
}

interface Node {
  readonly id: number;
  /** Where a class leads. */
  readonly edges: Map<number, Node>;
  /** The number reported when a class that ends the word follows. */
  readonly reports: Map<number, number>;
}

/** Between words; every reading begins here. */
export const BETWEEN = 0;
/** Inside a word that is in no list. */
export const LOST = CLASS_COUNT;

const SIGNS: readonly number[] = Array.from({ length: CLASS_COUNT }, (_, cls) => cls).filter(
  (cls) => !isWordClass(cls),
);
const classOf = (letter: string): number => CLASS_OF[letter.charCodeAt(0)] ?? GAP;

/** Adds a node that leads nowhere. */
function grow(nodes: Node[]): Node {
  const node: Node = { id: nodes.length, edges: new Map(), reports: new Map() };
  nodes.push(node);
  return node;
}

/** The node that a class leads to, added if missing. */
function follow(nodes: Node[], from: Node, cls: number): Node {
  const known = from.edges.get(cls);
  if (known) return known;
  const made = grow(nodes);
  from.edges.set(cls, made);
  return made;
}

/** Reports a number wherever a sign or a gap follows. */
function accept(node: Node, number: number): void {
  for (const cls of SIGNS) node.reports.set(cls, number);
}

/**
 * Builds the table for a list of words.
 *
 * @param words Lower case; may contain dots and apostrophes ("p.m", "o'clock"). A word's number is its place in the list.
 * @param decade Suffix of a decade: "s" in "1990s", "er" in "1990er".
 * @param numerals The numbers for numerals, or undefined if the table finds words only.
 */
export function buildStateTable(words: readonly string[], numerals?: NumeralHits, decade = 's'): StateTable {
  const nodes: Node[] = [];
  const root = grow(nodes);
  grow(nodes); // LOST
  words.forEach((word, number) => {
    let node = root;
    for (const letter of word) node = follow(nodes, node, classOf(letter));
    accept(node, number);
    // "c.1850": a word that ends in a dot may touch a numeral.
    if (word.endsWith('.')) node.reports.set(DIGIT, number);
  });
  if (numerals) addNumerals(nodes, root, numerals, decade);
  // A numeral may begin after the dot of an abbreviation that went no further: "c.1850" is no "c.e.".
  const digits = root.edges.get(DIGIT);
  if (digits) for (const word of words) afterDots(root, word, (node) => node.edges.set(DIGIT, digits));
  return { next: flatten(nodes) };
}

/** Adds years, decades, clock times and dates in digits, beside the words. */
function addNumerals(nodes: Node[], root: Node, numerals: NumeralHits, decade: string): void {
  const quote = follow(nodes, root, APOSTROPHE);
  const two = follow(nodes, follow(nodes, root, DIGIT), DIGIT);
  const three = follow(nodes, two, DIGIT);
  const four = follow(nodes, three, DIGIT);
  const short = follow(nodes, follow(nodes, quote, DIGIT), DIGIT);
  accept(three, numerals.three);
  accept(four, numerals.year);
  accept(short, numerals.short);
  const glue = (node: Node): void => {
    for (let cls = 0; cls < CLASS_COUNT; cls++)
      if (isWordClass(cls) && cls !== DIGIT) node.reports.set(cls, numerals.glued);
  };
  glue(four);
  const spell = (from: Node, word: string): Node =>
    [...word].reduce((node, letter) => follow(nodes, node, classOf(letter)), from);
  for (const node of [two, three, four, short]) accept(spell(node, decade), numerals.decade);
  // "1975Some": the letter after the digits is an s, but no decade follows.
  if (decade.length === 1) glue(spell(four, decade));
  for (const node of [follow(nodes, root, DIGIT), two]) {
    node.reports.set(COLON, numerals.clock);
    node.reports.set(SLASH, numerals.slash);
    // "10pm", "2hrs": letters that touch one or two digits may still be a word.
    for (const letter of 'aphmswy') graft(follow(nodes, node, classOf(letter)), follow(nodes, root, classOf(letter)));
  }
  if (numerals.dotted !== undefined) {
    // "3.5." and "3.5.21". After each dot the digits may also begin any other numeral: "3.1998" holds a year.
    const first = follow(nodes, root, DIGIT);
    const copies = [1, 2].map(() => {
      const dot = grow(nodes);
      const one = follow(nodes, dot, DIGIT);
      const pair = follow(nodes, one, DIGIT);
      graft(one, first);
      return { dot, one, pair };
    });
    const [month, year] = copies as [(typeof copies)[0], (typeof copies)[0]];
    for (const day of [first, two]) day.edges.set(DOT, month.dot);
    for (const node of [month.one, month.pair]) node.edges.set(DOT, year.dot);
    accept(year.dot, numerals.dotted);
    accept(year.pair, numerals.dotted);
  }
  // After an opening quote a word begins as it does after a gap.
  for (const [cls, node] of root.edges) if (!quote.edges.has(cls)) quote.edges.set(cls, node);
}

/** Adds to a node the edges of another that it lacks: "4Apr1988" and "4am" begin alike. */
function graft(node: Node, from: Node): void {
  for (const [cls, number] of from.reports) if (!node.reports.has(cls)) node.reports.set(cls, number);
  for (const [cls, next] of from.edges) {
    const own = node.edges.get(cls);
    if (own) graft(own, next);
    else node.edges.set(cls, next);
  }
}

/** Visits the nodes that the dots inside a word lead to and that know no digit. */
function afterDots(root: Node, word: string, visit: (node: Node) => void): void {
  let node: Node | undefined = root;
  for (const letter of word) {
    node = node?.edges.get(classOf(letter));
    if (letter === '.' && node && !node.edges.has(DIGIT) && !node.reports.has(DIGIT)) visit(node);
  }
}

/** One row of the table per node: what a class leads to, else what it reports, else out of the word. */
function flatten(nodes: readonly Node[]): Int32Array {
  const next = new Int32Array(nodes.length << CLASS_BITS);
  const nowhere = Int32Array.from({ length: CLASS_COUNT }, (_, cls) => (isWordClass(cls) ? LOST : BETWEEN));
  for (const { id, edges, reports } of nodes) {
    const row = id << CLASS_BITS;
    next.set(nowhere, row);
    for (const [cls, number] of reports) next[row | cls] = ~number;
    for (const [cls, node] of edges) next[row | cls] = node.id << CLASS_BITS;
  }
  return next;
}
