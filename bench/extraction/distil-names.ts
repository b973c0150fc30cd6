/**
 * Distils shared/events/lexicon/names.json (places, first names, organisations) from the word lists of `compromise` (MIT), which is not
 * needed at run time.
 *
 * Usage: npx tsx bench/extraction/distil-names.ts > shared/events/lexicon/names.json
 */
import nlp from 'compromise';
import { COMPROMISE, LICENCE, wordLists } from './word-lists.ts';

const { lexicon } = (nlp.model() as unknown as { one: { lexicon: Record<string, string | string[]> } }).one;
/** Entries that are common words, or names of bands, shops and shows with another meaning in news. */
const NOT_PLACES = new Set(
  `downtown uptown midtown boardwalk las den ist para pei lima reading york maine pickering kul clt fra ord upton main st|main street|downs|america
  jersey turkey|financial district|shopping district|north end|south end|east end|west end|north side|south side|east side|west side|old town|cork|essex-no
  green valley|green acres|clearwater|highland|highlands|lowland|lowlands|riverside|waterford-no|nice|wells|bath|mobile|navan|navan|atl|ams|bcn|bkk|cdg|cgk|dfw|dxb|fco|hkg|hnd|iax|icn|lax|lgw|lhr|mco|muc|pek|phl|phx|sfo|yyz
  washington-no usa uk ussr united states of america`
    .split(/[|\n]+/)
    .flatMap((line) => (line.trim().includes(' ') && line.length > 40 ? line.trim().split(' ') : [line.trim()])),
);
const NOT_ORGANIZATIONS =
  /^(?:u2|g8|motel 6|abba|ac.dc|aerosmith|amt|ayer|bee gees|ben & jerry.*|coco chanel|coldplay|creedence.*|def leppard|depeche mode|destiny.*|duran duran|fleetwood mac|green day|guns n roses|joy division|kkk|katv|la presse|metallica|moody blues|motley crue|new kids.*|nivea|orange julius|pink floyd|red bull|red hot.*|remax|roman empire|scientology|sex pistols|smirnoff|snp|soundgarden|spice girls|the .*|thin lizzy|visa|ford|dell|sears|avis|avon|audi|mercedes benz|notre dame|radiohead|chevy|cadillac|subaru|lexus|lexis|brexiteers|eurosceptics|dea|amc|ing|ups|mobil|baxter|acer|altair|argos|premier league|destiny child|van halen)$/;

const of = (...wanted: string[]): string[] =>
  Object.entries(lexicon)
    .filter(([, tag]) => wanted.includes(Array.isArray(tag) ? tag.join('|') : tag))
    .map(([word]) => word);

const listed = (about: string, words: readonly string[]) => ({
  about,
  entries: [...new Set(words)].sort(),
  separator: ',' as const,
});

const plain = (w: string): boolean => /^[a-z][a-z'& -]+$/.test(w) && w.length > 2;
const firstNames = (...wanted: string[]): string[] => of(...wanted).filter((w) => plain(w) && !w.includes(' '));
console.log(
  wordLists({
    madeBy: 'bench/extraction/distil-names.ts',
    source: COMPROMISE,
    licence: LICENCE,
    lists: {
      places: listed(
        'Countries, regions and cities, lower case.',
        of('Country', 'City', 'Region|ProperNoun', 'Place|ProperNoun').filter((w) => plain(w) && !NOT_PLACES.has(w)),
      ),
      maleNames: listed("Men's first names, lower case.", firstNames('MaleName')),
      femaleNames: listed("Women's first names, lower case.", firstNames('FemaleName')),
      neutralNames: listed('First names of men and women, lower case.', of('FirstName').filter(plain)),
      organizations: listed(
        'Well-known organisations, lower case.',
        of('Organization').filter((w) => plain(w) && !NOT_ORGANIZATIONS.test(w)),
      ),
    },
  }),
);
