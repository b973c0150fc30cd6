/** 53-bit hash of a string (cyrb53: two multiplicative rounds, public domain); not for secrets. */
function hash53(text: string, seed: number): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/**
 * The id of an event within one article: the same for the same article, trigger and date. With 106 bits, ids of a
 * hundred million events do not collide (n²/2^107 ≈ 6·10⁻¹⁷).
 */
export function eventId(articleId: string, triggerStart: number, edtf: string): string {
  const key = `${articleId}\u0000${triggerStart}\u0000${edtf}`;
  return `ev_${hash53(key, 1).toString(36).padStart(11, '0')}${hash53(key, 2).toString(36).padStart(11, '0')}`;
}
