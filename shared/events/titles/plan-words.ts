import type { Clause, SyntaxToken } from '../../syntax/parsed-sentence.ts';
import { SMALL_WORDS } from '../lexicon/closed-class.ts';
import { NO_PASSIVE, PASSIVE_ALONE, SUFFERED, TWO_OBJECTS } from '../lexicon/complement-verbs.ts';
import { isPlanning, isReporting } from '../lexicon/factuality-verbs.ts';
import { pastOf } from '../lexicon/verb-forms.ts';
import { type OmittedDate, renderWords, type SentenceView } from '../sentence/render-words.ts';
import type { Word } from '../sentence/word.ts';
import type { ParsedView } from './parsed-view.ts';
import type { Plan } from './plan.ts';
import type { Subtrees } from './subtrees.ts';

/** The words of a plan: subject, verb group, the rest; then the statement. */
export function render(plan: Plan, isSaid = false): string[] {
  const { parsed, kept, lead, subject, whole, shared, object, clause, dropped, said } = plan;
  const { view, wordOf } = parsed;
  const wordsOf = (tokens: Iterable<number>): Set<number> => {
    const words = new Set<number>();
    for (const i of tokens) words.add(wordOf[i] as number);
    return words;
  };
  const subjectWords = wordsOf(subject.filter((i) => kept.has(i)));
  const objectWords = wordsOf(object.filter((i) => kept.has(i)));
  const rest = wordsOf([...kept].filter((i) => !subject.includes(i) && !object.includes(i) && !lead.includes(i)));
  // "They'll": one word that holds the subject and its auxiliary
  for (const w of subjectWords) rest.delete(w);
  const parts = [
    ...piece(view, wordsOf(lead), dropped),
    ...wholeOf(plan, piece(view, wordsOf(whole), dropped), subjectPiece(view, subjectWords, dropped, isSaid)),
    ...piece(view, wordsOf(shared), dropped, true),
  ];
  if (objectWords.size === 0)
    return [...parts, ...agreeing(piece(view, rest, dropped, true), plan, isSaid), ...saidParts(said)];
  const verbTo = wordOf[(clause?.verb?.to ?? 1) - 1] as number;
  // "|The| strike that Orex ordered": in the middle of the title it has no capital
  const [opening = '', ...noun] = piece(view, objectWords, dropped, true);
  const isSmall = SMALL_WORDS.get(opening.toLowerCase()) === 'determiner';
  const group = new Set([...rest].filter((w) => w <= verbTo));
  const after = new Set([...rest].filter((w) => w > verbTo));
  return [
    ...parts,
    ...piece(view, group, dropped, true),
    isSmall ? opening.toLowerCase() : opening,
    ...noun,
    ...piece(view, after, dropped, true),
  ];
}

/** Words of a verb group in the third person, if the title names the speaker in place of "I" or "we": "have seen" becomes "has seen". */
function agreeing(
  words: string[],
  { parsed, clause, tree, subject: tokens, isFiniteByWords }: Plan,
  isSaid: boolean,
): string[] {
  const subject = tree.tokens[clause?.subject?.head ?? -1]?.lower;
  const first = words[0]?.toLowerCase();
  // "with output reaching …", "Berg having sold the yard"
  if (first === 'having' && clause?.verb) return [pastOf(clause.verb.lemma), ...words.slice(2)];
  // "leaked oil before |being capped|"
  if (first === 'being' && clause?.verb?.voice === 'passive')
    return [isPlural(tree, tokens) ? 'were' : 'was', ...words.slice(1)];
  const behind = (clause?.verb?.head ?? -2) + 1;
  // "carried out |by| the council"
  const isBySomebody = tree.tokens[tree.tokens[behind]?.tag === 'RP' ? behind + 1 : behind]?.lower === 'by';
  const isActive = isFiniteByWords && !isBySomebody && !isPassiveAlone(clause) && !isReduced(clause, parsed);
  const aux = isActive ? undefined : passiveOf(clause, tree, tokens);
  // "Formed in Berlin, the band …"
  if (aux !== undefined) return [aux, ...(words[0] ? [words[0].toLowerCase()] : []), ...words.slice(1)];
  if (clause?.relation !== 'participle' && clause?.verb?.form !== 'finite' && clause?.verb?.modal === undefined) {
    if (clause && clause.verb?.tokens.length === 1 && tree.tokens[clause.verb.head]?.tag === 'VBG')
      return [pastOf(clause.verb.lemma), ...words.slice(1)];
  }
  // "|Speaking| in the town hall, Berg asked for help": told of the past as the clause that governs it
  const opens = clause?.relation === 'main' && clause.verb?.from === 0;
  if (
    clause &&
    (opens || (clause.relation === 'participle' && clause.antecedent === undefined)) &&
    clause.verb?.tokens.length === 1 &&
    tree.tokens[clause.verb.head]?.tag === 'VBG' &&
    (opens || parsed.parse.clauses[clause.governor]?.verb?.tense === 'past')
  )
    return [pastOf(clause.verb.lemma), ...words.slice(1)];
  const ofNoun =
    clause?.relation === 'participle' && clause.antecedent ? ofParticiple(clause, tree, tokens) : undefined;
  if (ofNoun !== undefined && (parsed.isFact || ofNoun.isTimeless)) return [ofNoun.form, ...words.slice(1)];
  const isNamed =
    !isSaid &&
    subject === 'i' &&
    clause?.subject &&
    parsed.view.standsFor(parsed.view.words[parsed.wordOf[clause.subject.head] as number] as Word) !== undefined;
  if (isNamed && first === 'am') return ['is', ...words.slice(1)];
  if (isNamed && first === 'have') return ['has', ...words.slice(1)];
  return words;
}

