import { ADJECTIVE_ATTITUDES, isPlanning, isPredicting, isReporting, isWishing } from './lexicon/attitudes.ts';
import { eventNounStrength } from './lexicon/event-nouns.ts';
import type { TimexRange } from './timex-ranges.ts';
import { isBoundary, type VerbGroup } from './verb-groups.ts';
import type { Word } from './words.ts';

export type { TimexRange } from './timex-ranges.ts';

/** What a time expression dates. Exactly one of `group` and `noun` is set. */
export interface Attachment {
  readonly range: TimexRange;
  /** Index into the sentence's verb groups. */
  readonly group?: number;
  /** Index of the noun's word. */
  readonly noun?: number;
  /** The noun phrase takes the event for granted ("the 1989 crackdown"). */
  readonly presupposed: boolean;
  /** 0…1: how plainly the date stands at the event. */
  readonly strength: number;
}

const PERIOD_NOUNS = new Set(
  'period quarter year half season month week decade session term fiscal weekend day days morning evening night edition issue level levels figure figures total average date deadline'.split(
    ' ',
  ),
);
/** Verbs of being and having: what they say holds at a date, but they date badly what else stands in the sentence. */
const STATIVE = new Set(
  'be have do include contain remain seem appear own exist consist belong represent involve mean need know believe think like suggest indicate show'.split(
    ' ',
  ),
);
const CONTEXT_PREPOSITIONS = new Set(
  'since after before following until from despite of over for about by to amid with than as ahead like compared against'.split(
    ' ',
  ),
);
const nominal = (word: Word | undefined): boolean =>
  word !== undefined &&
  (word.tag === 'noun' || word.tag === 'name' || word.tag === 'adjective' || word.tag === 'number');

/** Finds what each time expression of a sentence dates. */
export function attach(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  ranges: readonly TimexRange[],
  dct: string | undefined,
): Attachment[] {
  const found: Attachment[] = [];
  for (const range of ranges) {
    const own = namedEvent(words, range) ?? inNounPhrase(words, groups, range) ?? afterNoun(words, groups, range);
    if (own && !(range.since && clausePerfect(groups, range))) {
      if (own.noun !== undefined) found.push(own);
      continue;
    }
    if (isTimetable(groups, range)) continue;
    const group = bestGroup(words, groups, range);
    if (group) {
      const at = toGovernor(words, groups, group.group, range, dct);
      found.push({ range, group: at, presupposed: false, strength: group.strength });
      const second = parallelClause(words, groups, at, range);
      if (second !== undefined)
        found.push({ range, group: second, presupposed: false, strength: group.strength * 0.8 });
      const lasting = sinceThen(words, groups, at);
      if (lasting !== undefined)
        found.push({
          range: { ...range, since: true },
          group: lasting,
          presupposed: false,
          strength: group.strength * 0.8,
        });
      const whenever = mainOfWhen(words, groups, at);
      if (whenever !== undefined)
        found.push({ range, group: whenever, presupposed: false, strength: group.strength * 0.8 });
    } else {
      const noun = nearestEventNoun(words, range);
      if (noun !== undefined) found.push({ range, noun, presupposed: false, strength: 0.5 });
    }
  }
  return found;
}

/** "open Monday to Friday": what is said in the present of a row of weekdays is a habit. */
const isTimetable = (groups: readonly VerbGroup[], range: TimexRange): boolean =>
  range.until !== undefined &&
  /day$/i.test(range.timex.text) &&
  /day$/i.test(range.until.text) &&
  !groups.some(
    (group) => group.kind === 'finite' && (group.tense === 'past' || group.perfect || group.modal !== undefined),
  );

const clausePerfect = (groups: readonly VerbGroup[], range: TimexRange): boolean =>
  groups.some(
    (group) =>
      group.kind === 'finite' && group.perfect && group.tense === 'present' && Math.abs(group.head - range.first) < 30,
  );

