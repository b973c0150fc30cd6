import type { DatePhrase } from '../dates/date-phrase.ts';
import { comesLater } from '../dates/later-clause.ts';
import { lastsSince } from '../dates/stretches.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import type { Anchor } from './anchor.ts';
import { afterNoun, inNounPhrase, namedEvent, nearestEventNoun } from './noun-anchor.ts';
import { clauseBehind, deedsAfterMotion, mainOfWhen, parallelClause } from './shared-date-clauses.ts';
import { bestGroup, toGovernor } from './verb-anchor.ts';

/** The events that the rules choose for a date phrase, most likely first. */
export function ruleAnchors(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  range: DatePhrase,
  dct: string | undefined,
): Anchor[] {
  const dated = datedBy(words, groups, range, dct);
  if (dated.length === 0) return dated;
  // "shops have closed since the rise in May": the perfect continues from the date, whatever the date itself belongs to
  const lasting = groups.flatMap((group, index): Anchor[] =>
    lastsSince(words, range, group, group.head) && !dated.some((one) => one.group === index)
      ? [{ range, group: index, presupposed: false }]
      : [],
  );
  return [...dated, ...lasting];
}

function datedBy(
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
  const add = (index: number | undefined): void => {
    if (index !== undefined && index >= 0) found.push({ range, group: index, presupposed: false });
  };
  add(parallelClause(words, groups, at, range) ?? clauseBehind(words, groups, at, range));
  add(mainOfWhen(words, groups, at));
  for (const deed of deedsAfterMotion(words, groups, at)) add(deed);
  add(groups.findIndex((one, k) => k !== at && comesLater(words, range, one)));
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
