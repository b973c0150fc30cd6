import { readFileSync } from 'node:fs';
import { syntaxTokens } from '../../shared/syntax/syntax-tokens.ts';
import type { Token } from '../../shared/text/tokens.ts';

/** A sentence of a treebank, aligned with the tokens of the project. */
export interface GoldSentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Penn tags, one a token. */
  readonly tags: readonly string[];
  readonly lemmas: readonly string[];
  /** Index of the governing token; -1 for the root. */
  readonly heads: Int32Array;
  readonly relations: readonly string[];
  /** Features of Universal Dependencies: "Mood=Ind|Tense=Past|VerbForm=Fin". */
  readonly features: readonly string[];
}

interface Row {
  readonly form: string;
  readonly lemma: string;
  readonly tag: string;
  readonly features: string;
  readonly head: number;
  readonly relation: string;
  start: number;
  end: number;
}

/** Finds each word in the text; false if the text differs. */
function locate(rows: readonly Row[], text: string): boolean {
  let at = 0;
  for (const row of rows) {
    while (at < text.length && /\s/.test(text.charAt(at))) at++;
    if (!text.startsWith(row.form, at)) return false;
    row.start = at;
    row.end = at + row.form.length;
    at = row.end;
  }
  return true;
}

/** The tag of several treebank words that are one token here: "25" + "%", "oil" + "-" + "hit". */
function joinedTag(rows: readonly Row[], head: Row, token: Token): string {
  if (rows.length === 1) return head.tag;
  if (token.kind === 'number' && /\d/.test(token.text)) return 'CD';
  if (rows.some(({ tag }) => tag === 'HYPH') && /^(?:VBN|VBG|AFX)$/.test(head.tag) && head.relation === 'amod')
    return 'JJ';
  return head.tag;
}

function overlay(rows: readonly Row[], text: string): GoldSentence | undefined {
  if (rows.length === 0 || !locate(rows, text)) return undefined;
  const tokens = syntaxTokens(text, 0, text.length);
  const tokenOfRow = new Int32Array(rows.length).fill(-1);
  const rowsOf: number[][] = tokens.map(() => []);
  let t = 0;
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r] as Row;
    while (t < tokens.length && (tokens[t] as Token).end <= row.start) t++;
    if (t >= tokens.length) return undefined;
    tokenOfRow[r] = t;
    for (let k = t; k < tokens.length && (tokens[k] as Token).start < row.end; k++) (rowsOf[k] as number[]).push(r);
  }
  const heads = new Int32Array(tokens.length).fill(-1);
  const tags: string[] = [];
  const lemmas: string[] = [];
  const relations: string[] = [];
  const features: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const members = rowsOf[i] as number[];
    const token = tokens[i] as Token;
    // the later tokens of one treebank word depend on its first
    const owned = members.filter((r) => tokenOfRow[r] === i);
    if (owned.length === 0) {
      const row = rows[members[0] ?? -1];
      if (!row) return undefined;
      heads[i] = tokenOfRow[members[0] as number] as number;
      tags.push(token.kind === 'mark' && !/[^.]/.test(token.text) ? '.' : row.tag);
      lemmas.push(token.lower);
      relations.push('goeswith');
      features.push('_');
      continue;
    }
    const outside = owned.find((r) => {
      const { head } = rows[r] as Row;
      return head < 0 || tokenOfRow[head] !== i;
    });
    if (outside === undefined) return undefined;
    const row = rows[outside] as Row;
    heads[i] = row.head < 0 ? -1 : (tokenOfRow[row.head] as number);
    tags.push(
      joinedTag(
        owned.map((r) => rows[r] as Row),
        row,
        token,
      ),
    );
    lemmas.push(owned.length === 1 ? row.lemma : token.lower);
    relations.push(row.relation);
    features.push(row.features);
  }
  return { text, tokens, tags, lemmas, heads, relations, features };
}

/** Sentences of a CoNLL-U file. Sentences whose words are not in their text are left out. */
export function readTreebank(path: string): GoldSentence[] {
  const sentences: GoldSentence[] = [];
  for (const block of readFileSync(path, 'utf8').split('\n\n')) {
    let text = '';
    const rows: Row[] = [];
    for (const line of block.split('\n')) {
      if (line.startsWith('# text = ')) text = line.slice(9);
      if (!/^\d+\t/.test(line)) continue;
      const [, form = '', lemma = '', , tag = '', features = '_', head = '0', relation = ''] = line.split('\t');
      rows.push({ form, lemma, tag, features, head: Number(head) - 1, relation, start: 0, end: 0 });
    }
    const sentence = overlay(rows, text);
    if (sentence) sentences.push(sentence);
  }
  return sentences;
}
