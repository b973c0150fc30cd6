import type { DatePhrase } from '../dates/date-phrase.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import type { Anchor } from './anchor.ts';
import { afterNoun, inNounPhrase, namedEvent, nearestEventNoun } from './noun-anchor.ts';
import { clauseBehind, mainOfWhen, parallelClause, sinceThen } from './shared-date-clauses.ts';
import { bestGroup, toGovernor } from './verb-anchor.ts';

/** The events that the rules choose for a date phrase, most likely first. */
export function ruleAnchors(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  range: DatePhrase,
  dct: string | undefined,
): Anchor[] {
  const own = namedEvent(words, range) ?? inNounPhrase(words, groups, range) ?? afterNoun(words, groups, range);
  if (own && !(range.since && clausePerfect(groups, range))) return own.noun === undefined ? [] : [own];
  if (isTimetable(groups, range)) return [];
  const group = bestGroup(words, groups, range);
  if (group === undefined) {
    const noun = nearestEventNoun(words, range);
    return noun === undefined ? [] : [{ range, noun, presupposed: false }];
  }
  const at = toGovernor(words, groups, group, range, dct);
  const found: Anchor[] = [{ range, group: at, presupposed: false }];
  const add = (index: number | undefined, phrase: DatePhrase): void => {
    if (index !== undefined) found.push({ range: phrase, group: index, presupposed: false });
  };
  add(parallelClause(words, groups, at, range) ?? clauseBehind(words, groups, at, range), range);
  add(sinceThen(words, groups, at), { ...range, since: true });
  add(mainOfWhen(words, groups, at), range);
  return found;
}

/** "open Monday to Friday": the present tense with a range of weekdays is a habit. */
const isTimetable = (groups: readonly VerbGroup[], range: DatePhrase): boolean =>
  range.until !== undefined &&
  /day$/i.test(range.timex.text) &&
  /day$/i.test(range.until.text) &&
  !groups.some(
    (group) => group.kind === 'finite' && (group.tense === 'past' || group.perfect || group.modal !== undefined),
  );

const clausePerfect = (groups: readonly VerbGroup[], range: DatePhrase): boolean =>
  groups.some(
    (group) =>
      group.kind === 'finite' && group.perfect && group.tense === 'present' && Math.abs(group.head - range.first) < 30,
  );