/** "the 1994 Winter Olympics", "World War II": a name that is a date and an event in one. */
function namedEvent(words: readonly Word[], range: TimexRange): Attachment | undefined {
  if (range.until || range.ended || range.since) return undefined;
  for (let i = range.last; i >= range.first; i--) {
    const word = words[i] as Word;
    if (word.capital && eventNounStrength(word.lower) === 2 && !/^(?:fall|may|march)$/.test(word.lower))
      return { range, noun: i, presupposed: true, strength: 0.8 };
  }
  return undefined;
}

/** "the 2008 Beijing Olympics", "its June 4, 1989, bloody crackdown", "last year's talks". */
function inNounPhrase(words: readonly Word[], groups: readonly VerbGroup[], range: TimexRange): Attachment | undefined {
  if (range.until || range.ended) return undefined;
  let at = range.last + 1;
  const before = words[range.first - 1];
  let possessive = words[range.last]?.lower === "'s";
  if (!possessive && (words[at]?.lower === "'s" || words[at]?.lower === "'")) {
    possessive = true;
    at++;
  }
  const introduced =
    words[range.first]?.lower === 'the' ||
    (before !== undefined &&
      (before.tag === 'determiner' ||
        before.tag === 'possessive' ||
        (before.tag === 'adjective' && nominal(words[at]))));
  const bareYear =
    /^\d{4}$/.test(words[range.first]?.text ?? '') && range.first === range.last && words[at]?.tag !== 'mark';
  if (!possessive && !introduced && !bareYear) return undefined;
  if (words[at]?.text === ',' && introduced && nominal(words[at + 1])) at++;
  let head = -1;
  let strongest = -1;
  let strength = 0;
  for (let i = at; i < words.length && i < at + 9; i++) {
    const word = words[i] as Word;
    const participleAdjective = word.tag === 'verb' && nominal(words[i + 1]) && head < 0;
    if (!nominal(word) && !participleAdjective) {
      if (word.tag === 'adverb' || (word.lower === "'s" && i > at)) continue;
      break;
    }
    head = i;
    const s =
      word.tag === 'name' && i < words.length - 1 && words[i + 1]?.tag === 'name' ? 0 : eventNounStrength(word.lower);
    if (s > 0 && s >= strength) {
      strength = s;
      strongest = i;
    }
  }
  if (head < 0) return undefined;
  if (bareYear && !introduced && !possessive) {
    // "In 1992 protesters marched": a bare year without determiner needs a name that ends in an event ("at 2008 Beijing Olympics")
    if (strength < 2 || words[strongest]?.tag !== 'name') return undefined;
  }
  const headWord = words[head] as Word;
  if (PERIOD_NOUNS.has(headWord.lower)) return undefined;
  // a near date inside an object or an adverbial is the date of its clause: "attended a Sunday memorial service", "In his Sunday sermon, he called"
  if (!range.timex.explicit || strength === 0) {
    const intro = introOf(words, range.first);
    const contextual = intro !== undefined && CONTEXT_PREPOSITIONS.has(intro.lower) && intro.tag !== 'name';
    const verb = clauseVerb(words, groups, range.first);
    if (!contextual && verb && isEventful(verb) && (!isReporting(verb.lemma) || strength === 0)) return undefined;
  }
  if (strongest < 0 || (strength === 1 && strongest !== head)) return { range, presupposed: true, strength: 0 };
  return { range, noun: strongest, presupposed: true, strength: strength === 2 ? 0.9 : 0.6 };
}

/** The word that introduces the noun phrase a time expression stands in. */
function introOf(words: readonly Word[], first: number): Word | undefined {
  for (let i = first - 1; i >= 0 && i >= first - 5; i--) {
    const word = words[i] as Word;
    const owner = word.tag === 'name' && words[i + 1]?.lower === "'s";
    if (word.tag !== 'determiner' && word.tag !== 'possessive' && word.tag !== 'adjective' && !owner) return word;
  }
  return undefined;
}

