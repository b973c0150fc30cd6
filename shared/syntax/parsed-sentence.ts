import type { Sentence } from '../text/sentences.ts';

/** A range of a sentence's tokens: indices into `ParsedSentence.tokens`, `to` exclusive. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** A phrase with the token that carries its meaning: the noun of a noun phrase, the verb of a clause. */
export interface Phrase extends TokenRange {
  readonly head: number;
}

/**
 * A token with its tag and its place in the dependency tree. Tokens are those of `tokenize`, with clitics apart: "didn't" is "did" and
 * "n't", "she'll" is "she" and "'ll", "cannot" is "can" and "not". So each token of the text is one or two tokens here, never fewer.
 */
export interface SyntaxToken {
  /** UTF-16 offsets in the article's text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case, with curly apostrophes made straight. */
  readonly lower: string;
  /** Dictionary form, in lower case except for names: "went" is "go", "n't" is "not". */
  readonly lemma: string;
  /** Part of speech of the Penn Treebank: NN, VBD, IN … */
  readonly tag: string;
  /** Index of the token that governs it; -1 for the root of the sentence. */
  readonly head: number;
  /** Relation of Universal Dependencies to its head: nsubj, obl, advcl, acl:relcl … */
  readonly relation: string;
  /** Index of its clause in `ParsedSentence.clauses`. Every token has one. */
  readonly clause: number;
}

/** The relation of a clause to the clause or word that governs it. */
export type ClauseRelation =
  /** The main clause. */
  | 'main'
  /** "… and opened a school". */
  | 'coordinate'
  /** Object, or complement of an adjective or noun: "said that …", "plans to …", "a plan to …", "the claim that …". */
  | 'complement'
  /** Subject of its governor: "what he did was …". */
  | 'subject'
  /** "the bridge which …", "the man they arrested". */
  | 'relative'
  /** "when …", "after …", "although …", "to raise money" (purpose). */
  | 'adverbial'
  /** A participle that modifies a noun or clause: "the road built in 1910", "…, killing two". */
  | 'participle'
  /** Inserted or juxtaposed without a marker: "…, I think, …", "…; he left". */
  | 'parenthetical';

/** A verb with its auxiliaries. A copula is the verb of its clause: "was" in "was mayor". */
export interface ClauseVerb extends TokenRange {
  /** Every token of the group in order, which adverbs or a subject may divide: "has", "been", "built". */
  readonly tokens: readonly number[];
  /** The token that carries the meaning. */
  readonly head: number;
  readonly lemma: string;
  readonly form: 'finite' | 'infinitive' | 'participle' | 'gerund';
  /** Of the finite verb; a modal has the tense of its meaning: "will open" is future, "would open" is `none`. */
  readonly tense: 'past' | 'present' | 'future' | 'none';
  readonly aspect: 'simple' | 'perfect' | 'progressive' | 'perfect-progressive';
  readonly voice: 'active' | 'passive';
  /** "will", "would", "may" …, whole and straight: "won't" is "will", "'d" is "would". */
  readonly modal: string | undefined;
  readonly polarity: 'affirmed' | 'negated';
  /** The verb is a copula, and `predicate` among the complements says what the subject is. */
  readonly copula: boolean;
}

/** A complement or adjunct of a clause's verb, whole. */
export interface Complement extends Phrase {
  readonly kind: 'object' | 'indirect-object' | 'predicate' | 'oblique' | 'agent' | 'clause' | 'particle' | 'adverb';
  /** Its preposition or conjunction, if it has one: "in", "because of", "that". */
  readonly marker: string | undefined;
  /** Index of the clause, for `kind: 'clause'`. */
  readonly clause: number | undefined;
}

/** The setting of a clause: quotation, bracket, headline, caption. */
export interface ClauseSetting {
  /** Its verb lies between quotation marks of this sentence or of one that is still open (`ParseOptions.quotationOpen`). */
  readonly quotation: boolean;
  readonly bracket: boolean;
  readonly headline: boolean;
  readonly caption: boolean;
}

/** A clause: a verb with its dependents, or a sentence without a verb. */
export interface Clause extends ClauseSetting {
  /** From its first to its last token, clauses that it governs included. Ranges of clauses may enclose each other and cross. */
  readonly from: number;
  readonly to: number;
  /** The words that open it and link it to its governor: "when", "even though", "that", "who", "and". */
  readonly marker: (TokenRange & { readonly lemma: string }) | undefined;
  /** Its subject with everything that belongs to it; a relative pronoun is the subject of its clause, see `antecedent`. */
  readonly subject: Phrase | undefined;
  /** The subject is in the clause that this one is coordinated with: "came and opened". */
  readonly subjectShared: boolean;
  /** The antecedent of a relative clause or a participle: "the bridge" in "the bridge which fell". */
  readonly antecedent: Phrase | undefined;
  /** Undefined for a sentence or headline without a verb. */
  readonly verb: ClauseVerb | undefined;
  readonly complements: readonly Complement[];
  /** Index of the governing clause; -1 for a main clause. Clauses stand in the order of their heads, so it may be greater than its own. */
  readonly governor: number;
  /** The word that governs it, which may be a noun of the governing clause; -1 for a main clause. */
  readonly governingToken: number;
  readonly relation: ClauseRelation;
}

/** A sentence with its tags, its dependency tree and its clauses. */
export interface ParsedSentence {
  readonly sentence: Sentence;
  readonly tokens: readonly SyntaxToken[];
  readonly clauses: readonly Clause[];
}
/** Context of a sentence within its article. */
export interface ParseOptions {
  readonly headline?: boolean;
  readonly caption?: boolean;
  /** A quotation was opened in an earlier sentence and is still open. */
  readonly quotationOpen?: boolean;
  /** Keeps the greedy parse without a search for a more likely one: more than twice as fast, less accurate. */
  readonly greedy?: boolean;
}
