import fc from 'fast-check';

/** One reader of untrusted input, the inputs to feed it, and what must hold for each. */
export interface FuzzTarget {
  readonly name: string;
  /**
   * Checks one input that the generator made from a seed.
   *
   * @param runs Number of inputs.
   * @throws with the shrunk counterexample and the seed where a promise is broken.
   */
  check(options: { readonly runs: number; readonly seed?: number }): void;
}

/** @param holds Throws where the input breaks a promise. */
export function fuzzTarget<Input>(
  name: string,
  inputs: fc.Arbitrary<Input>,
  holds: (input: Input) => void,
): FuzzTarget {
  return {
    name,
    check: ({ runs, seed }) =>
      fc.assert(fc.property(inputs, holds), { numRuns: runs, ...(seed === undefined ? {} : { seed }) }),
  };
}