const isEventful = (group: VerbGroup): boolean =>
  group.kind === 'finite' &&
  (group.tense === 'past' || group.perfect || group.modal !== undefined) &&
  !STATIVE.has(group.lemma);

function clauseVerb(words: readonly Word[], groups: readonly VerbGroup[], at: number): VerbGroup | undefined {
  let best: VerbGroup | undefined;
  let bestCost = 1.2;
  for (const group of groups) {
    if (group.kind !== 'finite') continue;
    const cost = group.last < at ? crossing(words, group.last + 1, at) : crossing(words, at, group.first);
    if (cost < bestCost) {
      best = group;
      bestCost = cost;
    }
  }
  return best;
}

/** "since the explosion on April 20", "condemned the bombing in 1998": a noun just before that dates itself and not the verb. */
function afterNoun(words: readonly Word[], groups: readonly VerbGroup[], range: TimexRange): Attachment | undefined {
  let i = range.first - 1;
  if (words[i]?.tag === 'preposition' && /^(?:in|on|of|during|at|from)$/.test((words[i] as Word).lower)) i--;
  let noun = -1;
  let pps = 0;
  let k = i;
  for (; k >= 0 && i - k < 10; k--) {
    const word = words[k] as Word;
    if (nominal(word) || word.tag === 'possessive' || word.tag === 'determiner') {
      if (
        word.tag === 'noun' &&
        eventNounStrength(word.lower) === 2 &&
        !(nominal(words[k + 1]) && words[k + 1]?.tag !== 'number')
      )
        noun = k;
      if (noun >= 0 && (word.tag === 'determiner' || (word.tag === 'possessive' && word.lower !== "'s")) && k < noun) {
        k--;
        break;
      }
      continue;
    }
    if (word.tag === 'preposition' && noun < 0 && pps < 3) {
      pps++;
      continue;
    }
    break;
  }
  if (noun < 0) return undefined;
  const intro = words[k];
  const group = nearestFinite(groups, range.first);
  const contextual =
    intro !== undefined &&
    (intro.tag === 'preposition' || intro.tag === 'subordinator') &&
    CONTEXT_PREPOSITIONS.has(intro.lower);
  const nearest = groups.findLast((x) => x.last < noun);
  const told =
    nearest !== undefined && (isEventful(nearest) || nearest.kind === 'infinitive') && !isReporting(nearest.lemma);
  const deep =
    nearest !== undefined && words.slice(nearest.last + 1, noun).filter((w) => w.tag === 'preposition').length >= 2;
  const telling = told && !deep && !/^(?:since|after|before|following|until|despite|ahead)$/.test(intro?.lower ?? '');
  if (contextual && !telling) return { range, noun, presupposed: true, strength: 0.75 };
  if (nearest?.kind === 'infinitive' || telling) return undefined;
  if (subjectNoun(words, groups, k, range) && hedgesNoun(words, k, noun))
    return { range, noun, presupposed: false, strength: 0.7 };
  if (intro?.tag === 'preposition') return undefined;
  if (!group) return { range, noun, presupposed: false, strength: 0.7 };
  if (
    group.tense === 'present' &&
    !group.perfect &&
    !group.modal &&
    !isPlanning(group.lemma) &&
    !isPredicting(group.lemma)
  )
    return { range, noun, presupposed: true, strength: 0.7 };
  if (isReporting(group.lemma) && group.last < noun && range.timex.explicit)
    return { range, noun, presupposed: true, strength: 0.65 };
  return undefined;
}

/** The noun phrase with its date is the subject of the verb that follows. */
const subjectNoun = (
  words: readonly Word[],
  groups: readonly VerbGroup[],
  before: number,
  range: TimexRange,
): boolean =>
  (before < 0 || isBoundary(words[before] as Word)) && groups.some((group) => group.first === range.last + 1);

/** "the planned visit", "the alleged theft". */
const hedgesNoun = (words: readonly Word[], from: number, noun: number): boolean => {
  for (let i = Math.max(0, from); i < noun; i++)
    if (Object.hasOwn(ADJECTIVE_ATTITUDES, (words[i] as Word).lower)) return true;
  return false;
};

