import { readTemplates } from './hashing.ts';
import type { ParserTokens } from './parser-features.ts';
import type { Tree } from './tree.ts';
import { vocabularyTest } from './vocabulary.ts';

const isOpening = vocabularyTest(/^(?:,|``|''|:|-LRB-|CC)$/);

/** Input for reconsidering the governor of a clause. */
export interface AttachmentView {
  readonly tree: Tree;
  readonly tokens: ParserTokens;
  /** Index of the relation of each token. */
  readonly labels: readonly number[];
}

/**
 * c is the head of the clause, g the candidate governor, h the parser's governor; w, t, r are word, tag and relation, f holds a bit each for
 * subject, auxiliary, conjunction and object; m is the word that opens the clause, p the tag before it, n the tag after it; set is the set of
 * relations of the other dependents of g to the right.
 */
const ATOMS =
  'cw ct cr cf gw gt gr gf hw ht hf mw mt pt p2t nt same up down side dist comma verb quote set rank fw root'.split(
    ' ',
  );

export const ATTACHMENT_TEMPLATES = readTemplates(
  `
  cw, ct cf, gw, gt gf, mw, mt pt, cr same, same rank, up down, same up side, cr up down, ct gt, cf gf side, cw gw,
  cw gt, ct gw, mw gt side, mw ct gt, mw gw, mt cf gf, pt ct gt, pt mt gf side, dist side, comma verb side,
  comma ct gt, verb ct gt, quote gt side, quote ct comma, set ct, set mt cf, set gw, gr ct side, gr mt, gr gt cr,
  cr gt same, cr mw same, cr gw, cr cf gf same, nt ct side, p2t pt ct, cw mw, ct cf gt gf, pt comma up, fw gt side,
  fw ct gf, same ct gt pt, hw same, ht gt same, hf gf same, mw up down, ct up down pt, root same mt, gw side pt,
  gw quote side, cf quote same, rank up comma
`,
  ATOMS,
);

const FORMS: Readonly<Record<string, number>> = {
  nsubj: 1,
  'nsubj:pass': 1,
  'nsubj:outer': 1,
  aux: 2,
  'aux:pass': 2,
  cop: 2,
  obj: 16,
  ccomp: 32,
  xcomp: 32,
  cc: 64,
};

/** Subject, auxiliary or copula, conjunction, object: a bit each. */
function formOf(tree: Tree, i: number): number {
  let form = 0;
  for (const child of tree.children[i] as readonly number[]) {
    const relation = tree.relations[child] as string;
    if (relation === 'mark') form |= tree.tags[child] === 'TO' ? 4 : 8;
    else form |= FORMS[relation] ?? 0;
  }
  return form;
}

const bucket = (distance: number): number =>
  distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 20 ? 6 : 7;

/**
 * Writes the atoms of a clause under a governor.
 *
 * @param rank How many candidates lie nearer.
 */
export function attachmentAtoms(
  { tree, tokens, labels }: AttachmentView,
  clause: number,
  governor: number,
  rank: number,
  atoms: Int32Array,
): void {
  const { word, tag, commas, verbs, quotes } = tokens;
  const current = tree.heads[clause] as number;
  const first = tree.first[clause] as number;
  const last = tree.last[clause] as number;
  const left = Math.min(clause, governor);
  const right = Math.max(clause, governor);
  const count = (counts: readonly number[]): number =>
    Math.min((counts[right] as number) - (counts[left + 1] as number), 3);
  let up = 0;
  for (let at = current; up < 5 && at !== governor && at >= 0; up++) at = tree.heads[at] as number;
  let down = 0;
  for (let at = governor; down < 5 && at !== current && at >= 0; down++) at = tree.heads[at] as number;
  let set = 0;
  for (const child of tree.children[governor] as readonly number[])
    if (child > governor && child !== clause) set |= 1 << ((labels[child] as number) % 31);
  let opener = first;
  while (opener < clause && isOpening(tree.tags[opener] as string)) opener++;
  atoms[0] = word[clause] as number;
  atoms[1] = tag[clause] as number;
  atoms[2] = labels[clause] as number;
  atoms[3] = formOf(tree, clause);
  atoms[4] = word[governor] as number;
  atoms[5] = tag[governor] as number;
  atoms[6] = labels[governor] as number;
  atoms[7] = formOf(tree, governor);
  atoms[8] = current < 0 ? 0 : (word[current] as number);
  atoms[9] = current < 0 ? 255 : (tag[current] as number);
  atoms[10] = current < 0 ? 255 : formOf(tree, current);
  atoms[11] = word[opener] as number;
  atoms[12] = tag[opener] as number;
  atoms[13] = first > 0 ? (tag[first - 1] as number) : 255;
  atoms[14] = first > 1 ? (tag[first - 2] as number) : 255;
  atoms[15] = last + 1 < tag.length ? (tag[last + 1] as number) : 255;
  atoms[16] = governor === current ? 1 : 0;
  atoms[17] = up;
  atoms[18] = down;
  atoms[19] = governor < clause ? 0 : 1;
  atoms[20] = bucket(right - left);
  atoms[21] = count(commas);
  atoms[22] = count(verbs);
  atoms[23] = ((quotes[right] as number) - (quotes[left] as number)) & 1;
  atoms[24] = set;
  atoms[25] = Math.min(rank, 6);
  atoms[26] = word[first] as number;
  atoms[27] = (tree.heads[governor] as number) < 0 ? 1 : 0;
}
