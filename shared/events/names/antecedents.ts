import type { Clause, ParsedSentence, Phrase, SyntaxToken } from '../../syntax/parsed-sentence.ts';
import type { Entity } from '../event.ts';
import type { Parses } from '../sentence/parses.ts';
import type { EntityIndex } from './entities.ts';
import { isPersonNoun, isPluralNoun } from './person-nouns.ts';

/** A stretch of an article: UTF-16 offsets, `end` exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where antecedents are searched. */
export interface Surroundings {
  readonly text: string;
  readonly entities: EntityIndex;
  readonly sentence: Stretch;
  /** The previous sentences, nearest first. */
  readonly earlier: readonly Stretch[];
  readonly parses: Parses;
}

/** Pronouns of the third person, with the possessives that belong to them. */
type Pronoun = 'he' | 'she' | 'it' | 'they';

const PRONOUNS: Readonly<Record<string, Pronoun>> = {
  he: 'he',
  his: 'he',
  him: 'he',
  she: 'she',
  her: 'she',
  it: 'it',
  its: 'it',
  they: 'they',
  their: 'they',
  them: 'they',
};

/** A noun phrase that a pronoun may stand for. */
interface Referent {
  readonly text: string;
  /** The pronouns that fit. */
  readonly fits: ReadonlySet<Pronoun>;
}

const FEMALE =
  /(?:woman|mother|sister|daughter|wife|widow|girl|queen|actress|princess|aunt|niece|businesswoman|spokeswoman)$/;
const MALE = /(?:[^o]man|^man|father|brother|son|husband|widower|boy|king|prince|uncle|nephew|actor)$/;
/** Collective nouns: singular nouns for groups of people. */
const GROUP =
  /^(?:police|people|government|team|crew|family|couple|company|group|army|union|party|court|council|staff|crowd|jury|board|band|club)$/;
/** Words that are never antecedents. */
const EMPTY =
  /^(?:what|this|that|these|those|there|it|one|none|nobody|nothing|something|focus|sign|signs|number|numbers|majority|question|problem|result|results|idea|issue|clamor|aim|goal|key|reports?|day|week|month|year|time|morning|night|way|fact|reason|move|most|many|some|all|part|percent|half|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/;

const LONGEST_REFERENT = 60;

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
  if (token < 0 || (kind === 'it' && isExpletive(own, token))) return undefined;
  const here = withinSentence(around, own, token, kind);
  if (here !== undefined) return here.text;
  for (const before of around.earlier) {
    const parse = around.parses(before);
    if (!parse) return undefined;
    const found = inSentence(around, parse, before, kind);
    if (found === 'stop') return undefined;
    if (found) return found.text;
  }
  return undefined;
}

/** "it is clear that", "it took a month to": an expletive, which refers to what follows. */
function isExpletive({ tokens, clauses }: ParsedSentence, token: number): boolean {
  const { relation, clause } = tokens[token] as SyntaxToken;
  if (relation === 'expl') return true;
  if (!relation.startsWith('nsubj')) return false;
  const { verb, complements } = clauses[clause] as Clause;
  const hasClause = complements.some(({ kind }) => kind === 'clause');
  return hasClause && /^(?:be|seem|appear|take|happen|emerge|turn|look|remain|become)$/.test(verb?.lemma ?? '');
}

/** Subjects of the pronoun's own sentence: of the clauses over its own, then of those before it. */
function withinSentence(
  around: Surroundings,
  parse: ParsedSentence,
  token: number,
  kind: Pronoun,
): Referent | undefined {
  const { clauses, tokens } = parse;
  const seen = new Set<number>();
  const { clause } = tokens[token] as SyntaxToken;
  const order: number[] = [];
  // "his company grew": the subject of its own clause may be the phrase that the possessive stands in
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
    // what comes behind is named for the pronoun only where its clause governs
    if (subject.from > token && !order.slice(0, 4).includes(index)) continue;
    const referent = referentOf(around, parse, subject);
    if (referent?.fits.has(kind)) return referent;
  }
  return undefined;
}

/** Subjects of a previous sentence, in order; 'stop' if the chain of reference is broken. */
function inSentence(
  around: Surroundings,
  parse: ParsedSentence,
  { start, end }: Stretch,
  kind: Pronoun,
): Referent | 'stop' | undefined {
  // a sentence without a clause was parsed wrongly: its content is unknown
  if (!parse.clauses.some(({ subject, verb }) => subject && verb)) return 'stop';
  // "the army left it": the pronoun is not the subject of that sentence, and refers to an earlier one
  if (parse.tokens.some(({ lower, relation }) => PRONOUNS[lower] === kind && /^(?:obj|obl)/.test(relation)))
    return undefined;
  const order = [...parse.clauses].sort((a, b) => rankOf(a) - rankOf(b));
  for (const { subject, subjectShared, relation } of order) {
    if (!subject || subjectShared || relation === 'relative') continue;
    const head = parse.tokens[subject.head] as SyntaxToken;
    // the same pronoun: what it stands for is named further up
    if (PRONOUNS[head.lower] === kind) return undefined;
    const referent = referentOf(around, parse, subject);
    if (referent?.fits.has(kind)) return referent;
  }
  if (kind !== 'he' && kind !== 'she') return undefined;
  const persons = around.entities
    .within(start, end)
    .filter((entity) => entity.kind === 'person' && fitsGender(around.entities.genderOf(entity), kind));
  if (persons.length > 1) return 'stop';
  return persons[0] && { text: persons[0].name, fits: new Set([kind]) };
}

