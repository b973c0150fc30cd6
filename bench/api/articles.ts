/** Generated articles that fill a collection: computed from an index, so that every run has the same thousand events. */

const WHAT = ['bridge', 'library', 'station', 'museum', 'harbour', 'tunnel', 'hospital', 'theatre', 'airport', 'dam'];
const WHERE = [
  'Oslo',
  'Lagos',
  'Lima',
  'Turin',
  'Hanoi',
  'Quito',
  'Kyiv',
  'Perth',
  'Accra',
  'Bergen',
  'Cairo',
  'Dublin',
];
const DEED = [
  'The mayor opened the',
  'A storm destroyed the',
  'The council closed the',
  'Workers occupied the',
  'The army seized the',
];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Five sentences, each with a day of its own between 1850 and 2009. */
export function articleNumber(index: number): {
  readonly text: string;
  readonly url: string;
  readonly tags: readonly string[];
} {
  const sentences = Array.from({ length: 5 }, (_, at) => {
    const n = index * 5 + at;
    const pick = <T>(list: readonly T[], step: number): T => list[(n * step) % list.length] as T;
    const date = `${1 + ((n * 7) % 28)} ${pick(MONTHS, 5)} ${1850 + ((n * 37) % 160)}`;
    return `${pick(DEED, 3)} ${pick(WHAT, 7)} in ${pick(WHERE, 11)} on ${date}.`;
  });
  return { text: sentences.join(' '), url: `https://bench.example/${index}`, tags: [`t${index % 5}`] };
}
