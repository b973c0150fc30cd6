import type { Clause, ParsedSentence, Phrase } from '../../syntax/parsed-sentence.ts';
import type { Anchor } from '../anchoring/anchor.ts';
import { isReporting, isSaying } from '../lexicon/factuality-verbs.ts';
import type { SentenceView } from '../sentence/render-words.ts';

/** Longest source, in characters. */
const LONGEST = 80;

/**
 * The source of a statement, if the sentence names one: "Kamm", "the company", "a report by the council". It follows "according to", or it is the
 * subject of a verb of saying whose complement contains the event. Of verbs of showing and thinking ("suggests", "believes") only a named subject is a source.
 * Never for the event of saying itself.
 */
export function attributionOf(view: SentenceView, anchor: Anchor): string | undefined {
  const accordingTo = phraseAfterAccordingTo(view);
  if (accordingTo !== undefined) return accordingTo;
  const parse = view.parse();
  const word = view.words[anchor.noun ?? view.groups[anchor.group as number]?.head ?? 0];
  const trigger = parse?.tokens.findIndex(({ end }) => word !== undefined && end > word.start) ?? -1;
  if (!parse || trigger < 0) return undefined;
  for (const clause of clausesOfSaying(parse, trigger)) {
    const source = sourceOf(view, parse, clause);
    if (source !== undefined) return source;
  }
  return undefined;
}

function phraseAfterAccordingTo(view: SentenceView): string | undefined {
  const { words } = view;
  const according = words.findIndex((word, i) => word.lower === 'according' && words[i + 1]?.lower === 'to');
  if (according < 0) return undefined;
  let end = according + 2;
  while (/^(?:determiner|possessive|noun|name|adjective|adverb|number)$/.test(words[end]?.tag ?? '')) end++;
  while (end > according + 2 && !/^(?:noun|name)$/.test(words[end - 1]?.tag ?? '')) end--;
  const [first, last] = [words[according + 2], words[end - 1]];
  return first && last && end > according + 2 ? readable(view.text.slice(first.start, last.end)) : undefined;
}

/**
 * Clauses that report the event, the innermost first: its own for an event noun ("officials confirmed the blast"), those whose complement contains
 * it, and those juxtaposed to such a clause ("it fell, officials said").
 */
function* clausesOfSaying({ tokens, clauses }: ParsedSentence, trigger: number): Generator<Clause> {
  let at = tokens[trigger]?.clause ?? -1;
  const own = clauses[at];
  const isSubject = own?.subject && own.subject.from <= trigger && trigger < own.subject.to;
  if (own && own.verb?.head !== trigger && !isSubject) yield own;
  for (let steps = 0; at >= 0 && steps < clauses.length; steps++) {
    const clause = clauses[at] as Clause;
    for (const beside of clauses) if (beside.governor === at && beside.relation === 'parenthetical') yield beside;
    const governor = clauses[clause.governor];
    const isInside = clause.relation === 'complement' || clause.relation === 'parenthetical';
    if (governor && isInside && governor.verb?.head === clause.governingToken) yield governor;
    at = clause.governor;
  }
}

/** The subject of a clause as a source; `undefined` for a clause without a verb of saying, or whose subject cannot be a source. */
function sourceOf(view: SentenceView, { tokens }: ParsedSentence, clause: Clause): string | undefined {
  const { verb, antecedent } = clause;
  if (!verb || verb.polarity === 'negated' || verb.voice === 'passive' || !isReporting(verb.lemma)) return undefined;
  const isRelative = /^(?:who|which|that)$/.test(tokens[clause.subject?.head ?? -1]?.lower ?? '');
  const subject = isRelative ? antecedent : clause.subject;
  const head = tokens[subject?.head ?? -1];
  if (!subject || !head) return undefined;
  if (/^(?:PRP|WP|DT|EX)/.test(head.tag)) {
    const pronoun = view.words.find(({ start }) => start === head.start);
    return pronoun && view.nameFor(pronoun);
  }
  if (!isSaying(verb.lemma) && !head.tag.startsWith('NNP')) return undefined;
  return /^(?:NN|CD)/.test(head.tag) ? written(view, tokens, subject) : undefined;
}

/** A noun phrase without asides and days, as it reads within a sentence: "the mayor", for "Meanwhile, the mayor, who resigned". */
function written(view: SentenceView, tokens: ParsedSentence['tokens'], { from, to, head }: Phrase): string | undefined {
  let [start, end] = [head, head + 1];
  while (start > from && !BREAK.test(tokens[start - 1]?.text ?? '')) start--;
  while (end < to && !BREAK.test(tokens[end]?.text ?? '')) end++;
  const [first, last] = [tokens[start], tokens[end - 1]];
  if (!first || !last || /^(?:IN|TO|RB)$/.test(first.tag)) return undefined;
  const source = readable(view.text.slice(first.start, last.end))?.replace(DAY, '');
  if (source === undefined) return undefined;
  const isName = view.words.some((word) => word.start === first.start && word.tag === 'name');
  const isCommon = !isName && /^(?:DT|CD|PRP\$)$/.test(first.tag) && /^\p{Lu}(?!\p{Lu})/u.test(first.text);
  return isCommon ? source.charAt(0).toLowerCase() + source.slice(1) : source;
}

const BREAK = /^(?:[,;:()–—]|-LRB-|--+|``|''|["“”])$/;
const DAY = / (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?$/;

function readable(text: string): string | undefined {
  const source = text.replace(/\s+/g, ' ').replace(/^["“”'`]+|["“”'`,]+$/g, '');
  return source.length > 0 && source.length <= LONGEST ? source : undefined;
}
