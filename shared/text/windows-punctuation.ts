/** Windows-1252 at 0x80…0x9F; a blank where it has no character. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * C1 control characters as the Windows punctuation that their authors wrote ("don\u0092t" → "don’t"): nobody writes C1 controls, but texts in
 * Windows-1252 are often labelled as ISO 8859-1 or as Unicode (WHATWG Encoding maps the one label to the other for this reason).
 */
export function windowsPunctuation(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]?.trim() ?? '');
}
