import { findComments } from './comments.ts';
import type { Stretch } from './sentences.ts';

/** A part of an article that is not its story. An open credit is one whose end is uncertain: the story may begin inside it. */
export interface Furniture extends Stretch {
  readonly kind:
    | 'published'
    | 'updated'
    | 'dateline'
    | 'byline'
    | 'caption'
    | 'credit'
    | 'open-credit'
    | 'notice'
    | 'comments';
}

const WEEKDAY = '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?';
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const DAY = `(?:${WEEKDAY},? )?(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})`;
const CLOCK = `(?:,? (?:at )?\\d{1,2}[:.]\\d\\d(?::\\d\\d)? ?(?:[ap]\\.?m\\.?)?(?: ?(?:[A-Z]{2,4}|[+-]\\d\\d:?\\d\\d))?)?`;

const CREDIT = '\\b(?:Photograph|Photo|Picture|Image|Illustration)s?(?: by| credit)?: ';
const AGENCY =
  '(?:AP|AFP|EPA|PA|Reuters|REUTERS|Getty(?: Images)?|Rex(?: Features)?|Corbis|Alamy|(?:for )?the Guardian|Guardian|Press Association|Associated Press|Barcroft(?: Media)?|Bloomberg(?: News)?|NASA|WireImage|FilmMagic|Xinhua|Landov)';

