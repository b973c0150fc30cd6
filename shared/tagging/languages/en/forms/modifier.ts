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

/** Reads "about", "nearly", "over", "more than", "less than", "at least", "at most", "no more than", "up to", "as many as". */
export function readModifier(t: TokenWindow, i: number): Modifier | undefined {
  switch (t.cls(i)) {
    case W.Approx: {
      // "over the past year", "over several years": here "over" is a preposition.
      const next = t.cls(i + 1);
      if (t.isWord(i, 'over') && (next === W.The || next === W.Which || next === W.Several)) return undefined;
      return { mod: MODS[t.value(i)] ?? 'APPROX', upTo: i + 1 };
    }
    case W.More:
      if (!t.is(i + 1, W.Than)) return undefined;
      return { mod: t.isWord(i, 'more') ? 'MORE_THAN' : 'LESS_THAN', upTo: i + 2 };
    case W.Preposition:
      if (!t.isWord(i, 'at') || !t.is(i + 1, W.Unknown)) return undefined;
      if (t.isWord(i + 1, 'least')) return { mod: 'EQUAL_OR_MORE', upTo: i + 2 };
      return t.isWord(i + 1, 'most') ? { mod: 'EQUAL_OR_LESS', upTo: i + 2 } : undefined;
    default:
      return undefined;
  }
}
