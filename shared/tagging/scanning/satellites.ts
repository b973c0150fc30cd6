import { W } from '../grammar/word.ts';

/** Classes that may stand before a trigger within one expression, by name; any other class ends the search backwards. */
const NAMES =
  'Number NumberWord Decimal Ordinal Which The A Stage Edge Approx Several Away Of And To Or Every Era Fiscal Half Than Between More Times UnitKind Within Per Join Hyphen Dash Comma Dot Apostrophe Possessive Slash Colon Preposition Period Old TimeNoun Reference Holiday Named Zone Weekday Open Close';

/** 1 for each class that may stand before a trigger within one expression, 0 for the others. */
export const SATELLITES = new Uint8Array(64);
for (const name of NAMES.split(' ')) SATELLITES[W[name as keyof typeof W]] = 1;