function nearestFinite(groups: readonly VerbGroup[], at: number): VerbGroup | undefined {
  let best: VerbGroup | undefined;
  for (const group of groups) if (group.kind === 'finite' && group.last < at) best = group;
  return best ?? groups.find((group) => group.kind === 'finite');
}

function bestGroup(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  range: TimexRange,
): { group: number; strength: number } | undefined {
  let best = -1;
  let bestScore = -10;
  const fronted = isFronted(words, groups, range);
  let frontedTaken = false;
  groups.forEach((group, k) => {
    let score = 0;
    if (group.first >= range.first && group.last <= range.last) return; // "the quarter ended Sept. 30"
    if (group.last < range.first) {
      // "In a response filed on Wednesday, BP called": the phrase at the front dates the clause it opens
      if (group.kind === 'participle' && openingPhrase(words, groups, k)) score -= 0.9;
      score -= 0.06 * Math.min(12, range.first - group.last - 1) + crossing(words, group.last + 1, range.first);
      // "40 days since the rig exploded" counts back to what follows
      if (words[range.last + 1]?.lower === 'since' && range.timex.type === 'DURATION') score -= 2;
    } else if (group.first > range.last) {
      if (
        group.kind === 'finite' &&
        onlyAdverbs(words, range.last + 1, group.first) &&
        !closeBefore(words, groups, range)
      )
        score = 0.4;
      else {
        score -= 0.06 * Math.min(12, group.first - range.last - 1) + crossing(words, range.last + 1, group.first);
        if (fronted && group.kind === 'finite' && !frontedTaken && !inRelativeClause(words, group)) {
          score = 0.6;
          frontedTaken = true;
        } else score -= group.kind === 'finite' ? (isReporting(group.lemma) ? 1 : 0.6) : 1;
      }
    } else score = 0.5; // inside the group: "had on Friday refused"
    // "considered moving", "began pouring", "having sold": as near as a finite verb
    const hangsOn = groups[k - 1]?.last === group.first - 1 || group.perfect;
    // "restrictions imposed last month"
    const adjacent =
      group.kind === 'participle' && group.last === range.first - 1 && words[group.first - 1]?.tag === 'noun';
    if ((group.kind === 'participle' || group.kind === 'gerund') && !hangsOn && !adjacent) score -= 0.4;
    if (group.kind === 'infinitive') score -= 0.05;
    if (
      group.kind === 'participle' &&
      /^(?:plan|schedule|slate|set|propose|intend)$/.test(group.lemma) &&
      range.first - group.last <= 2 &&
      range.first > group.last
    )
      score += 0.6;
    if (STATIVE.has(group.lemma) && !group.modal) score -= 0.35;
    // "said in a letter published Wednesday that …": the saying is the news
    const next = groups[k + 1];
    if (
      group.kind === 'finite' &&
      isReporting(group.lemma) &&
      next?.kind === 'participle' &&
      next.last < range.first &&
      DOCUMENTS.test(next.lemma) &&
      crossing(words, group.last + 1, range.first) === 0
    )
      score += 0.9;
    if (score > bestScore) {
      bestScore = score;
      best = k;
    }
  });
  if (best < 0) return undefined;
  return { group: best, strength: Math.max(0.2, Math.min(0.95, 0.8 + bestScore * 0.25)) };
}

const DOCUMENTS = /^(?:publish|release|issue|file|post|broadcast|air|date|generate|obtain|send|print|deliver|sign)$/;

/** A participle inside a phrase that a preposition opens at the beginning of the sentence. */
const openingPhrase = (words: readonly Word[], groups: readonly VerbGroup[], k: number): boolean => {
  if (groups.slice(0, k).some((group) => group.kind === 'finite')) return false;
  if (!groups.slice(k + 1).some((group) => group.kind === 'finite')) return false;
  return words[0]?.tag === 'preposition' || words[0]?.tag === 'time';
};

