/**
 * Rules for dictionary forms: for a tag and an ending, how many characters to cut and which to add ("VBG ying": cut 4, add "ie"). The
 * longest ending decides; an ending that begins with "^" is a whole word.
 */
export type LemmaRules = ReadonlyMap<string, LemmaEdit>;

export interface LemmaEdit {
  readonly cut: number;
  readonly add: string;
}

/** Endings are at most this long; whole words may be longer. */
export const LONGEST_ENDING = 6;

/** Tags whose words have a dictionary form other than themselves. */
export const INFLECTED = /^(?:NNS|NNPS|VB[DGNPZ]?|JJ[RS]|RB[RS]?|MD|POS|PRP\$?|DT|WP\$?|IN|TO|CC)$/;

/** Dictionary form of a word in lower case; names keep their form. */
export function lemmaOf(rules: LemmaRules, lower: string, text: string, tag: string): string {
  if (tag === 'NNP') return text;
  if (!INFLECTED.test(tag)) return lower;
  const whole = rules.get(`${tag} ^${lower}`);
  if (whole) return lower.slice(0, lower.length - whole.cut) + whole.add;
  for (let length = Math.min(LONGEST_ENDING, lower.length - 1); length >= 0; length--) {
    const edit = rules.get(`${tag} ${lower.slice(lower.length - length)}`);
    if (edit && edit.cut < lower.length) return lower.slice(0, lower.length - edit.cut) + edit.add;
  }
  return lower;
}
