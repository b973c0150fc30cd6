import { SMALL_WORDS } from '../lexicon/closed-class.ts';
import { NEEDS_OBJECT } from '../lexicon/complement-verbs.ts';
import { GERUND, isMostlyNoun, PARTICIPLE, PAST, verbForm } from '../lexicon/verb-forms.ts';

/** Longest title, in UTF-16 code units. */
export const LONGEST_TITLE = 100;

const LOOSE_ENDS = new Set(
  `a an the and or but of in on at by for from with to into onto as that which who whose whom when while because if than its his her their our this these those
  after before since until during between about over under against toward towards amid among through per via is are was were be been being has have had having will would
  not no very more most also so such including not only just even both either nor where there it he she they said says up-to according due despite what how why whether once although though whose saying unless compared shortly
  alongside without within beside amongst versus concerning`.split(/\s+/),
);

const NO_SPACE_BEFORE = /^[.,;:!?%)\]’”]|^['’]s\b|^n't/;

/** The words of a title as one line, of any length. */
function join(parts: readonly string[]): string {
  let title = '';
  for (const part of parts) title += title === '' || NO_SPACE_BEFORE.test(part) ? part : ` ${part}`;
  return title;
}

/** Length of a title before its ends are cleaned, in UTF-16 code units. */
export const lengthOf = (parts: readonly string[]): number => join(parts).length;

/** Whether nothing would be cut off. */
export const fitsTitle = (parts: readonly string[]): boolean => join(parts).length <= LONGEST_TITLE;

/** Joins the parts, cuts them to length at the end of a phrase, cleans both ends and capitalises. */
export function finish(parts: readonly string[]): string {
  let title = join(parts);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters of the source text must not reach a title
  title = title.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ');
  title = title
    .replace(/[^\S\u00a0]+/g, ' ')
    .replace(/ ([,;:])/g, '$1')
    .replace(/,{2,}/g, ',')
    .replace(/^[\s,;:.–—-]+/, '')
    .trim();
  title = withinBrackets(title);
  title = title
    .replace(/^(?:but|and|so|yet|meanwhile|however|then|also|still|instead|moreover|therefore|because)\b,? (?=\S)/i, '')
    .replace(/^that (?!(?:is|was|were|are|will|would|has|had|could|may|might)\b)(\S+)/, (all, next: string) =>
      (verbForm(next)?.forms ?? 0) & PAST ? all : next,
    );
  title = title.replace(/^(?:by )?the time (?=\S+ .*\b(?:was|were|had|is|are)\b)/i, '');
  title = title.replace(
    /^(?:especially|particularly|notably|shortly|including|just) (?=(?:the|an?|his|her|its|their|\d[\d,.]*)\b)/i,
    '',
  );
  // "an |April 20| rig explosion": the words between the article and its noun were left out
  title = title
    .replace(/\b([Aa])n (?=\$(?!8|11|18)\d)/g, '$1 ')
    .replace(/\b([Aa])n (?=[bcdfgjklmnpqrstvwxyz][a-z])/g, '$1 ')
    .replace(/\b([Aa]) (?=(?:[ai]|e(?!u)|o(?!ne|nce))[a-z]|(?:[AI]|E(?!u)|O(?!ne))[a-z]{2})/g, '$1n ');
  if (title.length > LONGEST_TITLE) title = shorten(title);
  title = cleanEnd(title).replaceAll('\u00a0', ' ');
  const first = title.codePointAt(0);
  if (first === undefined) return '';
  const letter = String.fromCodePoint(first);
  return letter.toUpperCase() + title.slice(letter.length);
}

/** A bracket without its counterpart: the title is the text outside. */
function withinBrackets(title: string): string {
  let from = 0;
  let open = -1;
  for (let i = 0; i < title.length; i++) {
    const c = title.charAt(i);
    if (c === '(' || c === '[') {
      if (open < 0) open = i;
    } else if (c === ')' || c === ']') {
      if (open < 0) from = i + 1;
      open = -1;
    }
  }
  return (open < 0 ? title.slice(from) : title.slice(from, open)).trim();
}

const PHRASE_ENDS =
  /,? (?=(?:to|in|on|at|by|for|from|with|after|before|during|since|as|that|which|who|and|or|but|because|while|when|over|against|through|under|into|amid|outside|inside|across|despite|within|following|including|where)\b)|[,;:] /g;

function shorten(title: string): string {
  const room = title.slice(0, LONGEST_TITLE + 1);
  let cut = -1;
  for (const match of room.matchAll(PHRASE_ENDS)) if (match.index >= 40) cut = match.index;
  if (cut < 0) cut = room.lastIndexOf(' ');
  if (cut <= 0) {
    cut = LONGEST_TITLE;
    const code = title.charCodeAt(cut);
    if (code >= 0xdc00 && code <= 0xdfff) cut--;
  }
  return withoutOpenParticiple(title.slice(0, cut), title.slice(cut));
}

const NO_NOUN =
  /^(?:trying|saying|seeking|living|floating|carrying|leading|coming|going|making|taking|giving|wearing)$/;

/** "refugees fleeing [from the war]", "an embassy staffed [by diplomats]": the complement of a participle was cut off, so the participle is removed, too. */
function withoutOpenParticiple(title: string, rest: string): string {
  const words = title.split(' ');
  const last = words.at(-1) ?? '';
  const before = words.at(-2)?.toLowerCase() ?? '';
  const form = verbForm(last);
  // "…, resulting [in a loss]"
  if (before.endsWith(',') && form && form.forms & GERUND) return words.slice(0, -1).join(' ');
  if (words.length < 6 || !form || isMostlyNoun(last) || /^\p{Lu}/u.test(last)) return title;
  // "refugees fleeing", but "deepwater drilling": after a singular the form is mostly a noun
  const open =
    form.forms & GERUND
      ? NO_NOUN.test(last) || /(?:[^s]s|people|men|couple|man)$/.test(before)
      : form.forms & PARTICIPLE && /^,? by\b/.test(rest);
  if (!open) return title;
  // "was staffed", "for driving", "said killing": it belongs to the word before it
  const small = SMALL_WORDS.get(before);
  if (
    (small !== undefined && small !== 'adjective' && small !== 'adverb') ||
    (verbForm(before) && !isMostlyNoun(before))
  )
    return title;
  return words.slice(0, before.endsWith('ly') || small === 'adverb' ? -2 : -1).join(' ');
}

/** "sent a letter to the town claiming [that …]": the content of the letter is the next clause. */
function withoutOpenReport(title: string): string {
  const space = title.lastIndexOf(' ');
  const before = title.slice(title.lastIndexOf(' ', space - 1) + 1, space).toLowerCase();
  if (space < 12 || !SAYING.test(title.slice(space + 1)) || verbForm(before) || SMALL_WORDS.has(before)) return title;
  return title.slice(0, space);
}

const SAYING =
  /^(?:saying|claiming|explaining|arguing|adding|noting|announcing|stating|alleging|insisting|declaring|denying|confirming|suggesting|demanding)$/;

const AFTER_PREPOSITION =
  / (?:above|across|below|behind|beneath|beyond|around|near|over|under|against|about|with|for|to|of|from|on|in|at|by|through|into|inside|to \p{Ll}+) it$/u;
/** "has been ignoring |it|" */
const IGNORES = / (?:been|is|are|was|were|be) \p{Ll}+ing it$/u;
/** "the trawlers |that began| [on Monday]", "sold the mine |on the basis| [of our report]". */
const OPEN_TAIL =
  / (?:(?:that|which|who) (?:began|started|ended|occurred|happened|lasted)|(?:on|in|at|for|with|under) the (?:basis|purpose|face|wake|light|course|aftermath|midst|event|absence)|(?:in|by|until) (?:early|late)|(?:on|until|since) \d{1,2}|at least|at most|(?<!(?:one|after|to|each) )another|as early|as late|abt|circa|,? up|,? down)$/;
const OPEN_AUXILIARY =
  /(?<=.{12}) (?:may|can|could|would|will|should|must|might|has|have|had)(?: not)? (?:eventually|also|soon|then|even|still|already|\w{3,}ly)$/;

/** The word that ends at an offset, in lower case and without its comma. */
const wordBefore = (title: string, end: number): string =>
  title
    .slice(title.lastIndexOf(' ', end - 1) + 1, end)
    .replace(/,$/, '')
    .toLowerCase();

function cleanEnd(title: string): string {
  let clean = title.endsWith('ing') ? withoutOpenReport(title) : title;
  for (let i = 0; i < 8; i++) {
    if (/[gdk]$/.test(clean)) clean = clean.replace(/ (?:dating|dated|stretching|reaching)(?: back)?$/, '');
    const stripped = clean.replace(/[\s,;:–—\-('"“‘.&]+$/u, '');
    // an abbreviation keeps its stop: "Crane Co.", "U.S.", "Orange, Calif."
    clean =
      /^\./.test(clean.slice(stripped.length)) &&
      /(?:\b[A-Z]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|[A-Z][a-z]{2,4}))$/.test(stripped) &&
      /\.[A-Z]$|(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros)$/.test(stripped)
        ? `${stripped}.`
        : stripped;
    // "the alert would eventually": the verb was cut off
    clean = clean.replace(OPEN_AUXILIARY, '').replace(OPEN_TAIL, '');
    // "pumped cement into the well to |seal| [the leak]"
    const purpose = / to (\p{Ll}+)$/u.exec(clean);
    if (purpose && NEEDS_OBJECT.has(purpose[1] as string) && isMostlyNoun(wordBefore(clean, purpose.index)))
      clean = clean.slice(0, purpose.index);
    const space = clean.lastIndexOf(' ');
    const last = clean.slice(space + 1).toLowerCase();
    const auxiliary = /^(?:may|can|could|should|must|might|shall|do|does|did)$/.test(clean.slice(space + 1));
    // "the rig on the surface above |it|"
    if (last === 'it' && (AFTER_PREPOSITION.test(clean) || IGNORES.test(clean))) break;
    if (space > 8 && (auxiliary || LOOSE_ENDS.has(last)) && !/ (?:only|just|at) once$/.test(clean))
      clean = clean.slice(0, space);
    else break;
  }
  return clean;
}
