import type { Recognised } from '../../recognise.ts';
import { NOTHING, type Placing, type Reading } from './reading.ts';
import type { Section } from './sections.ts';
import { type AskOf, stepOf } from './steps.ts';

/** Width of the beam: readings kept after each expression, so that time is linear in the number of expressions. */
const BEAM = 12;

/**
 * Chooses the years of a narrative's bare dates ("In September the mines closed") in one pass over all its expressions, so that what is
 * stated after a date counts as much as what is stated before it. Each stated date either moves the story or is an aside; each bare date
 * takes the year before, of, or after the story's; the reading with the lowest total cost wins.
 *
 * @returns One placing per expression, in order.
 * @see Viterbi's algorithm with a beam (Rabiner 1989, "A Tutorial on Hidden Markov Models", §III.B).
 */
export function chronologyOf(
  found: readonly Recognised[],
  speechYear: number | undefined,
  isAside: AskOf,
  isQuoted: AskOf,
  sections: readonly (Section | undefined)[],
): Placing[] {
  let readings: Reading[] = [
    { place: undefined, atPresent: false, cost: 0, before: undefined, index: -1, placing: NOTHING },
  ];
  found.forEach(({ expression }, index) => {
    const step = stepOf(expression, index, speechYear, isAside, isQuoted, sections[index]);
    if (step) readings = best(readings.flatMap((reading) => step(reading)));
  });
  const placings: Placing[] = found.map(() => NOTHING);
  for (let r: Reading | undefined = readings[0]; r; r = r.before) if (r.index >= 0) placings[r.index] = r.placing;
  return placings;
}

/** The cheapest readings, one for each place that the narrative may have reached. */
function best(readings: Reading[]): Reading[] {
  readings.sort((a, b) => a.cost - b.cost);
  const kept: Reading[] = [];
  for (const r of readings) {
    const known = kept.some(
      (k) =>
        k.atPresent === r.atPresent &&
        k.place?.first === r.place?.first &&
        k.place?.last === r.place?.last &&
        k.place?.year === r.place?.year,
    );
    if (!known) kept.push(r);
    if (kept.length === BEAM) break;
  }
  return kept;
}