const RANKS: readonly Clause['relation'][] = ['main', 'complement', 'coordinate', 'parenthetical', 'adverbial'];
const rankOf = ({ relation }: Clause): number => {
  const rank = RANKS.indexOf(relation);
  return rank < 0 ? RANKS.length : rank;
};

const fitsGender = (known: 'm' | 'f' | undefined, kind: Pronoun): boolean =>
  known === undefined || (known === 'm') === (kind === 'he');

/** A noun phrase as a title names it; `undefined` for a pronoun or a phrase that is too long. */
function referentOf(around: Surroundings, parse: ParsedSentence, phrase: Phrase): Referent | undefined {
  const { tokens } = parse;
  const head = tokens[phrase.head] as SyntaxToken;
  if (!/^(?:NN|CD)/.test(head.tag) || EMPTY.test(head.lower)) return undefined;
  const to = endOfName(parse, phrase);
  const list = tokens.slice(phrase.from, to);
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last || list.some(({ tag }) => /^(?:PRP\$?|WP|WDT)$/.test(tag))) return undefined;
  const written = around.text
    .slice(first.start, last.end)
    .replace(/\s+/g, ' ')
    .replace(/^(?:A|An|a|an) /, 'the ');
  if (written.length > LONGEST_REFERENT || /["“”()[\]:;]/.test(written)) return undefined;
  const entity = nameAt(around, first.start, last.end, head.start);
  const isJoined = tokens.some(
    ({ head: over, relation, tag }) => over === phrase.head && relation === 'conj' && /^NN/.test(tag),
  );
  if (isJoined) return { text: written, fits: new Set(['they']) };
  if (entity?.kind === 'person') {
    const gender = around.entities.genderOf(entity);
    return { text: entity.name, fits: new Set(gender === 'm' ? ['he'] : gender === 'f' ? ['she'] : ['he', 'she']) };
  }
  const isName = entity === undefined && list.length <= 3 && list.every(({ tag }) => tag === 'NNP');
  return { text: written, fits: fitting(head, isName) };
}

/** The name that a phrase is: the one at its head, or the last one that owns nothing, as in "the minister Ole Berg" but not "Berg's minister". */
function nameAt({ entities, text }: Surroundings, start: number, end: number, head: number): Entity | undefined {
  const named = entities.between(start, end);
  const atHead = named.find((one) => one.start <= head && head < one.end);
  if (atHead) return atHead.entity;
  return named.findLast((one) => one.entity.kind === 'person' && !/^['’]/.test(text.slice(one.end, one.end + 1)))
    ?.entity;
}

function fitting({ tag, lower }: SyntaxToken, isName: boolean): ReadonlySet<Pronoun> {
  if (tag === 'NNS' || tag === 'CD' || lower === 'police' || lower === 'people') return new Set(['they']);
  if (tag === 'NNP') return new Set(isName ? ['it', 'he', 'she'] : ['it']);
  if (tag === 'NNPS') return new Set(['it', 'they']);
  if (FEMALE.test(lower)) return new Set(['she']);
  if (MALE.test(lower)) return new Set(['he']);
  if (isPluralNoun(lower)) return new Set(['they']);
  if (isPersonNoun(lower)) return new Set(['he', 'she']);
  return new Set(GROUP.test(lower) ? ['it', 'they'] : ['it']);
}

/** Where a name or a noun with its "of" ends: before a comma, a relative clause, a bracket. */
function endOfName({ tokens }: ParsedSentence, { from, to, head }: Phrase): number {
  for (let i = Math.max(from, head) + 1; i < to; i++) {
    const { text, relation, tag, lower } = tokens[i] as SyntaxToken;
    if (/^[,([–—-]$/.test(text) || /^(?:WDT|WP|VBG|VBN|VBD)$/.test(tag)) return i;
    if (relation === 'case' && tag !== 'POS' && lower !== 'of' && lower !== 'for') return i;
  }
  return to;
}

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
  return isPerson === many ? undefined : referent.text;
}

function speakerIn(around: Surroundings, parse: ParsedSentence, quoted: number | undefined): Referent | undefined {
  for (const [index, { verb, subject, quotation }] of parse.clauses.entries()) {
    if (index === quoted || quotation || !subject || !verb || !SPEAKS.test(verb.lemma) || verb.polarity === 'negated')
      continue;
    const head = parse.tokens[subject.head] as SyntaxToken;
    const name = PRONOUNS[head.lower] ? antecedentOf(around, head.lower, head.start) : undefined;
    if (name !== undefined) return { text: name, fits: new Set([PRONOUNS[head.lower] as Pronoun]) };
    const referent = referentOf(around, parse, subject);
    if (referent) return referent;
  }
  return undefined;
}

const COMPANY =
  /^(?:company|firm|concern|carmaker|automaker|airline|retailer|manufacturer|bank|corporation|insurer|brewer|maker|publisher|utility)$/;

/** The organisation that "the company" refers to: the last one named in a previous sentence, or the one that the article names most. */
export function companyOf(around: Surroundings, noun: string): string | undefined {
  if (!COMPANY.test(noun)) return undefined;
  const { entities } = around;
  for (const before of around.earlier) {
    const named = entities.between(before.start, before.end).filter(({ entity }) => entity.kind === 'organization');
    const ids = new Set(named.map(({ entity }) => entity.id));
    if (ids.size === 1) return named[0]?.entity.name;
    if (ids.size > 1) break;
  }
  return entities.mainOrganization?.name;
}
