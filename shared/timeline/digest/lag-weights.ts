/**
 * How much an article's word on an event counts, by how many days after the event it came out: 0, 1, 2 …, the last for all later ones.
 * Events that articles retell on later days mattered. Fitted with the digest's other weights (bench/digest prints what it adds).
 */
export const VOICE_BY_LAG: readonly number[] = [0.5, 0.7, 1, 1.2, 1.4, 1.5];
