import type { DatePhrase } from '../dates/date-phrase.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/words.ts';
import { afterNoun, inNounPhrase, namedEvent, nearestEventNoun } from './noun-anchor.ts';
import { mainOfWhen, parallelClause, sinceThen } from './shared-date-clauses.ts';
import { bestGroup, toGovernor } from './verb-anchor.ts';

export type { DatePhrase } from '../dates/date-phrase.ts';

/** What a time expression dates. Exactly one of `group` and `noun` is set. */
export interface Anchor {
  readonly range: DatePhrase;
  /** Index into the sentence's verb groups. */
  readonly group?: number;
  /** Index of the noun's word. */
  readonly noun?: number;
  /** The noun phrase takes the event for granted ("the 1989 crackdown"). */
  readonly presupposed: boolean;
  /** 0…1: how plainly the date stands at the event. */
  readonly strength: number;
}

/** Finds what each time expression of a sentence dates. */
export function anchorDates(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  ranges: readonly DatePhrase[],
  dct: string | undefined,
): Anchor[] {
  const found: Anchor[] = [];
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