/** "the company, which is owned by …,": not what a fronted date dates. */
const inRelativeClause = (words: readonly Word[], group: VerbGroup): boolean => {
  for (let i = group.first - 1; i >= 0 && i >= group.first - 4; i--) {
    const word = words[i] as Word;
    if (word.tag === 'relative') return true;
    if (word.tag === 'mark' || word.tag === 'verb') return false;
  }
  return false;
};

/** A verb whose phrase the date may close: "that the queen had abdicated in March proved …". */
const closeBefore = (words: readonly Word[], groups: readonly VerbGroup[], range: TimexRange): boolean =>
  groups.some(
    (group) =>
      group.last < range.first &&
      range.first - group.last < 8 &&
      crossing(words, group.last + 1, range.first) === 0 &&
      !bareClauseBetween(words, group, range),
  );

/** "said the blast on Monday was": a subject of its own stands between the saying and the date. */
function bareClauseBetween(words: readonly Word[], group: VerbGroup, range: TimexRange): boolean {
  const next = words[group.last + 1];
  return (
    isReporting(group.lemma) &&
    next !== undefined &&
    group.last + 1 < range.first &&
    /^(?:determiner|possessive|name|noun|adjective|pronoun)$/.test(next.tag)
  );
}

function onlyAdverbs(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if ((words[i] as Word).tag !== 'adverb' && (words[i] as Word).tag !== 'time') return false;
  return true;
}

/** Only a preposition, an adverb or a conjunction stands before it in its clause. */
function isFronted(words: readonly Word[], groups: readonly VerbGroup[], range: TimexRange): boolean {
  // ", Friday she had …": a clause of its own begins with the date
  const comma = words[range.first - 1]?.tag === 'preposition' ? range.first - 2 : range.first - 1;
  const after = words[range.last + 1];
  if (words[comma]?.text === ',' && after && /^(?:pronoun|determiner|possessive)$/.test(after.tag)) return true;
  for (let i = range.first - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (groups.some((group) => group.first <= i && i <= group.last)) return false;
    if (word.tag === 'mark' || word.tag === 'subordinator' || word.tag === 'coordinator') {
      if (word.text === ',') continue;
      return true;
    }
  }
  // "In the third quarter of last year", "During a court hearing last month": a phrase opened by a preposition; "Shares on Monday" is not
  const first = words[0];
  return (
    first !== undefined &&
    (range.first === 0 ||
      ['preposition', 'adverb', 'time', 'subordinator', 'coordinator', 'mark', 'adjective'].includes(first.tag))
  );
}

function crossing(words: readonly Word[], from: number, to: number): number {
  let cost = 0;
  for (let i = from; i < to; i++) {
    const word = words[i] as Word;
    if (!isBoundary(word)) continue;
    if (word.tag === 'coordinator') cost += 0.2;
    else if (word.tag === 'mark') cost += word.text === ',' ? 0.3 : 0.8;
    else cost += 0.6;
  }
  return cost;
}

/** "refused to take … last year" is dated by its finite verb, unless the date lies ahead and the finite verb only plans. */
function toGovernor(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  at: number,
  range: TimexRange,
  dct: string | undefined,
): number {
  const group = groups[at] as VerbGroup;
  if (group.kind !== 'infinitive') return at;
  for (let k = at - 1; k >= 0; k--) {
    const over = groups[k] as VerbGroup;
    if (
      /^(?:due|likely|unlikely|set|ready|bound|certain|sure|about)$/.test(
        words[(groups[k + 1] as VerbGroup).first - 1]?.lower ?? '',
      )
    )
      return at;
    for (let i = over.last + 1; i < (groups[k + 1] as VerbGroup).first; i++)
      if (isBoundary(words[i] as Word)) return at;
    if (over.kind !== 'finite') continue;
    if (dct !== undefined && (range.timex.span?.end ?? '') > dct) return at;
    if (over.modal || (over.lemma === 'be' && over.last + 1 === (groups[k + 1] as VerbGroup).first)) return at;
    const attitude = isPlanning(over.lemma) || isPredicting(over.lemma) || isWishing(over.lemma);
    if (over.tense === 'past') return attitude && over.passive ? at : k;
    return attitude || over.lemma === 'be' || over.lemma === 'have' || over.passive ? at : k;
  }
  return at;
}

