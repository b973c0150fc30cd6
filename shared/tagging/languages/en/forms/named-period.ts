import { readYear } from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** "the 2008 Olympics", "the 1998 Winter Games", "the 2014 World Cup", "Clinton's presidency", "the Reagan presidency". */
export const namedPeriod: Form = { name: 'named-period', starts: [W.The, W.Number, W.Named], read: readNamedPeriod };

function readNamedPeriod(t: TokenWindow, i: number): Expression | undefined {
  if (t.is(i, W.Named)) return readPresidency(t, i);
  const j = t.is(i, W.The) ? i + 1 : i;
  if (t.is(j, W.Named) && j > i) return readPresidency(t, j);
  const year = readYear(t, j);
  if (!year) return undefined;
  const winter = t.is(year.upTo, W.Season) && t.value(year.upTo) === 4;
  const k = t.is(year.upTo, W.Season) ? year.upTo + 1 : year.upTo;
  const period = (key: string, upTo: number): Expression => ({
    ...BLANK,
    kind: 'fixed',
    type: 'DATE',
    named: `${key}:${year.value}`,
    upTo,
  });
  const games = winter ? 'winter-olympics' : 'summer-olympics';
  if (t.isWord(k, 'olympics')) return period(games, k + 1);
  if (t.isWord(k, 'olympic') && t.isWord(k + 1, 'games')) return period(games, k + 2);
  return t.isWord(k, 'world') && t.isWord(k + 1, 'cup') && k === year.upTo ? period('world-cup', k + 2) : undefined;
}

/** The name of a president and the word "presidency". */
function readPresidency(t: TokenWindow, i: number): Expression | undefined {
  const j = t.is(i + 1, W.Possessive) ? i + 2 : i + 1;
  if (!t.isWord(j, 'presidency')) return undefined;
  const name = t.text.slice(t.start(i), t.end(i)).toLowerCase();
  return { ...BLANK, kind: 'fixed', type: 'DATE', named: `presidency:${name}`, upTo: j + 1 };
}
