import { SMALL_WORDS } from '../lexicon/closed-class.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { isPredicting, isReporting } from '../lexicon/factuality-verbs.ts';
import { BASE, isMostlyNoun, PAST, THIRD, verbForm } from '../lexicon/verb-forms.ts';
import { isOfSpeaker } from './third-person.ts';

/** A fault of titles. */
interface TitleCheck {
  readonly name: string;
  /** A title that has the fault. */
  readonly example: string;
  /** @param trigger The word that names the event, as written. */
  readonly fails: (title: string, trigger: string) => boolean;
  readonly grave?: GraveFault;
}

/**
 * Faults that no other title makes good. `says nothing`: no event is better than one with such a title. `cannot stand alone`: the title is a makeshift,
 * for events that are surely right.
 */
type GraveFault = 'says nothing' | 'cannot stand alone';

const PLACELESS =
  /^(?:it|its|he|his|him|she|her|they|their|them|this(?! (?:week|month|year|season|quarter))|that|these|those|there|such)\b(?!['’])/i;
/** "WHO" is the World Health Organization. */
const RELATIVE_WORD = /^(?:[Ww]ho|[Ww]hose|[Ww]hich|[Ww]hat|[Ww]hy|[Hh]ow)\b(?!['’])/;
const RELATIVE_TIME =
  /\b(?:yesterday|today|tomorrow|tonight|(?:last|next|this) (?:week|month|year|night|summer|winter|spring|autumn|fall|\w+day)|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:'s)?|earlier|recently|ago)\b/i;
const LOOSE_END =
  /\b(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|that|which|who|as|its|his|her|their|than|into|over|shortly|was|were|is|are|had|has|have|like|between|among|against|such|until|told)$/i;
/** "was reported |to …|": what it was reported to do is not told. */
const AWAITS =
  /\b(?:is|are|was|were) (?:reported|said|believed|expected|thought|understood|supposed|due|set|able|likely|known|described|regarded)$/;
const LOOSE_BEGINNING =
  /^(?:(?:the|an?) (?:was|were|is|are|has|had|have|will|would)|in|on|at(?! (?:least|most|about))|of|by|with|from|for|and|or|but|because|although|despite|starting|ending|following|after|before|since|until|to|as|when|while|if|unless)\b/i;

const wordsOf = (title: string): string[] => title.split(/\s+/).filter(Boolean);

/** Two words that come again: a headline run in, or a phrase told twice. */
function repeats(title: string): boolean {
  const words = title.toLowerCase().match(/[a-z']+/g) ?? [];
  const seen = new Map<string, number>();
  for (let i = 0; i + 1 < words.length; i++) {
    const pair = `${words[i]} ${words[i + 1]}`;
    const before = seen.get(pair);
    if (before !== undefined && i - before >= 2 && pair.length > 7) return true;
    if (before === undefined) seen.set(pair, i);
  }
  return false;
}

/** A capitalised function word in the middle: the words before it were a headline. */
const runsIn = (title: string): boolean => {
  const words = wordsOf(title);
  return words.some(
    (word, i) =>
      i > 0 &&
      /^(?:The|An|It|He|She|They|We|But|There|When|This|These|Those|His|Her|Its|Their|After|A|Later|In|On|At|As|For|If|With|By|While|Since|What|Why|How|Had)$/.test(
        word,
      ) &&
      !/[,:;.!?–—-]$/.test(words[i - 1] as string) &&
      (/^[a-z]/.test(words[i + 1] ?? '') || (/^(?:A|Later)$/.test(word) && /^\p{Ll}/u.test(words[i - 1] ?? ''))),
  );
};

/** "Resulted in a loss", "Setting a hearing": nobody is named who does it. */
const beginsWithVerb = (title: string, trigger: string): boolean =>
  wordsOf(title)[0]?.toLowerCase() === trigger && verbForm(trigger) !== undefined && eventNounStrength(trigger) === 0;

/** Whether a title has the word that names the event, or another form of it. */
export function tells(title: string, trigger: string): boolean {
  if (title.toLowerCase().includes(trigger.toLowerCase().slice(0, 4))) return true;
  const lemma = verbForm(trigger.toLowerCase())?.lemma;
  return lemma !== undefined && wordsOf(title).some((word) => verbForm(word.toLowerCase())?.lemma === lemma);
}

const lemmaOf = (word: string): string => verbForm(word.toLowerCase())?.lemma ?? '';

const PASSIVE_OR_BARE = /^(?:is|are|was|were|be|been|being|to|as|than)$|ly$/;

/** The check for days that a reader of a timeline cannot resolve. */
export const LEANS = 'leans on the day of writing';

/** Most serious first: of titles that fail equally many checks, the one whose first failure comes last is better. */
export const TITLE_CHECKS: readonly TitleCheck[] = [
  {
    name: 'leaves the event out',
    example: 'The report (where the report was leaked)',
    fails: (title, trigger) => trigger.length > 1 && !tells(title, trigger),
  },
  {
    name: 'begins with its verb',
    example: 'Was closed in the north',
    fails: (title, trigger) =>
      /^(?:was|were|is|are|has|have|had|having|be|been|being|will|would|could|might|can|must|shall|to|(?:does|did|do|was|were|is|are|has|have|had|would|could)n['’]t|does|did|do)(?![\p{L}'’])/iu.test(
        title,
      ) ||
      SMALL_WORDS.get(title.toLowerCase()) !== undefined ||
      beginsWithVerb(title, trigger.toLowerCase()),
  },
  { name: 'is empty', example: '', fails: (title) => title.length < 3 },
  {
    name: 'names who speaks and not what is said',
    example: 'The owner of the mine said',
    fails: (title) => {
      const [before = '', last = ''] = wordsOf(title).slice(-2);
      const form = verbForm(last);
      if (!form || !(isReporting(form.lemma) || isPredicting(form.lemma)) || before === '') return false;
      // "was announced", "is to report", "The States"
      return !PASSIVE_OR_BARE.test(before) && !/^\p{Lu}/u.test(last) && (form.forms & PAST) > 0 && !isMostlyNoun(last);
    },
    grave: 'says nothing',
  },
  {
    name: 'is a relative clause or a question',
    example: 'Which was closed in the north',
    fails: (title) => RELATIVE_WORD.test(title),
    grave: 'cannot stand alone',
  },
  {
    name: 'begins with a pronoun',
    example: 'It closed its mine in the north',
    fails: (title) => PLACELESS.test(title),
  },
  {
    name: 'says what something unnamed was',
    example: 'This is a transcript of the talk',
    fails: (title) =>
      /^(?:It|This|That|There|They|These|Those) (?:is|was|are|were|(?:would|will|should|could|may) be)\b(?! not until)/.test(
        title,
      ) ||
      /(?:^|: )(?:This|That) (?:(?:would|will|should|could|may|can|might) )?(?:take|takes|took|last|lasts|lasted|happen|happens|happened)\b/.test(
        title,
      ),
    grave: 'says nothing',
  },
  {
    name: 'speaks of an unnamed "I", or to "you"',
    example: 'I closed my shop in the north',
    fails: (title) => isOfSpeaker(title) && /\b(?:I|[Mm]e|[Mm]y|[Yy]ou|[Yy]our)\b/.test(title),
    grave: 'says nothing',
  },
  {
    name: 'speaks in the first or second person',
    example: 'We closed our mine in the north',
    fails: (title) => isOfSpeaker(title),
    grave: 'cannot stand alone',
  },
  {
    name: 'says where somebody spoke and not what he said',
    example: 'Berg said on her trip to the mine',
    fails: tellsNoStatement,
    grave: 'says nothing',
  },
  {
    name: 'leaves out how long it takes',
    example: 'It would take to repair the mine',
    fails: (title) => leavesOutLength(title),
    grave: 'cannot stand alone',
  },
  {
    name: 'has two verbs in a row',
    example: 'Anna Berg is was elected mayor',
    fails: (title) => TWO_VERBS.test(title),
    grave: 'cannot stand alone',
  },
  {
    name: 'breaks off behind a colon',
    example: 'The owner reported: Nearly 300 sailors of the north',
    fails: isFragment,
  },
  { name: 'runs into a headline', example: 'Mine to reopen The council voted on it', fails: runsIn },
  {
    name: 'goes on after a dash',
    example: 'The mine closed -- the owner',
    fails: (title) => / (?:--?|–|—|_) /.test(title),
  },
  { name: 'says a phrase twice', example: 'The old mill The old mill burned', fails: repeats },
  {
    name: LEANS,
    example: 'The mine closed last week',
    fails: (title) => RELATIVE_TIME.test(title),
  },
  {
    name: 'ends in the air',
    example: 'The council closed the',
    fails: (title) => LOOSE_END.test(title) || AWAITS.test(title),
  },
  {
    name: 'owns what is not told',
    example: 'The harbour’s',
    fails: (title) => /^['’]s\b|['’]s$/.test(title),
    grave: 'cannot stand alone',
  },
  {
    name: 'tells somebody nothing',
    example: 'The minister told reporters',
    fails: (title) =>
      /\b(?:told|asked|informed|interviewed) [\p{L}.]+$|\binterviewed$|\b(?:was|were|is|are) asked$|\bsaid to [\p{L}]+$/u.test(
        title,
      ) || isAudience(/\btold (.+)$/i.exec(title)?.[1]),
    grave: 'says nothing',
  },
  {
    name: 'begins in the air',
    example: 'of the mine closed',
    fails: (title) => LOOSE_BEGINNING.test(title) || /^[a-z](?!-|\p{Lu})/u.test(title),
    grave: 'cannot stand alone',
  },
  { name: 'says too little', example: 'The mine closed', fails: (title) => wordsOf(title).length < 4 },
  {
    name: 'opens a bracket or a quotation',
    example: 'The mine (in the north closed',
    fails: (title) =>
      (title.match(/\(/g) ?? []).length !== (title.match(/\)/g) ?? []).length ||
      (title.match(/["“”]/g) ?? []).length % 2 === 1,
  },
];

/** "would take |to repair| the mine", "The work could |last|"; but "took to the streets". */
const leavesOutLength = (title: string): boolean => {
  const found = WITHOUT_LENGTH.exec(title);
  if (!found) return false;
  const [, verb, next] = found;
  if (verb === undefined) return true;
  const isVerb = ((verbForm(verb)?.forms ?? 0) & BASE) > 0;
  return isVerb && (!isMostlyNoun(verb) || /^(?:an?|the|its|his|her|their|out|up|off|down)$/.test(next ?? ''));
};

const WITHOUT_LENGTH =
  /\b(?:will|would|could|may|might|should|can|to|[Ii]t) (?:take|takes|took|last|lasts|lasted)(?: to (\p{Ll}+)\b ?(\S*).*)?$/u;

const TWO_VERBS =
  /\b(?:is|are|was|were|has|have|had|will|would|could|may|might|must|should) (?:is|are|was|were|has|(?<!(?:has|have|had) )had|will|would|could|may|must|should)\b/;

/** "said |on her trip to the mine|": phrases of place and time without a verb. */
const isPlaceOfSaying = (rest: string | undefined): boolean =>
  rest !== undefined &&
  /^(?:on|in|at|during|after|before|from|through|by) /i.test(rest) &&
  !/[:,]|\b(?:that|how|why|what|when|where|whether|not|it|he|she|they|there|we|I)\b/.test(rest) &&
  !wordsOf(rest).some((word, i) => i > 0 && FINITE.test(word)) &&
  !wordsOf(rest).some((word, i) => i > 1 && /^\p{Ll}/u.test(word) && ((verbForm(word)?.forms ?? 0) & PAST) > 0);

/** "told |a hearing of the council|", "told |the BBC|": a noun phrase without a verb, a pronoun or what it is about. */
const isAudience = (rest: string | undefined): boolean =>
  rest !== undefined &&
  /^(?:(?:an?|the|its|his|her|their) |\p{Lu})/u.test(rest) &&
  !/[:,]|\b(?:that|to|about|how|why|what|when|where|whether|not|it|he|she|they|there|we|I)\b/.test(rest) &&
  !wordsOf(rest).some((word, i) => i > 0 && FINITE.test(word)) &&
  !wordsOf(rest).some((word, i) => i > 1 && /^\p{Ll}/u.test(word) && ((verbForm(word)?.forms ?? 0) & PAST) > 0);

const FINITE = /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did)(?:n['’]t)?$/;

/** "Berg said on her trip to the mine", "The owner said: Long": a title of saying without what was said. */
export function tellsNoStatement(title: string): boolean {
  return isPlaceOfSaying(SAID_WHERE.exec(title)?.[1]) || (/: [^\s:]+(?: [^\s:]+)?$/.test(title) && isFragment(title));
}

/** "The owner said: |Long|", "The agency reported: |Nearly 36,000 sailors|": no word of the statement can be its verb. */
function isFragment(title: string): boolean {
  const [, saying = '', statement = ''] = /\S+ (\S+): (.+)$/.exec(title) ?? [];
  if (!isReporting(lemmaOf(saying))) return false;
  const words = wordsOf(statement);
  const isVerb = (word: string): boolean =>
    FINITE.test(word) || (/^\p{Ll}/u.test(word) && ((verbForm(word)?.forms ?? 0) & (BASE | PAST | THIRD)) > 0);
  return !words.some((word) => isVerb(word.replace(/[,;.!?]+$/, '')) || /['’](?:s|re|ve|m|ll|d|t)$/.test(word));
}

const SAID_WHERE = /\b(?:said|says|added|explained) (.+)$/i;

/** Names of the checks that a title fails. */
export const failedChecks = (title: string, trigger: string): string[] =>
  TITLE_CHECKS.filter(({ fails }) => fails(title, trigger)).map(({ name }) => name);

/** "Watch the path of the slick": a command. */
const isCommand = (title: string, trigger: string): boolean =>
  wordsOf(title)[0]?.toLowerCase() === trigger && lemmaOf(trigger) === trigger && !isMostlyNoun(trigger);

/** The gravest fault of a title. */
export function graveFaultOf(title: string, trigger: string): GraveFault | undefined {
  const saysNothing =
    isCommand(title, trigger.toLowerCase()) || (isReporting(lemmaOf(trigger)) && !tells(title, trigger));
  const faults = TITLE_CHECKS.flatMap(({ grave, fails }) => (grave && fails(title, trigger) ? [grave] : []));
  return saysNothing || faults.includes('says nothing') ? 'says nothing' : faults[0];
}

/** "It emerged that …", "It could take two days to …", "There were …": nobody is meant. */
const IMPERSONAL =
  /^(?:There\b|It (?:\w+ )?(?:(?:has|had|have) been |be )?(?:emerge|appear|seem|turn|take|took|become|became|is |was |remain|cost)|(?:This|That|These|Those|His|Her|Its|Their|Such) \p{Ll}+ )/u;
const NAMELESS: ReadonlySet<string> = new Set(['leaves the event out', 'begins with its verb']);

/** Whether a title does not say who did it, or what the event is: it tells something only of an event that is surely right. */
export const isNameless = (title: string, trigger: string): boolean =>
  TITLE_CHECKS.some(({ name, fails }) => NAMELESS.has(name) && fails(title, trigger)) ||
  (PLACELESS.test(title) && !IMPERSONAL.test(title)) ||
  UNNAMED.test(title);

/** "Something the crews have sought", "A fact Berg made clear": a noun that stands for what was said before. */
const UNNAMED =
  /^(?:Something|Somebody|Someone|An? (?:fact|process|move|step|task|figure|result) \p{L}+|One of (?:those|these|them)|The (?:same|former|latter)|Another (?:is|was|one))\b/u;

/** A title that an event may get. */
export interface TitleCandidate {
  readonly title: string;
  /** What the text has and the title lacks, see `PLAN_CHECKS`. */
  readonly lost: readonly string[];
  /** The word that it tells in place of the trigger. */
  readonly tells?: string;
  /** It is the whole sentence, which says more than its event. */
  readonly isRough?: true;
  /** It has no verb. */
  readonly isNounPhrase?: true;
}

/** The first title that lacks nothing and fails no check; otherwise the one that fails the fewest, or the least serious. */
export function bestTitle(candidates: Iterable<TitleCandidate>, trigger: string): TitleCandidate {
  let best: TitleCandidate = { title: '', lost: [] };
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const { title, lost, isRough, tells: told } = candidate;
    let cost = lost.length * COST_OF_LOSS + (isRough ? COST_OF_ROUGHNESS : 0);
    TITLE_CHECKS.forEach(({ fails, grave }, rank) => {
      if (fails(title, told ?? trigger)) cost += (grave ? 200 : 100) + (TITLE_CHECKS.length - rank);
    });
    if (cost === 0) return candidate;
    if (cost < least) {
      best = candidate;
      least = cost;
    }
  }
  return best;
}

/** Cost of a lost part, on the scale of the checks: more than that of a title that says little, less than that of one that begins with a pronoun. */
const COST_OF_LOSS = 108;
/** A whole sentence is worse than a title that says too little, and better than one that begins with a pronoun. */
const COST_OF_ROUGHNESS = 109;