/** Patterns of text without events; the kind says what the text can be used for. Repetitions are bounded, so that matching is linear. */
const PATTERNS: readonly (readonly [Furniture['kind'], RegExp])[] = [
  [
    'published',
    /^[ \t]*(?:first |originally )?(?:published|posted|publication date|date|created|issued)(?: (?:on|at))?[ \t]*[:|–-][^\n]{0,120}$/gim,
  ],
  // "First published on 9 August 2017", "Originally published on 9 August 2017 by Ann Oduya | Last updated 20 August 2017"
  [
    'published',
    new RegExp(
      `^[ \\t]*(?:(?:first|originally|last) )?(?:published|posted|released|issued)(?: online)?(?: on| at)? ${DAY}${CLOCK}(?:[ \\t]*(?:by|[|·•,;–-])[^\\n]{0,80})?[ \\t.]*$`,
      'gim',
    ),
  ],
  [
    'updated',
    new RegExp(
      `^[ \\t]*(?:last )?(?:updated|modified|revised|edited)(?: on| at)? ${DAY}${CLOCK}(?:[ \\t]*(?:by|[|·•,;–-])[^\\n]{0,80})?[ \\t.]*$`,
      'gim',
    ),
  ],
  ['updated', /^[ \t]*(?:last )?(?:updated|modified|revised)(?: (?:on|at))?[ \t]*[:|–-][^\n]{0,120}$/gim],
  ['published', new RegExp(`^[ \\t]*${DAY}${CLOCK}[ \\t.]*$`, 'gim')],
  ['published', new RegExp(`^[ \\t]*(?:by [^\\n]{2,60}?[,|–-] ?)${DAY}${CLOCK}[ \\t.]*$`, 'gim')],
  // "NEW YORK | Fri Nov 19, 2010 6:26 pm EST", anywhere: agencies' pages flatten it into the first line
  [
    'published',
    new RegExp(
      `[A-Z][A-Za-z0-9 ,./\\\\-]{1,40}? ?\\| ?(?:${WEEKDAY} )?${MONTH} \\d{1,2}, \\d{4} \\d{1,2}:\\d\\d ?[ap]m(?: [A-Z]{2,4})?`,
      'g',
    ),
  ],
  [
    'published',
    new RegExp(
      `\\b(?:this|a version of this|a version|a) (?:article|story|appeared|was|version)[^\\n.]{0,60}? (?:appeared|published|printed|amended|corrected)?[^\\n]{0,60}? on (?:\\d{1,2}[.:]\\d\\d [A-Z]{3,4} on )?${DAY}`,
      'gi',
    ),
  ],
  // "Tuesday, November 2, 2010; 10:13 PM", "08:14 GMT, Tuesday, 8 November 2011", "March 23, 2011 | By …"
  [
    'published',
    new RegExp(
      `(?<!\\b(?:on|in|at|of|the|since|by|until|from) )(?:Page last updated at \\d\\d:\\d\\d [A-Z]{3}, |updated: )?${DAY}(?:[,;]? \\d{1,2}[:.]\\d\\d(?::\\d\\d| ?(?:[AaPp][Mm]|[A-Z]{3,4})\\b(?: [A-Z]{2,4}\\b)?)| ?\\|)`,
      'gm',
    ),
  ],
  [
    'updated',
    new RegExp(`${DAY} Last updated at \\d\\d:\\d\\d(?: [A-Z]{3,4}\\b)?(?: Share this page)?(?: Help\\b)?`, 'g'),
  ],
  ['notice', new RegExp(`\\d\\d:\\d\\d UK time, ${DAY}`, 'g')],
  // "7:01 pm ET February 11, 2013 RETWEET": of a list of tweets beside the story
  ['notice', new RegExp(`\\b\\d{1,2}:\\d\\d ?[ap]m [A-Z]{2,4} ${DAY} RETWEET\\b`, 'g')],
  ['updated', new RegExp(`Page last updated at \\d\\d:\\d\\d [A-Z]{3}, ${DAY}`, 'gi')],
  // "WASHINGTON, March 12 (Xinhua) --", "HAVANA (AP) --", "LONDON (Reuters) -"
  [
    'dateline',
    new RegExp(
      `^[ \\t]*\\p{Lu}[\\p{Lu}\\p{Ll}.,'’ /-]{1,50}?(?:, ${MONTH} \\d{1,2}(?:, \\d{4})?| ${MONTH} \\d{1,2})? ?\\((?:AP|AFP|Reuters(?: [A-Z]\\w+)?|Xinhua|UPI|CNN|Bloomberg|dpa|ANSA|IRNA|Kyodo|BBC|AAP|PA|Itar-Tass|TASS)\\) ?(?:--+|[-–—])*`,
      'gmu',
    ),
  ],
  [
    'dateline',
    new RegExp(
      `(?<=^|[^\\p{L}])[A-Z][A-Z.'’/-]{1,20}(?:,? [A-Z][A-Z.'’/-]{1,20}){0,3}(?:, [A-Z][\\p{L}. ]{1,14})?,?(?: ${MONTH} \\d{1,2})? \\((?:Reuters(?: [A-Z]\\w+)?|AP|AFP|Xinhua|UPI|Bloomberg)\\) ?(?:--+|[-–—])*`,
      'gmu',
    ),
  ],
  // "… deadline passes Tripoli, Libya (CNN) -- The port": a dateline after a headline on the same line
  [
    'dateline',
    /(?<=\s)\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{1,20})?(?:, \p{Lu}[\p{L}.]{1,20}(?: \p{Lu}[\p{L}.]{1,20})?)? \((?:CNN|AP|AFP|Reuters|BBC)\) ?(?:--+|[–—])/gu,
  ],
  [
    'dateline',
    new RegExp(
      `^[ \\t]*\\p{Lu}[\\p{Lu} .'’-]{2,30}(?:, \\p{Lu}[\\p{L}. ]{1,20})?,? ${MONTH} \\d{1,2} ?(?:--+|[–—-])`,
      'gmu',
    ),
  ],
  // no "By 1 April the column was gone."
  [
    'byline',
    new RegExp(
      `^[ \\t]*by (?!(?:\\d|the|an?|then|now|this|that|${MONTH}|${WEEKDAY})\\b)[^\\n]{2,80}(?<![.!?])$`,
      'gim',
    ),
  ],
  // "By the Gazette Wire Staff A fire …", "| by: Ann Oduya The council …": run into the story
  [
    'byline',
    /^[ \t]*By (?:the )?(?:\p{Lu}[\p{L}.]{0,20} ){1,4}(?:Staff(?: Writers?| Reporters?)?|Correspondents?|Reporters?)(?= \p{Lu})/gmu,
  ],
  // "By Kari Moe Business reporter, BBC News, Bergen The yard …"
  [
    'byline',
    /\bBy \p{Lu}[\p{L}-]{1,20} \p{Lu}[\p{L}'’-]{1,20} (?:\p{Lu}[\p{L} ]{2,40}, )?BBC (?:News|Sport)(?:, \p{Lu}\p{L}+(?: \p{Lu}\p{L}+(?= (?:The|A|An|In|On)\b))?(?:, \p{Lu}\p{L}+)?)?(?= ["“']?\p{Lu})/gu,
  ],
  ['byline', /\| by: ?\p{Lu}[\p{L}.'’-]{1,20} \p{Lu}[\p{L}.'’-]{1,20}(?= \p{Lu})/gu],
  // "Photograph: Kari Moe/EPA The line lost a ship": the agency ends it
  [
    'credit',
    new RegExp(
      `${CREDIT}(?:[^\\n:]{1,60}?\\\\?/ ?)?${AGENCY}(?:\\\\?/${AGENCY})*(?: Images)?(?: Photo)?(?![\\w\\\\/])`,
      'g',
    ),
  ],
  ['open-credit', new RegExp(`${CREDIT}[^\\n.]{1,80}`, 'g')],
  ['credit', /\((?:AP|AFP|EPA|Reuters|Getty)(?: Photo| Images)?\s?\\?\/[^)\n]{1,60}\)/g],
  [
    'credit',
    /\((?:Additional |Compiled |Written |With )?(?:Reporting|Editing|Writing)(?: and \w+)? by [^)\n]{2,300}\)/gi,
  ],
  [
    'notice',
    /\b(?:Sign up (?:for|to)|Subscribe to|Follow us on|Click here|Read more|Copyright ©?|©|All rights reserved|Share this|Email this|Print this|Auto update every)\b[^\n]{0,200}/g,
  ],
  [
    'notice',
    /^[ \t]*(?:share|tweet|email|print|comments?|advertisement|related (?:stories|articles|topics)|tags?|topics?|see also|more on this story|newsletter)\b[^\n.]{0,60}$/gim,
  ],
];

/** How much of the beginning and end of a long text is searched for furniture. */
const MARGIN = 200_000;

/**
 * The page furniture of an article: publication lines, agencies' datelines, bylines, credits, notices. In order,
 * without overlaps. Dates in it date the article, never an event.
 */
export function findFurniture(text: string): Furniture[] {
  const found: Furniture[] = [];
  const piece = text.length > MARGIN ? text.slice(0, MARGIN) : text;
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(piece); match; match = pattern.exec(piece)) {
      if (match[0].length === 0) {
        pattern.lastIndex++;
        continue;
      }
      found.push({ kind, start: match.index, end: match.index + match[0].length });
    }
  }
  const comments = findComments(piece);
  if (comments) found.push({ kind: 'comments', ...comments });
  const isOpen = ({ kind }: Furniture): number => Number(kind === 'open-credit');
  found.sort((a, b) => a.start - b.start || isOpen(a) - isOpen(b) || b.end - a.end);
  const apart: Furniture[] = [];
  for (const one of found) {
    const last = apart.at(-1);
    if (!last || one.start >= last.end) apart.push(one);
    else if (one.end > last.end && one.kind !== 'open-credit') apart[apart.length - 1] = { ...last, end: one.end };
  }
  return apart;
}
