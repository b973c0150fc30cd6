import { tag } from '../../../shared/tagging/tag.ts';
import { measure } from './measure.ts';

measure((text, dct) => tag(text, dct ? { dct } : {}).length);
