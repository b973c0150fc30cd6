import type { Clause, ParsedSentence, Phrase, SyntaxToken } from '../../syntax/parsed-sentence.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import { isFirm } from './entities.ts';
import {
  isCompanyNoun,
  PRONOUNS,
  type Pronoun,
  type Referent,
  referentOf,
  type Stretch,
  type Surroundings,
} from './referents.ts';

/**
 * The antecedent of a pronoun: the subject of the clause above its own, of the previous clause, or of previous
 * sentences, with matching number and gender; for "he" and "she" also the only person named in such a sentence.
 *
 * @param start UTF-16 offset of the pronoun.
 */
export function antecedentOf(around: Surroundings, pronoun: string, start: number): string | undefined {
  if (/^(?:i|my|we|our)$/.test(pronoun)) return speakerOf(around, start, pronoun === 'we' || pronoun === 'our');
  const kind = Object.hasOwn(PRONOUNS, pronoun) ? PRONOUNS[pronoun] : undefined;
  if (!kind) return undefined;
  const own = around.parses(around.sentence);
  if (!own) return undefined;
  const token = own.tokens.findIndex((one) => one.start === start);
  if (token < 0 || (kind === 'it' && (isExpletive(own, token) || isExpletiveByWords(around.text, start))))
    return undefined;
  const sought = { kind, acts: kind === 'it' && isActor(own, token) };
  const here = withinSentence(around, own, token, sought);
  if (here !== undefined) return here.text;
  for (const before of around.earlier) {
    const parse = around.parses(before);
    const found = parse ? inSentence(around, parse, before, sought) : 'stop';
    if (found === 'stop') break;
    if (found) return found.text;
  }
  // "its shares": a company's
  return sought.acts && own.tokens[token]?.relation === 'nmod:poss' ? companyOf(around, 'company') : undefined;
}

/** Constraints on the antecedent of a pronoun. */
interface Sought {
  readonly kind: Pronoun;
  /** Its verb, or its possession, requires an agent. */
  readonly acts: boolean;
}

const fitsSought = ({ fits, acts }: Referent, sought: Sought): boolean =>
  fits.has(sought.kind) && (acts || !sought.acts);

/** Nouns that only an organisation owns: "shares". */
const OF_ORGANISATIONS =
  /^(?:stocks?|shares?|shareholders?|chairman|chief|executives?|board|directors?|customers?|profits?|revenues?|earnings|headquarters|subsidiary|spokes(?:man|woman|person)|staff|employees|acquisition|lawyers?|engineers)$/;

/** "|It| bought the yard", "|its| shares": the antecedent must be an agent. */
function isActor({ tokens, clauses }: ParsedSentence, token: number): boolean {
  const { relation, head, clause } = tokens[token] as SyntaxToken;
  if (relation === 'nmod:poss') return OF_ORGANISATIONS.test(tokens[head]?.lower ?? '');
  const verb = clauses[clause]?.verb;
  return relation === 'nsubj' && verb?.voice === 'active' && (isReporting(verb.lemma) || ACTS.test(verb.lemma));
}

/** Verbs of decisions and dealings. */
const ACTS =
  /^(?:buy|acquire|sell|hire|appoint|plan|agree|decide|ask|sue|pay|launch|accuse|hope|want|believe|expect|offer|reject|approve|negotiate|sign|apologi[sz]e|refuse|order|impose)$/;

/** "it is clear that", "it took a month to": an expletive, which refers to what follows. */
function isExpletive({ tokens, clauses }: ParsedSentence, token: number): boolean {
  const { relation, clause } = tokens[token] as SyntaxToken;
  if (relation === 'expl') return true;
  if (!relation.startsWith('nsubj')) return false;
  const { verb, complements } = clauses[clause] as Clause;
  const hasClause = complements.some(({ kind }) => kind === 'clause');
  // "it was announced that"
  if (hasClause && verb?.voice === 'passive' && isReporting(verb.lemma)) return true;
  return hasClause && /^(?:be|seem|appear|take|happen|emerge|turn|look|remain|become)$/.test(verb?.lemma ?? '');
}

