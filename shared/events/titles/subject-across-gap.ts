import type { SyntaxToken } from '../../syntax/parsed-sentence.ts';
import { range } from './subtrees.ts';

const DASH = /^(?:-|--+|–|—)$/;
const ENDS_PHRASE = /^(?:NN|PRP$|CD)/;
const IN_PHRASE = /^(?:NN|JJ|CD|DT|PDT|PRP\$|POS|VBN|VBG|RBR|RBS|HYPH|\$)/;
const OPENS_CLAUSE = /^(?:CC|WDT|WP|WRB|[:,]|-LRB-|``|'')$/;
/** Most tokens of an aside. */
const FARTHEST = 40;

/** The noun phrase before a gap that parts it from its verb: its first and last token, and its head. */
interface PhraseBefore {
  readonly head: number;
  readonly tokens: readonly number[];
}

/**
 * The noun phrase that a verb belongs to across an aside or a date: "|The firm|, which opened in 1901, closed", "an |explosion| - felt for
 * miles - destroyed", "|Eight of the killings| since 1993 were solved". It reaches back to the beginning of its clause.
 *
 * @param verb The first token of the verb group.
 * @param isDate Whether a token belongs to a date.
 */
export function phraseAcrossGap(
  tokens: readonly SyntaxToken[],
  verb: number,
  isDate: (token: number) => boolean,
): PhraseBefore | undefined {
  let end = verb - 1;
  while (end >= 0 && (isDate(end) || tokens[end]?.tag === 'RB')) end--;
  if (end < verb - 1 && /^(?:IN|TO)$/.test(tokens[end]?.tag ?? '')) end--;
  const close = tokens[end]?.text ?? '';
  if (DASH.test(close)) {
    const open = range(Math.max(0, end - FARTHEST), end).findLast((i) => tokens[i]?.text === close);
    return open === undefined ? undefined : phraseEndingAt(tokens, open - 1, isDate);
  }
  if (close !== ',') return end < verb - 1 ? phraseEndingAt(tokens, end, isDate) : undefined;
  for (let open = end - 1; open > 0 && open > end - FARTHEST; open--) {
    const found = tokens[open]?.text === ',' ? phraseEndingAt(tokens, open - 1, isDate) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The noun phrase that ends at a token and begins its clause; `undefined` where a verb or another clause stands before it. */
function phraseEndingAt(
  tokens: readonly SyntaxToken[],
  end: number,
  isDate: (token: number) => boolean,
): PhraseBefore | undefined {
  if (!ENDS_PHRASE.test(tokens[end]?.tag ?? '') || isDate(end)) return undefined;
  let start = end;
  while (start > 0) {
    const { tag, relation } = tokens[start - 1] as SyntaxToken;
    const isLink = tag === 'IN' && relation === 'case' && !isDate(start);
    if (!IN_PHRASE.test(tag) && !isLink) break;
    start--;
  }
  // "In the north of the town, …": a phrase of place
  if (/^(?:IN|TO)$/.test(tokens[start]?.tag ?? '')) return undefined;
  const before = tokens[start - 1];
  const isOpen =
    before === undefined || OPENS_CLAUSE.test(before.tag) || DASH.test(before.text) || before.relation === 'mark';
  if (!isOpen) return undefined;
  const phrase = range(start, end + 1);
  const link = phrase.findIndex((i) => tokens[i]?.tag === 'IN');
  const head = phrase
    .slice(0, link < 0 ? undefined : link)
    .findLast((i) => ENDS_PHRASE.test(tokens[i]?.tag ?? '') && !isDate(i));
  return head === undefined ? undefined : { head, tokens: phrase };
}
