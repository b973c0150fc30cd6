import { eventNounStrength } from '../lexicon/event-nouns.ts';
import type { Word } from '../sentence/word.ts';

/**
 * Whether words that look like a date are part of a name or title, and date nothing.
 *
 * @param first First word of the date.
 * @param last Its last word, inclusive.
 */
export const isInName = (words: readonly Word[], first: number, last: number): boolean =>
  isProgramme(words, first, last) || isOfAward(words, first, last) || (first === last && isOfName(words, first));

/** "Jan Kavan", "MOEX Offshore 2007 LLC", "the Easter Offensive". */
function isOfName(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  const word = words[at] as Word;
  const after = words[at + 1];
  if (
    /^(?:Jan|May|April|June|August|Mar|Dec)$/.test(word.text) &&
    after?.tag === 'name' &&
    after.capital &&
    after.start === word.end + 1
  ) {
    return (
      word.text === 'Jan' ||
      before?.tag === 'name' ||
      before?.tag === 'coordinator' ||
      !/^(?:in|on|of|last|since|by|until)$/.test(before?.lower ?? '')
    );
  }
  if (/^\d{4}$/.test(word.text) && before?.tag === 'name' && after?.tag === 'name')
    return eventNounStrength(after.lower) < 2 && eventNounStrength(words[at + 2]?.lower ?? '') < 2;
  return (
    /^(?:Easter|Christmas|Halloween|Thanksgiving)$/.test(word.text) && after?.capital === true && after.tag === 'name'
  );
}

const PROGRAMME = /^(?:show|program|programme|newspaper|paper|magazine|website|newscast|host|anchor|presenter)s?$/;
const BROADCASTER = /^(?:[A-Z]{3,4}|Radio|TV|Television)$/;
const QUOTE = /^(?:["“”'‘’]|``|'')$/;

/** "NBC's Today", "the Today programme", "on “Harbour News Sunday”", "the Monday Night Club", "writers of The Fall". */
function isProgramme(words: readonly Word[], first: number, last: number): boolean {
  const word = words[first] as Word;
  if (!word.capital || first === 0) return false;
  const text = words
    .slice(first, last + 1)
    .map((one) => one.text)
    .join(' ');
  let before = first - 1;
  while (QUOTE.test(words[before]?.text ?? '')) before--;
  let after = last + 1;
  while (QUOTE.test(words[after]?.text ?? '')) after++;
  if (/^(?:Today|TODAY|Tonight|This Week|This Morning)$/.test(text)) {
    const owner = words[before]?.lower === "'s" ? before - 1 : before;
    const isBroadcast =
      BROADCASTER.test(words[owner]?.text ?? '') ||
      (/^\d$/.test(words[owner]?.text ?? '') && words[owner - 1]?.text === 'Radio');
    if (isBroadcast && (owner < before || before === first - 1)) return true;
    const isCalled = words[before]?.tag === 'determiner' || before < first - 1;
    if (isCalled && PROGRAMME.test(words[after]?.lower ?? '')) return true;
    if (PROGRAMME.test(words[before]?.lower ?? '') && before === first - 1) return true;
  }
  // "on “Harbour News Sunday”": the quotation is a name that ends in the day
  if (/day$/.test(text) && words[first - 1]?.capital) {
    let opens = first - 1;
    while (words[opens]?.capital && first - opens < 4) opens--;
    const closes = /^[,.]$/.test(words[last + 1]?.text ?? '') ? last + 2 : last + 1;
    if (QUOTE.test(words[opens]?.text ?? '') && QUOTE.test(words[closes]?.text ?? '')) return true;
  }
  if (/day Night$/.test(text)) return words[last + 1]?.capital === true && words[last + 1]?.tag === 'name';
  return /^The (?:Fall|Spring|Summer|Winter|Autumn)$/.test(text) && words[first - 1]?.tag !== 'mark';
}

/** Words whose "of the year" is a part of it. */
export const PART_OF_TIME =
  /^(?:end|start|beginning|middle|rest|remainder|half|part|parts|quarter|quarters|month|months|week|weeks|days|hours|course|most|much|all|turn|time|times|third|portion|bulk|balance|out|first|second|fourth|early|late)$/;

/** "Young Musician of the Year", "player of the year awards", "a day of the week": a title or a kind, and no time. */
function isOfAward(words: readonly Word[], first: number, last: number): boolean {
  const text = words
    .slice(first, last + 1)
    .map(({ lower }) => lower)
    .join(' ');
  if (!/^the (?:year|month|week|day|decade|century)$/.test(text) || words[first - 1]?.lower !== 'of') return false;
  const noun = words[first - 2];
  if (noun === undefined || PART_OF_TIME.test(noun.lower)) return false;
  if (words[last]?.capital) return noun.capital || noun.tag === 'noun';
  if (noun.lower === 'day' && text === 'the week') return true;
  return (
    (noun.tag === 'noun' || noun.tag === 'name') &&
    eventNounStrength(noun.lower) === 0 &&
    words[first - 3]?.tag !== 'adjective' &&
    /^(?:award|awards|prize|title|honour|honor|trophy|competition|contest)$/.test(words[last + 1]?.lower ?? '')
  );
}
