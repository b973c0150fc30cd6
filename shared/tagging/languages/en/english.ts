import type { Language } from '../language.ts';
import { directionOf } from './direction.ts';
import { lexicon } from './lexicon.ts';
import { pipeline } from './pipeline.ts';

export const english: Language = { tag: 'en', lexicon, pipeline, directionOf };
