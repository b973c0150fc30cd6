import { DOUBTING_ADVERBS, isReporting } from '../lexicon/factuality-verbs.ts';
import { isDash, opensAnew, type WordRange } from '../sentence/clause.ts';
import { type OmittedDate, renderWords, type SentenceView } from '../sentence/render-words.ts';
import { subjectOf } from '../sentence/subject.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import { subjectWords } from './subject-words.ts';

/** What is said belongs to the saying: up to the end of the sentence or to a mark that closes it. */
export function reportEnd(words: readonly Word[], groups: readonly VerbGroup[], g: number, said?: number): number {
  const group = groups[g] as VerbGroup;
  const first = said ?? group.last + 1;
  let content = said !== undefined;
  for (let i = first; i < words.length; i++) {
    const word = words[i] as Word;
    if (opensAnew(words, i)) return i;
    // "under terms announced on Friday, holders receive …"
    if (word.text === ',' && !content && words[i + 1]?.tag !== 'time' && !opensQuotation(words, i)) return i;
    if (word.tag !== 'mark' && word.tag !== 'time' && words[i + 1]?.tag !== 'time') content = true;
    if (word.tag !== 'mark') {
      if (
        word.tag === 'coordinator' &&
        i > first + 5 &&
        groups.some((x) => x.kind === 'finite' && x.first > i && x.first < i + 5)
      )
        return i;
      continue;
    }
    if (word.text === ':' && opensQuotation(words, i)) continue;
    if (isDash(words, i) || /^(?:;|:|\(|\?|!|\.\.\.|…|\|)$/.test(word.text)) return i;
    if (/^(?:"|”|'')$/.test(word.text) && i > first + 9) return i;
    if (word.text === '.' && i === words.length - 1) return i;
    if (word.text === ',' && i > first + 5 && words[i + 1]?.tag !== 'time') return i;
  }
  return words.length;
}

/** "said: "We …": the colon belongs to the saying. */
const opensQuotation = (words: readonly Word[], at: number): boolean =>
  /^(?:"|“|``|`|'|‘)$/.test(words[at + 1]?.text ?? '');

export const firstComma = (words: readonly Word[], from: number, to: number): number => {
  for (let i = from; i < to; i++) if (words[i]?.text === ',') return i;
  return to;
};

/** What a verb of saying is followed by. */
export interface Reported {
  /** Index of the first word of what is said, past "that" and past what only says when or where. */
  readonly from: number;
  /** The verb of what is said, as an index of groups. */
  readonly verb: number;
  /** Index after the verb and whom it is said to: "told reporters". */
  readonly objectEnd: number;
}

const SETS_SCENE = new Set('once when whenever after before until while since because although though as'.split(' '));

/** "said in an interview that Berg …", but "said in that interview". */
const opensClause = (that: Word, next: Word | undefined): boolean =>
  that.tag === 'relative' || /^(?:name|pronoun|determiner|possessive)$/.test(next?.tag ?? '');

const opensGroup = (groups: readonly VerbGroup[], at: number): boolean => groups.some((x) => x.first === at);

/** What is said after the verb: the clause after "that", or one without it. */
export function reportedClause(words: readonly Word[], groups: readonly VerbGroup[], g: number): Reported | undefined {
  const group = groups[g] as VerbGroup;
  let verb = groups.findIndex((x, at) => at > g && x.kind === 'finite');
  const first = groups[verb];
  if (!first || first.first > group.last + 40) return undefined;
  let that = -1;
  let commas = 0;
  let passing = false;
  let placed = /^(?:tell|inform|warn|assure|remind|advise|notify)$/.test(group.lemma);
  let colon = -1;
  for (let i = group.last + 1; i < first.first && that < 0 && colon < 0; i++) {
    const word = words[i] as Word;
    if (word.text === ',') commas++;
    // "announced on television that", but "announced the news that"
    if (word.tag === 'preposition' && commas === 0) placed = true;
    if (word.text === ':') colon = i;
    else if (
      word.lower === 'that' &&
      (word.tag === 'subordinator' ||
        (placed && commas === 0 && !opensGroup(groups, i + 1) && opensClause(word, words[i + 1])))
    )
      that = i;
    else if (word.tag === 'verb' && commas % 2 === 1) passing = true;
    else if (/^(?:relative|wh|subordinator|verb)$/.test(word.tag) || word.lower === 'what') return undefined;
    else if (word.tag === 'coordinator' && words[i + 1]?.tag !== 'name') return undefined;
    else if (word.tag === 'mark' && !/^[,:"“`'‘.&-]$/.test(word.text)) return undefined;
  }
  // "said, adding that": not what was said first
  if (passing && (that < 0 || commas % 2 === 1)) return undefined;
  let from = that + 1;
  if (that >= 0) {
    // "said that the team, which Ole heads, made …": the verb whose subject comes first
    const main = groups.findIndex(
      (x, at) =>
        at >= verb && x.kind === 'finite' && x.first < that + 40 && subjectOf(words, groups, at).from === that + 1,
    );
    if (main >= 0) verb = main;
  }
  while (words[from]?.text === ',') from++;
  if (that < 0) {
    const own = subjectOf(words, groups, verb);
    if (own.to <= own.from || own.from <= group.last || own.from > first.first) return undefined;
    from = own.from;
    if (colon >= 0) from = colon + 1;
    while (words[from]?.tag === 'mark' && from < first.first) from++;
    for (let i = group.last + 1; i < from && colon < 0; i++)
      if (words[i]?.text === ',' && !opensQuotation(words, i)) return undefined;
  } else if (SETS_SCENE.has(words[from]?.lower ?? '')) {
    // "said that once he arrives it will begin": the clause of the time waits for the one that tells
    let comma = first.last;
    while (comma < words.length && comma < first.last + 20 && words[comma]?.text !== ',') comma++;
    const after = words[comma]?.text === ',' ? comma : first.last;
    verb = groups.findIndex((x) => x.kind === 'finite' && x.first > after);
    const own = verb < 0 ? undefined : subjectOf(words, groups, verb);
    if (!own || own.to <= own.from || own.from <= after) return undefined;
    from = own.from;
  }
  let objectEnd = group.last + 1;
  if (words[objectEnd]?.lower === 'out') objectEnd++; // "pointed out"
  while (
    objectEnd < from &&
    /^(?:noun|name|determiner|possessive|object-pronoun|adjective)$/.test(words[objectEnd]?.tag ?? '')
  )
    objectEnd++;
  return { from, verb, objectEnd };
}

/** It takes certainty from what follows, or turns it round. */
const casts = (word: Word): boolean =>
  /^(?:subordinator|negation)$/.test(word.tag) ||
  DOUBTING_ADVERBS.has(word.lower) ||
  /^(?:according|without|unlike|nearly|almost|hardly|only|rumours?|rumors?|theory)$/.test(word.lower);

/** The clause of what is said, its subject short, its pronouns as they stand. */
export function whatIsSaid(view: SentenceView, said: Reported, to: number, dropped: OmittedDate | undefined): string[] {
  const { words, groups } = view;
  const group = groups[said.verb] as VerbGroup;
  const own = subjectOf(words, groups, said.verb);
  let colon = false;
  for (let i = said.objectEnd; i < said.from; i++) if (words[i]?.text === ':') colon = true;
  const lead = colon ? [':'] : [];
  const front = words.slice(said.from, Math.max(own.from, said.from));
  // only a phrase may be passed over: an "if" or an "allegedly" is what the rest hangs on
  const passable =
    front.length === 0 || (/^(?:preposition|adverb|time)$/.test(front[0]?.tag ?? '') && !front.some(casts));
  if (own.from < said.from || own.to <= own.from || own.to > group.first || !passable)
    return [...lead, ...renderWords(view, said.from, to, dropped, '')];
  return [
    ...lead,
    ...subjectWords(view, own, dropped, true),
    ...renderWords(view, verbStart(words, own.to, group), to, dropped, ''),
  ];
}

/** "never signed", "allegedly fled": what takes certainty from a verb stays with it. */
const verbStart = (words: readonly Word[], from: number, group: VerbGroup): number => {
  let start = group.first;
  while (start > from && /^(?:adverb|negation)$/.test((words[start - 1] as Word).tag)) start--;
  return start;
};

/** What was said, where it stands before the verb of saying: '"A decision was made," Kamm said'. */
export function fronted(
  view: SentenceView,
  g: number,
  subject: WordRange,
  dropped: OmittedDate | undefined,
): string[] | undefined {
  const { words, groups } = view;
  const saying = groups[g] as VerbGroup;
  let limit = Math.min(subject.from, saying.first);
  for (let i = saying.last + 1; i < saying.last + 12; i++) if (words[i]?.text === ':') return undefined;
  while (/^(?:noun|name|adjective|determiner|possessive)$/.test(words[limit - 1]?.tag ?? '')) limit--;
  if (limit < 4 || !/^[,"”'’?!`]$/.test(words[limit - 1]?.text ?? '')) return undefined;
  let from = 0;
  for (let i = 0; i < limit; i++) if (view.hidden(i)) from = i + 1;
  const tells = (x: VerbGroup, k: number): boolean =>
    k < g && x.kind === 'finite' && x.first >= from && x.last < limit && words[x.first - 1]?.tag !== 'relative';
  let verb = groups.findIndex((x, k) => tells(x, k) && !isReporting(x.lemma));
  if (verb < 0) verb = groups.findIndex(tells);
  if (verb < 0) {
    if (dropped && dropped.first < limit) return undefined;
    const parts = renderWords(view, from, firstComma(words, from + 3, limit), undefined);
    return parts.length > 3 ? [':', ...parts] : undefined;
  }
  const group = groups[verb] as VerbGroup;
  const own = subjectOf(words, groups, verb);
  let end = limit;
  for (let i = group.last + 3; i < limit; i++)
    if (/^[,;:]$/.test(words[i]?.text ?? '') || isDash(words, i)) {
      end = i;
      break;
    }
  const named = own.to > own.from && own.from >= from && own.to <= group.first;
  const parts = [
    ...(named ? subjectWords(view, own, dropped) : []),
    ...renderWords(view, named ? verbStart(words, own.to, group) : from, end, dropped),
  ];
  return parts.length > 2 ? [':', ...parts] : undefined;
}