/** "the photographer |killed| in the north": without an object the past form of such a verb is a participle, whatever the order of the words. */
const isPassiveAlone = (clause: Clause | undefined): boolean =>
  clause?.verb !== undefined &&
  (PASSIVE_ALONE.has(clause.verb.lemma) || SUFFERED.has(clause.verb.lemma)) &&
  !isReporting(clause.verb.lemma) &&
  !clause.complements.some(({ kind }) => kind === 'object' || kind === 'clause');

/** "Explosions |heard| in the town were caused by gas": a participle of the subject of another finite verb is never finite itself. */
const isReduced = (clause: Clause | undefined, { parse: { clauses, tokens } }: ParsedView): boolean =>
  clause?.relation === 'participle' &&
  clause.antecedent !== undefined &&
  clauses.some(
    ({ subject, subjectShared, verb }) =>
      !subjectShared &&
      verb?.form === 'finite' &&
      verb.from > (clause.verb?.head ?? 0) &&
      // "Battles raged as news brought hope": only an auxiliary is surely finite
      (verb.copula || verb.tokens.length > 1 || PASSIVE_ALONE.has(clause.verb?.lemma ?? '')) &&
      // "The port closed, officials said", "Pumps drew in air and powered the lights"
      !tokens.slice(clause.verb?.head, verb.from).some(({ text }) => text === ',') &&
      tokens[verb.from - 1]?.tag !== 'CC' &&
      subject?.head === clause.antecedent?.head,
  );

/** "clashes |erupting| in the south", "the season |starting| in June": the finite form that the title tells it in. */
function ofParticiple(
  { verb }: Clause,
  tree: Subtrees,
  subject: readonly number[],
): { readonly form: string; readonly isTimeless: boolean } | undefined {
  const { tag, lemma } = tree.tokens[verb?.head ?? -1] ?? {};
  if (verb?.tokens.length !== 1 || verb.voice !== 'active' || tag !== 'VBG' || !lemma) return undefined;
  if (subject.some((i) => /^(?:VB[DZP]|MD)$/.test(tree.tokens[i]?.tag ?? ''))) return undefined;
  if (/^(?:start|begin|end)$/.test(lemma))
    return { form: isPlural(tree, subject) ? lemma : `${lemma}s`, isTimeless: true };
  return /^(?:go|follow|date|include)$/.test(lemma) ? undefined : { form: pastOf(lemma), isTimeless: false };
}

function isPlural(tree: Subtrees, subject: readonly number[]): boolean {
  const isMany = subject.some((i) => {
    const { tag, lower, head } = tree.tokens[i] as SyntaxToken;
    const isHead = !subject.includes(head);
    return isHead && (/^(?:NNP?S|CD)$/.test(tag) || /^(?:people|police)$/.test(lower));
  });
  const isMore = subject.some((i) => tree.tokens[i]?.relation === 'conj' && /^NN/.test(tree.tokens[i]?.tag ?? ''));
  return isMany || isMore;
}

