/** 32-bit FNV-1a hash of a string's UTF-16 code units between two indices. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Bits of a slot: features are hashed to this many slots, and slots that training saw often enough have a row of weights. */
export const SLOT_BITS = 20;

/** A list of templates in one array: for each, how many atoms it joins and their indices. */
export type Templates = Int32Array;

/** Lays templates out for `hashTemplates`. Each template joins one to four atoms. */
export function layOut(templates: readonly (readonly number[])[]): Templates {
  return Int32Array.from(templates.flatMap((atoms) => [atoms.length, ...atoms]));
}

/**
 * Hashes each template's atoms to a slot.
 *
 * @param slots Receives one slot a template, in order.
 * @returns How many slots were written.
 */
export function hashTemplates(templates: Templates, atoms: Int32Array, slots: Int32Array): number {
  let count = 0;
  for (let i = 0; i < templates.length; count++) {
    const end = i + 1 + (templates[i] as number);
    let hash = Math.imul(count + 1, 0x9e3779b1);
    for (i++; i < end; i++) {
      hash = Math.imul(hash ^ (atoms[templates[i] as number] as number), 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash, 0xc2b2ae35);
    slots[count] = hash >>> (32 - SLOT_BITS);
  }
  return count;
}