/** "It could be that …", "It is hoped it will end", "it is Ramadan": the words behind "it" show that it stands for nothing. */
const isExpletiveByWords = (text: string, start: number): boolean =>
  /^it(?: (?:is|was|(?:could|may|might|would|will) be)|['’]s)(?: \w+ly)? (?:that|hoped|feared|thought|said|believed|understood|unclear|clear|likely|unlikely|possible|ramadan|lent|easter|christmas|winter|summer|spring|autumn|time to)\b/i.test(
    text.slice(start, start + 60),
  );

/** Subjects of the pronoun's own sentence: of the clauses over its own, then of those before it. */
function withinSentence(
  around: Surroundings,
  parse: ParsedSentence,
  token: number,
  sought: Sought,
): Referent | undefined {
  const { clauses, tokens } = parse;
  const seen = new Set<number>();
  const { clause } = tokens[token] as SyntaxToken;
  const order: number[] = [];
  // "his company grew": the subject of its own clause may be the phrase that the possessive stands in
  // "|BP|'s announcement that it will pay"
  const owner = ownerOf(parse, clause);
  const owning = owner && referentOf(around, parse, owner);
  if (owning && fitsSought(owning, sought)) return owning;
  for (let at = (clauses[clause] as Clause).governor, steps = 0; at >= 0 && steps < 8; steps++) {
    order.push(at);
    at = (clauses[at] as Clause).governor;
  }
  for (let i = clause; i >= 0; i--) order.push(i);
  for (const index of order) {
    if (seen.has(index)) continue;
    seen.add(index);
    const { subject, subjectShared, relation } = clauses[index] as Clause;
    if (!subject || subjectShared || relation === 'relative') continue;
    if (subject.from <= token && token < subject.to) continue;
    // a later phrase is an antecedent only if its clause governs that of the pronoun
    if (subject.from > token && !order.slice(0, 4).includes(index)) continue;
    const referent = referentOf(around, parse, subject);
    if (referent && fitsSought(referent, sought)) return referent;
  }
  return undefined;
}

/** The owner of the noun that a clause modifies. */
function ownerOf({ clauses, tokens }: ParsedSentence, clause: number): Phrase | undefined {
  const { relation, governingToken } = clauses[clause] as Clause;
  if (relation !== 'complement' || !/^NN/.test(tokens[governingToken]?.tag ?? '')) return undefined;
  const head = tokens.findIndex((one) => one.head === governingToken && one.relation === 'nmod:poss');
  if (head < 0) return undefined;
  let from = head;
  while (tokens[from - 1]?.head === head) from--;
  return { from, to: head + 1, head };
}

/** Subjects of a previous sentence, in order; 'stop' if the chain of reference is broken. */
function inSentence(
  around: Surroundings,
  parse: ParsedSentence,
  { start, end }: Stretch,
  sought: Sought,
): Referent | 'stop' | undefined {
  const { kind } = sought;
  // a sentence without a clause was parsed wrongly: its content is unknown
  if (!parse.clauses.some(({ subject, verb }) => subject && verb)) return 'stop';
  // "the army left it": the pronoun is not the subject of that sentence, and refers to an earlier one
  if (parse.tokens.some(({ lower, relation }) => PRONOUNS[lower] === kind && /^(?:obj|obl)/.test(relation)))
    return undefined;
  const order = [...parse.clauses].sort((a, b) => rankOf(a) - rankOf(b));
  for (const { subject, subjectShared, relation } of order) {
    if (!subject || subjectShared || relation === 'relative') continue;
    const head = parse.tokens[subject.head] as SyntaxToken;
    // the same pronoun: its antecedent is in an earlier sentence
    if (PRONOUNS[head.lower] === kind) return undefined;
    const referent = referentOf(around, parse, subject);
    if (referent && fitsSought(referent, sought)) return referent;
  }
  if (kind !== 'he' && kind !== 'she') return undefined;
  const persons = around.entities
    .within(start, end)
    .filter((entity) => entity.kind === 'person' && fitsGender(around.entities.genderOf(entity), kind));
  if (persons.length > 1) return 'stop';
  return persons[0] && { text: persons[0].name, acts: true, fits: new Set([kind]) };
}

const RANKS: readonly Clause['relation'][] = ['main', 'complement', 'coordinate', 'parenthetical', 'adverbial'];
const rankOf = ({ relation }: Clause): number => {
  const rank = RANKS.indexOf(relation);
  return rank < 0 ? RANKS.length : rank;
};

const fitsGender = (known: 'm' | 'f' | undefined, kind: Pronoun): boolean =>
  known === undefined || (known === 'm') === (kind === 'he');

/** Verbs of saying that govern a quotation. */
const SPEAKS = /^(?:say|tell|add|write|announce|state|tweet|declare|explain|note|warn|recall|reply|insist)$/;

/**
 * The speaker of a quotation: the subject of the verb of saying beside it or, if the quotation continues, in the
 * previous sentence.
 *
 * @param many Whether the speaker is a group: "we" never refers to one person alone.
 */
function speakerOf(around: Surroundings, start: number, many: boolean): string | undefined {
  const own = around.parses(around.sentence);
  const token = own?.tokens.findIndex((one) => one.start === start) ?? -1;
  if (!own || token < 0) return undefined;
  const found = speakerIn(around, own, own.tokens[token]?.clause);
  const before = around.earlier[0];
  const isOpen =
    !own.tokens.some(({ text }) => /^["”]$/.test(text)) ||
    /["“”]/.test(around.text.slice(around.sentence.start, start));
  const parse = found === undefined && isOpen && before ? around.parses(before) : undefined;
  const referent =
    found ??
    (parse && /["“”]/.test(around.text.slice(before?.start, before?.end))
      ? speakerIn(around, parse, undefined)
      : undefined);
  if (!referent) return undefined;
  const isPerson = referent.fits.has('he') || referent.fits.has('she');
  // "We can confirm that …", in a statement: a text does not speak of "us"
  return isPerson === many || TEXTS.test(referent.text) ? undefined : referent.text;
}

const TEXTS = /\b(?:statement|report|letter|e-?mail|note|memo|release|article|document|message|study|notice)s?$/i;

function speakerIn(around: Surroundings, parse: ParsedSentence, quoted: number | undefined): Referent | undefined {
  for (const [index, { verb, subject, quotation }] of parse.clauses.entries()) {
    if (index === quoted || quotation || !subject || !verb || !SPEAKS.test(verb.lemma) || verb.polarity === 'negated')
      continue;
    const head = parse.tokens[subject.head] as SyntaxToken;
    const name = PRONOUNS[head.lower] ? antecedentOf(around, head.lower, head.start) : undefined;
    if (name !== undefined) return { text: name, acts: true, fits: new Set([PRONOUNS[head.lower] as Pronoun]) };
    const referent = referentOf(around, parse, subject);
    if (referent) return referent;
  }
  return undefined;
}

/** The firm that "the company" refers to: the last one named in a previous sentence, or the one that the article names most. */
export function companyOf(around: Surroundings, noun: string): string | undefined {
  if (!isCompanyNoun(noun)) return undefined;
  const { entities } = around;
  for (const before of around.earlier) {
    const named = entities.between(before.start, before.end).filter(({ entity }) => isFirm(entity));
    const ids = new Set(named.map(({ entity }) => entity.id));
    if (ids.size === 1) return named[0]?.entity.name;
    if (ids.size > 1) break;
  }
  return entities.mainFirm?.name;
}
