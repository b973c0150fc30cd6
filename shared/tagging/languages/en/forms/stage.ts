import type { Expression } from '../../../grammar/expression.ts';
import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { Stage, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { century } from './century.ts';
import { dayPart } from './day-part.ts';
import { decade } from './decade.ts';
import { deicticDay } from './deictic-day.ts';
import { deicticUnit } from './deictic-unit.ts';
import { monthFirst } from './month-first.ts';
import { quarter } from './quarter.ts';
import { season } from './season.ts';
import { weekday } from './weekday.ts';
import { year } from './year.ts';

/** Dates that can be early or late, or have a beginning and an end. */
const STAGED = tabulate([
  dayPart,
  monthFirst,
  year,
  decade,
  century,
  season,
  quarter,
  weekday,
  deicticDay,
  deicticUnit,
]);

const MODS = { [Stage.Start]: 'START', [Stage.Mid]: 'MID', [Stage.End]: 'END' } as const;

/** "early 1990s", "mid-2012", "late last week", "late in 1957", "the end of 1944", "the beginning of October". */
export const stage: Form = { name: 'stage', starts: [W.Stage, W.The, W.Edge, W.Old], read: readStage };

/** "by end 2012", "end-May", "from end of": without "of" a hyphen or a preposition is needed. */
function isEndOf(t: TokenWindow, i: number, k: number): boolean {
  const isDate = (j: number): boolean => t.is(j, W.Month) || (t.is(j, W.Number) && t.digits(j) === 4);
  if (t.is(k, W.Hyphen)) return !t.spaced(k) && isDate(k + 1) && !t.spaced(k + 1);
  return t.is(i - 1, W.Preposition) && isDate(k);
}

function readStage(t: TokenWindow, i: number): Expression | undefined {
  const j = t.is(i, W.The) ? i + 1 : i;
  const cls = t.cls(j);
  const latter = t.isWord(j, 'latter');
  if (cls !== W.Stage && cls !== W.Edge && !latter) return undefined;
  const mod = latter ? 'END' : MODS[t.value(j) as 0 | 1 | 2];
  let k = j + 1;
  // "the early part of the next decade".
  if (t.isWord(k, 'part')) k++;
  else if (latter) return undefined;
  const isShort = cls === W.Edge && t.isWord(j, 'end') && isEndOf(t, i, k);
  if (isShort) {
    if (t.is(k, W.Hyphen)) k++;
  } else if (cls === W.Edge || (t.is(k, W.Of) && (k > j + 1 || t.isWord(j, 'middle')))) {
    if (!t.is(k, W.Of)) return undefined;
    k++;
  } else if (t.is(k, W.Hyphen) || t.is(k, W.Preposition)) k++;
  const inner = longestAt(STAGED, t, k);
  return inner && inner.kind !== 'fixed' && !inner.mod ? { ...inner, mod } : undefined;
}
