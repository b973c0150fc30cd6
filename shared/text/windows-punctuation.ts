/** Windows-1252 at 0x80…0x9F; a blank for undefined characters. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Replaces C1 control characters by the Windows punctuation that was meant ("don\u0092t" → "don’t"): texts in
 * Windows-1252 are often labelled as ISO 8859-1 or Unicode, and real texts contain no C1 controls (WHATWG Encoding maps
 * the labels for this reason).
 */
export function windowsPunctuation(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]?.trim() ?? '');
}
