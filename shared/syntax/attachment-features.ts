import { hashTemplates, layOut } from './hashing.ts';
import type { ParserTokens } from './parser-features.ts';
import type { Tree } from './tree.ts';

/** What the second look at a clause's governor reads. */
export interface AttachmentView {
  readonly tree: Tree;
  readonly tokens: ParserTokens;
  /** Index of the relation of each token. */
  readonly labels: Uint8Array;
}

/**
 * c is the head of the clause, g the governor that is considered, h the one that the parser gave; w, t, r are word, tag and relation, f tells
 * of subject, auxiliary, conjunction and object; m is the word that opens the clause, p the tag before it, n the tag behind it; set is the
 * set of relations of what else g governs to the right.
 */
const ATOMS =
  'cw ct cr cf gw gt gr gf hw ht hf mw mt pt p2t nt same up down side dist comma verb quote set rank fw root'.split(
    ' ',
  );

const TEMPLATES = `
  cw, ct cf, gw, gt gf, mw, mt pt, cr same, same rank, up down, same up side, cr up down, ct gt, cf gf side, cw gw,
  cw gt, ct gw, mw gt side, mw ct gt, mw gw, mt cf gf, pt ct gt, pt mt gf side, dist side, comma verb side,
  comma ct gt, verb ct gt, quote gt side, quote ct comma, set ct, set mt cf, set gw, gr ct side, gr mt, gr gt cr,
  cr gt same, cr mw same, cr gw, cr cf gf same, nt ct side, p2t pt ct, cw mw, ct cf gt gf, pt comma up, fw gt side,
  fw ct gf, same ct gt pt, hw same, ht gt same, hf gf same, mw up down, ct up down pt, root same mt, gw side pt,
  gw quote side, cf quote same, rank up comma
`
  .trim()
  .split(/,\s+/);

const LAID_OUT = layOut(TEMPLATES.map((template) => template.split(/\s+/).map((atom) => ATOMS.indexOf(atom))));

export const ATTACHMENT_TEMPLATES = TEMPLATES.length;

const atoms = new Int32Array(ATOMS.length);

/** Subject, auxiliary or copula, conjunction, object: a bit each. */
function formOf(tree: Tree, i: number): number {
  let form = 0;
  for (const child of tree.children[i] as readonly number[]) {
    const relation = tree.relations[child] as string;
    if (relation.startsWith('nsubj')) form |= 1;
    else if (relation.startsWith('aux') || relation === 'cop') form |= 2;
    else if (relation === 'mark') form |= tree.tags[child] === 'TO' ? 4 : 8;
    else if (relation === 'obj') form |= 16;
    else if (relation === 'ccomp' || relation === 'xcomp') form |= 32;
    else if (relation === 'cc') form |= 64;
  }
  return form;
}

const bucket = (distance: number): number =>
  distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 20 ? 6 : 7;

/**
 * Slots of the features of a clause under a governor.
 *
 * @param rank How many candidates lie nearer.
 */
export function attachmentFeatures(
  { tree, tokens, labels }: AttachmentView,
  clause: number,
  governor: number,
  rank: number,
  slots: Int32Array,
): number {
  const { word, tag, commas, verbs, quotes } = tokens;
  const current = tree.heads[clause] as number;
  const first = tree.first[clause] as number;
  const last = tree.last[clause] as number;
  const left = Math.min(clause, governor);
  const right = Math.max(clause, governor);
  const count = (counts: Int32Array): number => Math.min((counts[right] as number) - (counts[left + 1] as number), 3);
  let up = 0;
  for (let at = current; up < 5 && at !== governor && at >= 0; up++) at = tree.heads[at] as number;
  let down = 0;
  for (let at = governor; down < 5 && at !== current && at >= 0; down++) at = tree.heads[at] as number;
  let set = 0;
  for (const child of tree.children[governor] as readonly number[])
    if (child > governor && child !== clause) set |= 1 << ((labels[child] as number) % 31);
  let opener = first;
  while (opener < clause && /^(?:,|``|''|:|-LRB-|CC)$/.test(tree.tags[opener] as string)) opener++;
  const values = [
    word[clause],
    tag[clause],
    labels[clause],
    formOf(tree, clause),
    word[governor],
    tag[governor],
    labels[governor],
    formOf(tree, governor),
    current < 0 ? 0 : word[current],
    current < 0 ? 255 : tag[current],
    current < 0 ? 255 : formOf(tree, current),
    word[opener],
    tag[opener],
    tag[first - 1] ?? 255,
    tag[first - 2] ?? 255,
    tag[last + 1] ?? 255,
    governor === current ? 1 : 0,
    up,
    down,
    governor < clause ? 0 : 1,
    bucket(right - left),
    count(commas),
    count(verbs),
    ((quotes[right] as number) - (quotes[left] as number)) & 1,
    set,
    Math.min(rank, 6),
    word[first],
    (tree.heads[governor] as number) < 0 ? 1 : 0,
  ];
  for (let i = 0; i < values.length; i++) atoms[i] = values[i] as number;
  return hashTemplates(LAID_OUT, atoms, slots);
}
