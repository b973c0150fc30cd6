import { SMALL_WORDS } from '../lexicon/closed-class.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { isPredicting, isReporting } from '../lexicon/factuality-verbs.ts';
import { verbForm } from '../lexicon/verb-forms.ts';

/** A fault of titles. */
interface TitleCheck {
  readonly name: string;
  /** A title that has the fault. */
  readonly example: string;
  /** @param trigger The word that names the event, as written. */
  readonly fails: (title: string, trigger: string) => boolean;
}

const PLACELESS =
  /^(?:it|its|he|his|she|her|they|their|this(?! (?:week|month|year|season|quarter))|that|these|those|there|what|who|whose|which|such)\b(?!['’])/i;
const FIRST_OR_SECOND = /\b(?:I|we|my|our|us|you|your|We|My|Our|You|Your)\b/;
const RELATIVE_TIME =
  /\b(?:yesterday|today|tomorrow|tonight|(?:last|next|this) (?:week|month|year|night|summer|winter|spring|autumn|fall|\w+day)|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:'s)?|earlier|recently|ago)\b/i;
const LOOSE_END =
  /\b(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|that|which|who|as|its|his|her|their|than|into|over|shortly|was|were|is|are|had|has|have)$/i;
const LOOSE_BEGINNING =
  /^(?:in|on|at(?! (?:least|most|about))|of|by|with|from|for|and|or|but|because|although|despite|starting|ending|following|after|before|since|until|to|as|when|while)\b/i;

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
      /^(?:The|An|It|He|She|They|We|But|There|When|This|These|Those|His|Her|Its|Their|After|In|On|At|As|For|If|With|By|While|Since|What|Why|How|Had)$/.test(
        word,
      ) &&
      !/[,:;.!?–—-]$/.test(words[i - 1] as string) &&
      /^[a-z]/.test(words[i + 1] ?? ''),
  );
};

/** "Resulted in a loss", "Setting a hearing": nobody is named who does it. */
const beginsWithVerb = (title: string, trigger: string): boolean =>
  /(?:ed|ing)$/.test(trigger) &&
  wordsOf(title)[0]?.toLowerCase() === trigger &&
  verbForm(trigger) !== undefined &&
  eventNounStrength(trigger) === 0;

/** Most serious first: of titles that fail equally many checks, the one whose first failure comes last is better. */
export const TITLE_CHECKS: readonly TitleCheck[] = [
  {
    name: 'leaves the event out',
    example: 'The report (where the report was leaked)',
    fails: (title, trigger) => trigger.length > 1 && !title.toLowerCase().includes(trigger.toLowerCase().slice(0, 4)),
  },
  {
    name: 'begins with its verb',
    example: 'Was closed in the north',
    fails: (title, trigger) =>
      /^(?:was|were|is|are|has|have|had|having|be|been|being|will|would|to)\b/i.test(title) ||
      SMALL_WORDS.get(title.toLowerCase()) !== undefined ||
      beginsWithVerb(title, trigger.toLowerCase()),
  },
  { name: 'is empty', example: '', fails: (title) => title.length < 3 },
  {
    name: 'names who speaks and not what is said',
    example: 'The owner of the mine said',
    fails: (title) => {
      const lemma = verbForm(wordsOf(title).at(-1)?.toLowerCase() ?? '')?.lemma ?? '';
      return wordsOf(title).length > 1 && (isReporting(lemma) || isPredicting(lemma));
    },
  },
  {
    name: 'begins with a pronoun',
    example: 'It closed its mine in the north',
    fails: (title) => PLACELESS.test(title),
  },
  {
    name: 'speaks in the first or second person',
    example: 'We closed our mine in the north',
    fails: (title) => FIRST_OR_SECOND.test(title),
  },
  { name: 'runs into a headline', example: 'Mine to reopen The council voted on it', fails: runsIn },
  {
    name: 'goes on after a dash',
    example: 'The mine closed -- the owner',
    fails: (title) => / (?:--?|–|—|_) /.test(title),
  },
  { name: 'says a phrase twice', example: 'The old mill The old mill burned', fails: repeats },
  {
    name: 'leans on the day of writing',
    example: 'The mine closed last week',
    fails: (title) => RELATIVE_TIME.test(title),
  },
  { name: 'ends in the air', example: 'The council closed the', fails: (title) => LOOSE_END.test(title) },
  {
    name: 'begins in the air',
    example: 'of the mine closed',
    fails: (title) => LOOSE_BEGINNING.test(title) || /^[a-z](?!-|\p{Lu})/u.test(title),
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

/** Names of the checks that a title fails. */
export const failedChecks = (title: string, trigger: string): string[] =>
  TITLE_CHECKS.filter(({ fails }) => fails(title, trigger)).map(({ name }) => name);

/** The first title that fails no check; otherwise the one that fails the fewest, or the least serious. */
export function bestTitle(titles: Iterable<string>, trigger: string): string {
  let best = '';
  let least = Number.POSITIVE_INFINITY;
  for (const title of titles) {
    let cost = 0;
    TITLE_CHECKS.forEach(({ fails }, rank) => {
      if (fails(title, trigger)) cost += 100 + (TITLE_CHECKS.length - rank);
    });
    if (cost === 0) return title;
    if (cost < least) {
      best = title;
      least = cost;
    }
  }
  return best;
}
