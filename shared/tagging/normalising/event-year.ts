import type { Expression } from '../grammar/expression.ts';
import type { Neighbourhood } from './joins.ts';

/** Code units from a year to the date of its event. */
const REACH = 60;
/** Events of a single day: "the 2010 final on 11 July". */
const EVENT_OF_YEAR =
  /\b[Tt]he ((?:1[89]|20)\d\d) (?:[\w’'-]+ ){0,4}?(?:finals?|elections?|votes?|referendum|tournament|championships?|cup|games|olympics|match|race|festival|conference|summit|ceremony|attacks?|bombings?|earthquake|quake|tsunami|hurricane|crash|disaster|massacre|riots?|coup|revolt|uprising|battle|invasion|treaty|census|wedding|parade|debate|trial|strike|raid|eruption|flood|fire|explosion|shooting|assassination) (?:on|of|in) (?:the )?$/i;

/** "the 2010 final on 11 July": the date has the year of its event. */
export function yearOfEvent({ one, text }: Neighbourhood): Expression | undefined {
  const e = one.expression;
  if (e.kind !== 'calendar' || e.lean !== 'nearest' || e.part === undefined) return undefined;
  const year = EVENT_OF_YEAR.exec(text.slice(Math.max(0, one.start - REACH), one.start))?.[1];
  return year === undefined ? undefined : { ...e, year: Number(year), lean: undefined };
}
