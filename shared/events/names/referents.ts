import type { ParsedSentence, Phrase, SyntaxToken } from '../../syntax/parsed-sentence.ts';
import type { Entity } from '../event.ts';
import type { Parses } from '../sentence/parses.ts';
import type { EntityIndex } from './entities.ts';
import { isPersonNoun, isPluralNoun } from './person-nouns.ts';

/** A stretch of an article: UTF-16 offsets, `end` exclusive. */
export interface Stretch {
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
export type Pronoun = 'he' | 'she' | 'it' | 'they';

export const PRONOUNS: Readonly<Record<string, Pronoun>> = {
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
export interface Referent {
  readonly text: string;
  /** It can decide and act: a person, an organisation, a country. */
  readonly acts: boolean;
  /** The pronouns that fit. */
  readonly fits: ReadonlySet<Pronoun>;
}

const FEMALE =
  /(?:woman|mother|sister|daughter|wife|widow|girl|queen|actress|princess|aunt|niece|businesswoman|spokeswoman)$/;
const MALE = /(?:[^o]man|^man|father|brother|son|husband|widower|boy|king|prince|uncle|nephew|actor)$/;
/** Collective nouns: singular nouns for groups of people. */
const GROUP =
  /^(?:police|people|government|team|crew|family|couple|company|group|army|union|party|court|council|staff|crowd|jury|board|band|club)$/;
/** Further nouns for groups of people. */
const ACTOR =
  /^(?:administration|agency|ministry|commission|committee|department|parliament|senate|congress|country|state|city|university|school|hospital|newspaper|network|station|force|navy|regime|alliance|bloc|organi[sz]ation|association|authority|office|firm|business|league|federation|charity|fund)$/;
/** Words that are never antecedents. */
const EMPTY =
  /^(?:what|this|that|these|those|there|it|one|none|nobody|nothing|something|focus|sign|signs|number|numbers|majority|question|problem|result|results|idea|issue|clamor|aim|goal|key|reports?|day|week|month|year|time|morning|night|way|fact|reason|move|most|many|some|all|part|percent|half|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/;

const LONGEST_REFERENT = 60;

const COMPANY =
  /^(?:company|firm|concern|carmaker|automaker|airline|retailer|manufacturer|bank|corporation|insurer|brewer|maker|publisher|utility)$/;

/** Whether a noun, in lower case, names a firm. */
export const isCompanyNoun = (noun: string): boolean => COMPANY.test(noun);

/** A noun phrase as a title names it; `undefined` for a pronoun or a phrase that is too long. */
export function referentOf(around: Surroundings, parse: ParsedSentence, phrase: Phrase): Referent | undefined {
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
  if (isJoined) return { text: written, acts: true, fits: new Set(['they']) };
  if (entity?.kind === 'person') {
    const gender = around.entities.genderOf(entity);
    return {
      text: entity.name,
      acts: true,
      fits: new Set(gender === 'm' ? ['he'] : gender === 'f' ? ['she'] : ['he', 'she']),
    };
  }
  const isName =
    entity === undefined && list.length <= 3 && list.every((one) => one.tag === 'NNP' || isWrittenAsName(around, one));
  const acts =
    entity !== undefined ||
    /^\p{Lu}{2,}$/u.test(head.text) ||
    GROUP.test(head.lower) ||
    COMPANY.test(head.lower) ||
    ACTOR.test(head.lower) ||
    /^NNP/.test(head.tag);
  return { text: written, acts: acts || isName, fits: fitting(isName ? { ...head, tag: 'NNP' } : head, isName) };
}

/** A word that the tagger reads as a noun although the article capitalises it within a sentence. */
const isWrittenAsName = ({ text }: Surroundings, { text: form, tag }: SyntaxToken): boolean =>
  tag === 'NN' &&
  /^\p{Lu}\p{Ll}{2,}/u.test(form) &&
  (text.includes(`, ${form} `) || /[a-z] $/.test(before(text, form)));

/** The two characters before the last time that a word follows a space. */
function before(text: string, form: string): string {
  const at = text.lastIndexOf(` ${form}`);
  return at < 1 ? '' : text.slice(at - 1, at + 1);
}

/** The name of a phrase: the one at its head, or the last one without a possessive, as in "the minister Ole Berg" but not "Berg's minister". */
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
