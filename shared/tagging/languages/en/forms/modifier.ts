import { Approx, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import type { TimexMod } from '../../../timex.ts';

/** Words that widen or narrow what follows, with the token after them. */
export interface Modifier {
  readonly mod: TimexMod;
  readonly upTo: number;
}

const MODS: Readonly<Record<number, TimexMod>> = {
  [Approx.About]: 'APPROX',
  [Approx.Less]: 'LESS_THAN',
  [Approx.More]: 'MORE_THAN',
};

/** Reads "about", "nearly", "over", "more than", "less than", "at least", "at most", "no more than", "up to". */
export function readModifier(t: TokenWindow, i: number): Modifier | undefined {
  switch (t.cls(i)) {
    case W.Approx: {
      const mod = MODS[t.value(i)];
      // "over the past year", "over several years": here "over" is a preposition.
      const next = t.cls(i + 1);
      if (!mod || (t.isWord(i, 'over') && (next === W.The || next === W.Which || next === W.Several))) return undefined;
      return { mod, upTo: i + 1 };
    }
    case W.More:
      return readComparison(t, i);
    case W.Preposition:
      if (!t.isWord(i, 'at') || !t.is(i + 1, W.Approx)) return undefined;
      if (t.value(i + 1) === Approx.AtLeast) return { mod: 'EQUAL_OR_MORE', upTo: i + 2 };
      return t.value(i + 1) === Approx.AtMost ? { mod: 'EQUAL_OR_LESS', upTo: i + 2 } : undefined;
    default:
      return undefined;
  }
}

function readComparison(t: TokenWindow, i: number): Modifier | undefined {
  if (t.isWord(i, 'up')) return t.isWord(i + 1, 'to') ? { mod: 'EQUAL_OR_LESS', upTo: i + 2 } : undefined;
  const negated = t.isWord(i, 'no');
  const j = negated ? i + 1 : i;
  if (!t.is(j, W.More) || !t.is(j + 1, W.Than)) return undefined;
  const more = t.isWord(j, 'more');
  return { mod: negated ? (more ? 'EQUAL_OR_LESS' : 'EQUAL_OR_MORE') : more ? 'MORE_THAN' : 'LESS_THAN', upTo: j + 2 };
}
