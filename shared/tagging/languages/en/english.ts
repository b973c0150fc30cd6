import type { Language } from '../language.ts';
import { isAside } from './aside.ts';
import { isCompared } from './comparison.ts';
import { directionOf } from './direction.ts';
import { lexicon } from './lexicon.ts';
import { pipeline } from './pipeline.ts';
import { isTimeInSmallLetters } from './small-letters.ts';

export const english: Language = {
  tag: 'en',
  lexicon,
  numerals: {
    decimal: '.',
    decade: 's',
    ordinals: ['th', 'st', 'nd', 'rd', 'd'],
    clocks: ['am', 'pm', 'a', 'p', 'secs', 'mins', 'hrs', 'hr', 'wks', 'wk', 'mths', 'yrs', 'yr'],
  },
  isTimeInSmallLetters,
  pipeline,
  directionOf,
  isCompared,
  isAside,
};
