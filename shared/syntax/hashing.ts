/** 32-bit FNV-1a hash of a string's UTF-16 code units between two indices. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Bits of a slot: features are hashed to 2^SLOT_BITS slots, of which those frequent in training have a row of weights. */
export const SLOT_BITS = 20;

/** Templates of features, laid out as kernel.wat reads them. */
export interface Templates {
  readonly count: number;
  readonly layout: Int32Array;
}

/** Rows of equal length, four at a time: their first entries, their second entries and so on. Zeros pad the last four. */
function inFours(rows: readonly (readonly number[])[]): number[] {
  const laidOut: number[] = [];
  for (let from = 0; from < rows.length; from += 4)
    for (let column = 0; column < (rows[0] as readonly number[]).length; column++)
      for (let row = from; row < from + 4; row++) laidOut.push(rows[row]?.[column] ?? 0);
  return laidOut;
}

/**
 * Parses a list of templates separated by commas: "s0w, s0t b0t" are two features, one of the atom s0w and one of two atoms together.
 *
 * @param atoms Names of the atoms, in the order of their places.
 * @throws RangeError for an atom that has no place, or a template of more than four.
 */
export function readTemplates(text: string, atoms: readonly string[]): Templates {
  const groups: number[][][] = [[], [], [], []];
  const templates = text.trim().split(/,\s+/);
  templates.forEach((template, index) => {
    const addresses = template.split(/\s+/).map((atom) => 4 * atoms.indexOf(atom));
    const group = groups[addresses.length - 1];
    if (group === undefined || addresses.some((address) => address < 0)) throw new RangeError(`template ${template}`);
    group.push([Math.imul(index + 1, 0x9e3779b1), ...addresses]);
  });
  return {
    count: templates.length,
    layout: Int32Array.from(groups.flatMap((group) => [group.length, ...inFours(group)])),
  };
}
