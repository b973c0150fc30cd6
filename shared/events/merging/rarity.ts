import type { Sketch } from './sketch.ts';

/**
 * Stems that are frequent in news on any subject, with the share of sentences that contain them. Counted over news on
 * four subjects by bench/merging/train.ts.
 */
const COMMON: readonly (readonly [share: number, stems: string])[] = [
  [0.03, 'new govern report time world dai state peopl'],
  [
    0.015,
    'work kill first offici year help call week includ live control try protect look nation stop continu happen start comment part show respons caus public place',
  ],
  [
    0.008,
    'move gener chang case come question problem risk hous close three area possibl appear famili home month right plan believ end point follow face man todai remain hope presid secretari form good concern need earli citi group mondai offic accord find five provid set research countri inform trade death issu million fridai big best high number author busi latest crisi life past agenc major turn recent meet hit american',
  ],
  [
    0.005,
    'discuss deal british fear econom member legal america intern outsid power support thursdai unit four action name open talk local head return expect lot fact second great north creat lead import rule event expert suggest result situat consid claim servic care differ tuesdai clear hour share prevent larg allow base prepar run statement commun carri worker critic warn begin thousand line person effect current hear product earlier announc reason secur act histori interest decis speak record air polit order sundai hand confirm top effort washington south region offer law rais due full term oper wait late saturdai human wednesdai view compani direct build decid media morn arriv complet suppli cover emerg test britain visit increas relat hundr european april began minist former answer actual releas percent sent team reach threat remov defens involv spokesman center manag seek period director sign final charg investig hold fight level',
  ],
];

const shareOf = new Map(COMMON.flatMap(([share, stems]) => stems.split(' ').map((word) => [word, share] as const)));
const UNKNOWN_SHARE = 0.001;
/** Weight of the background counts, in mentions of the bucket. */
const BACKGROUND_MENTIONS = 60;

/** How specific a shared stem is: the fewer mentions contain it, the more. Depends only on the set of mentions. */
export interface Rarity {
  /** 0…1; 0 for a stem that all mentions have. */
  of(stemmed: string): number;
  /** Sum of the rarities of a set. */
  sumOf(stems: ReadonlySet<string>): number;
}

/** Counts the stems of a bucket's mentions: in a collection about one oil spill, "oil" says little. */
export function rarityAmong(sketches: readonly Sketch[]): Rarity {
  const counts = new Map<string, number>();
  for (const { context } of sketches) for (const word of context) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = new Map<string, number>();
  const of = (word: string): number => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const share =
      ((counts.get(word) ?? 1) - 1 + BACKGROUND_MENTIONS * (shareOf.get(word) ?? UNKNOWN_SHARE)) /
      (sketches.length + BACKGROUND_MENTIONS);
    const rarity = Math.min(1, -Math.log(Math.min(1, share)) / 7);
    known.set(word, rarity);
    return rarity;
  };
  const sums = new WeakMap<ReadonlySet<string>, number>();
  const sumOf = (stems: ReadonlySet<string>): number => {
    const before = sums.get(stems);
    if (before !== undefined) return before;
    let sum = 0;
    for (const word of stems) sum += of(word);
    sums.set(stems, sum);
    return sum;
  };
  return { of, sumOf };
}
