/**
 * Weight of an article's evidence by the days between event and publication: 0, 1, 2 …, the last for all later days.
 * Later retellings weigh more: they signal lasting importance. Fitted with the digest's other weights (bench/digest
 * prints their effect).
 */
export const VOICE_BY_LAG: readonly number[] = [0.5, 0.7, 1, 1.2, 1.4, 1.5];