/** The subordinator that opens a verb's clause, as an index, if nothing but its subject stands between. */
function clauseOpener(words: readonly Word[], groups: readonly VerbGroup[], at: number): number | undefined {
  const group = groups[at] as VerbGroup;
  if (group.kind !== 'finite') return undefined;
  for (let i = group.first - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (word.tag === 'subordinator') return i;
    if (
      word.tag === 'mark' ||
      word.tag === 'relative' ||
      groups.some((x) => x.kind === 'finite' && x.first <= i && i <= x.last)
    )
      return undefined;
  }
  return undefined;
}

/** "Since the rig sank last month, oil has been gushing": what has lasted since then. */
function sinceThen(words: readonly Word[], groups: readonly VerbGroup[], at: number): number | undefined {
  const opener = clauseOpener(words, groups, at);
  if (opener === undefined || (words[opener] as Word).lower !== 'since') return undefined;
  const main = groups.findIndex(
    (x, k) =>
      k !== at &&
      x.kind === 'finite' &&
      x.perfect &&
      x.tense === 'present' &&
      !STATIVE.has(x.lemma) &&
      (opener > 0 ? k < at : k > at),
  );
  return main < 0 ? undefined : main;
}

/** "When the war ended in 1945, he returned": the main clause happens then too; "soon after" and "shortly before" are near enough. */
function mainOfWhen(words: readonly Word[], groups: readonly VerbGroup[], at: number): number | undefined {
  const opener = clauseOpener(words, groups, at);
  if (opener === undefined) return undefined;
  const { lower } = words[opener] as Word;
  const soon =
    /^(?:after|before)$/.test(lower) &&
    /^(?:soon|shortly|immediately|days|hours|minutes)$/.test(words[opener - 1]?.lower ?? '');
  if (lower !== 'when' && !soon) return undefined;
  const first = opener - (soon ? 1 : 0);
  if (first > 1) return undefined; // a clause at the end is told of what stands before it, and is mostly the news itself
  const main = groups.findIndex((x, k) => k > at && x.kind === 'finite' && x.tense === 'past' && !STATIVE.has(x.lemma));
  return main < 0 ? undefined : main;
}

/** "In trading Friday, A leaped, while B sank": a fronted date holds for both. */
function parallelClause(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  at: number,
  range: TimexRange,
): number | undefined {
  const group = groups[at] as VerbGroup;
  if (group.kind !== 'finite') return undefined;
  const after = range.first > group.first;
  for (let k = at + 1; k < groups.length; k++) {
    const other = groups[k] as VerbGroup;
    if (other.kind !== 'finite' || other.tense !== group.tense || other.modal) continue;
    if (after && words[range.last + 2]?.lower !== 'when') return undefined;
    for (let i = other.first - 1; i > group.last; i--) {
      const word = words[i] as Word;
      if (word.tag === 'time' && !after) return undefined;
      if (word.lower === 'while' && !isReporting(other.lemma)) return k;
      // "broke out in 1998, when soldiers shot …": the clause after the comma tells more of the same
      if (word.lower === 'when' && words[i - 1]?.text === ',' && range.last === i - 2) return k;
      if (word.tag === 'relative' || word.tag === 'subordinator' || word.tag === 'verb') return undefined;
    }
  }
  return undefined;
}

function nearestEventNoun(words: readonly Word[], range: TimexRange): number | undefined {
  let best: number | undefined;
  words.forEach((word, i) => {
    if (
      (word.tag === 'noun' || word.tag === 'name') &&
      eventNounStrength(word.lower) === 2 &&
      (best === undefined || Math.abs(i - range.first) < Math.abs(best - range.first))
    )
      best = i;
  });
  return best;
}
