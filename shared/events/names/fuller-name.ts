/** How far back a name is searched, in UTF-16 code units. */
const REACH = 6000;

/** Capitalised words that are not names before a noun. */
const NO_NAME =
  /^(?:The|A|An|This|That|These|Those|His|Her|Its|Their|Our|My|Your|In|On|At|For|From|With|But|And|As|After|Before|When|While|If|Since|No|Some|Many|Most|All|New|Two|Three|First|Last|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;

/**
 * A noun with the name behind it, if the text gives it only one: "uprising in Benghazi" for "uprising".
 *
 * @param noun Lower case.
 * @param end Where the text read so far ends.
 */
export function placedNoun(text: string, end: number, noun: string): string | undefined {
  if (!/^\p{Ll}{3,}$/u.test(noun)) return undefined;
  const before = text.slice(Math.max(0, end - REACH), end);
  const pattern = new RegExp(
    String.raw`(?<![\p{L}-])${noun} (?:of|in|at|on|aboard|near|against|over) (?:the )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}-]+){0,3}`,
    'gu',
  );
  const found = new Set<string>();
  for (const [phrase] of before.matchAll(pattern))
    if (!phrase.split(' ').some((word) => NO_NAME.test(word) && /^\p{Lu}/u.test(word))) found.add(phrase);
  return found.size === 1 ? [...found][0] : undefined;
}

/**
 * A noun with its last full name in the text: "Deepwater Horizon rig" for "rig".
 *
 * @param noun Lower case.
 * @param end Only the text before this offset is searched.
 */
export function fullerName(text: string, end: number, noun: string): string | undefined {
  if (!/^\p{Ll}{3,}$/u.test(noun)) return undefined;
  const before = text.slice(Math.max(0, end - REACH), end);
  const pattern = new RegExp(String.raw`((?:\p{Lu}[\p{L}'’-]+ ){1,4})((?:\p{Ll}+ )?)${noun}(?![\p{L}’'])`, 'gu');
  let found: string | undefined;
  for (const match of before.matchAll(pattern)) {
    const names = (match[1] as string).trim().split(' ');
    while (names.length > 0 && NO_NAME.test(names[0] as string)) names.shift();
    const between = match[2] as string;
    if (
      names.length === 0 ||
      names.some((name) => NO_NAME.test(name)) ||
      !/^(?:|oil |gas |drilling |flu |bank |news )$/.test(between)
    )
      continue;
    found = `${names.join(' ')} ${between}${noun}`;
  }
  return found;
}
