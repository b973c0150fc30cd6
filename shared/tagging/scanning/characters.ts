/**
 * Classes of UTF-16 code units, the alphabet of the state tables. Letters of the lexicons have a class of their own so that one table
 * step does both case folding and word matching; every other letter is one class, every other sign another.
 */
export const GAP = 0;
export const DIGIT = 1;
export const OTHER_LETTER = 2;
export const COLON = 3;
export const SLASH = 4;
export const DOT = 5;
export const APOSTROPHE = 6;
/** Classes below this one end a word, except DIGIT and OTHER_LETTER. */
const FIRST_LETTER = 7;

/** Classes are packed into this many bits of a table index. */
export const CLASS_BITS = 6;
export const CLASS_COUNT = 1 << CLASS_BITS;

/** Letters beyond a–z that lexicons use. Upper case folds on to them. */
const ACCENTED = 'äöüßéèêëàâîïôùûçœ';

/** Class of every UTF-16 code unit. 64 KB, of which ordinary text touches the first 128 bytes. */
export const CLASS_OF: Uint8Array = buildClasses();

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000).fill(OTHER_LETTER);
  const gaps: readonly (readonly [number, number])[] = [
    [0x00, 0xbf],
    [0xd7, 0xd7],
    [0xf7, 0xf7],
    // General punctuation to arrows, mathematical and other signs.
    [0x2000, 0x2bff],
    [0x3000, 0x303f],
    [0xfe30, 0xfe4f],
    [0xff00, 0xff0f],
    [0xfeff, 0xfeff],
  ];
  for (const [from, to] of gaps) classes.fill(GAP, from, to + 1);
  for (let i = 0; i < 26; i++) classes[0x41 + i] = classes[0x61 + i] = FIRST_LETTER + i;
  [...ACCENTED].forEach((letter, i) => {
    const cls = FIRST_LETTER + 26 + i;
    classes[letter.charCodeAt(0)] = cls;
    const upper = letter.toUpperCase();
    if (upper.length === 1) classes[upper.charCodeAt(0)] = cls;
  });
  classes.fill(DIGIT, 0x30, 0x3a);
  classes[0x3a] = COLON;
  classes[0x2f] = SLASH;
  classes[0x2e] = DOT;
  classes[0x27] = classes[0x2019] = APOSTROPHE;
  // An underscore glues, as in identifiers and file names.
  classes[0x5f] = OTHER_LETTER;
  return classes;
}

/** True for the classes that words are made of: letters and digits. */
export const isWordClass = (cls: number): boolean => cls === DIGIT || cls === OTHER_LETTER || cls >= FIRST_LETTER;
