import { W, type WordClass } from '../grammar/word.ts';

/** Code units of each class of sign that forms tell apart. */
const SIGNS: readonly (readonly [cls: WordClass, codes: readonly number[]])[] = [
  [W.Hyphen, [0x2d, 0x2010, 0x2011]],
  [W.Dash, [0x2012, 0x2013, 0x2014]],
  [W.Slash, [0x2f, 0x5c]],
  [W.Comma, [0x2c]],
  [W.Dot, [0x2e]],
  [W.Colon, [0x3a]],
  [W.Apostrophe, [0x27, 0x2019]],
  [W.Open, [0x28, 0x5b]],
  [W.And, [0x26]],
  [W.Close, [0x29, 0x5d]],
  [W.Quote, [0x22, 0x201c, 0x201d, 0x2018]],
  [W.Money, [0x24, 0x25, 0x20ac, 0xa3, 0xa5, 0x23]],
];

/** Class of every sign; letters and digits are never asked for. */
export const SIGN_CLASS = new Uint8Array(0x10000).fill(W.OtherSign);
for (const [cls, codes] of SIGNS) for (const code of codes) SIGN_CLASS[code] = cls;
