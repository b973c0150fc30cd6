import * as chrono from 'chrono-node';
import { measure } from './measure.ts';

measure((text, dct) => chrono.en.parse(text, dct ? new Date(`${dct}T12:00:00Z`) : new Date(0)).length);
