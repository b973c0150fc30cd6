import type { Language } from '../language.ts';
import { directionOf } from './direction.ts';
import { lexicon } from './lexicon.ts';
import { pipeline } from './pipeline.ts';

export const german: Language = {
  tag: 'de',
  lexicon,
  numerals: { decimal: ',', decade: 'er', dottedDates: true, ordinals: [], clocks: [] },
  pipeline,
  directionOf,
};