/** "the road |was| built in 1910", of "the road built in 1910": a participle becomes a clause. */
function passiveOf(clause: Clause | undefined, tree: Subtrees, subject: readonly number[]): string | undefined {
  const { verb } = clause ?? {};
  if (verb?.form !== 'participle' || verb.tokens.length > 1 || tree.tokens[verb.head]?.tag !== 'VBN') return undefined;
  if (clause?.relation !== 'participle' && clause?.relation !== 'adverbial') return undefined;
  if (NO_PASSIVE.has(verb.lemma)) return undefined;
  // "a wave - felt for miles - |wrecked the ferry|": with an object it is no passive, but for verbs with two
  const hasObject = clause.complements.some(({ kind }) => kind === 'object');
  if (hasObject && !clause.antecedent && !TWO_OBJECTS.has(verb.lemma)) return undefined;
  const isMany = isPlural(tree, subject);
  if (isPlanning(verb.lemma)) return isMany ? 'are' : 'is';
  return isMany ? 'were' : 'was';
}

/** "the council's | report", "most of | the boats": a subject with the noun that it is a part of. */
function wholeOf({ tree, subject }: Plan, whole: readonly string[], part: readonly string[]): readonly string[] {
  if (whole.length === 0) return part;
  const opening = part[0] ?? '';
  if (tree.tokens[subject.at(-1) ?? -1]?.lower === 'of')
    return [
      ...part,
      // "broken boats, most of which": of those boats
      ...(/^\p{Ll}/u.test(whole[0] ?? '') && SMALL_WORDS.get(whole[0] ?? '') === undefined ? ['the'] : []),
      /^(?:The|An?)$/.test(whole[0] ?? '') ? (whole[0] as string).toLowerCase() : (whole[0] ?? ''),
      ...whole.slice(1),
    ];
  const owner = whole.at(-1) as string;
  return [
    ...whole.slice(0, -1),
    `${owner}${owner.endsWith('s') ? "'" : "'s"}`,
    opening.charAt(0).toLowerCase() + opening.slice(1),
    ...part.slice(1),
  ];
}

/** A subject, with the name of "the company". */
function subjectPiece(
  view: SentenceView,
  chosen: Set<number>,
  dropped: OmittedDate | undefined,
  isSaid: boolean,
): string[] {
  const [first, second, ...more] = [...chosen].sort((a, b) => a - b).map((w) => view.words[w]);
  if (first && !second && !isSaid && /^(?:i|we)$/.test(first.lower)) return [view.standsFor(first) ?? first.text];
  if (first?.lower === 'the' && second?.tag === 'noun' && more.length === 0) {
    const name = view.nameFor(second) ?? view.standsFor(second);
    if (name !== undefined) return [name];
  }
  return piece(view, chosen, dropped);
}

const saidParts = (said: Plan | undefined): string[] => (said ? [':', ...statement(render(said, true))] : []);

/** "|LARVIK --| The port closed", "|But| it could last", "the |likelihood| is low": a statement from its first word on, with a capital. */
export function statement(parts: readonly string[]): string[] {
  const dash = parts.slice(0, LONGEST_DATELINE).findIndex((part) => /^(?:--|–|—|:)$/.test(part));
  const isDateline = dash > 0 && parts.slice(0, dash).every((part) => /^\p{Lu}|^(?:In|At|the)$/u.test(part));
  const [first = '', ...more] = parts.slice(isDateline ? dash + 1 : 0);
  if (/^(?:but|and|so|however|yet)$/i.test(first) && more.length > 0) return statement(more);
  return [first.charAt(0).toUpperCase() + first.slice(1), ...more];
}

/** Most words of a dateline. */
const LONGEST_DATELINE = 6;

/** Some words of a sentence, in order, with the commas that still separate neighbouring words. */
function piece(view: SentenceView, chosen: Set<number>, dropped: OmittedDate | undefined, inside = false): string[] {
  if (chosen.size === 0) return [];
  const list = [...chosen].sort((a, b) => a - b);
  while (list.length > 0 && /^(?:\.|["”]|['’]{1,2})$/.test(view.words[list.at(-1) as number]?.text ?? ''))
    chosen.delete(list.pop() as number);
  if (list.length === 0) return [];
  const from = list[0] as number;
  const to = (list.at(-1) as number) + 1;
  const stays = (index: number): boolean => {
    if (!chosen.has(index)) return false;
    const word = view.words[index];
    if (word?.text !== ',') return true;
    return chosen.has(index - 1) && chosen.has(index + 1);
  };
  const narrowed: SentenceView = { ...view, hidden: (index) => !stays(index) || view.hidden(index) };
  return renderWords(narrowed, from, to, dropped, inside ? '' : undefined);
}
