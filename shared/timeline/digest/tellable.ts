/** Datelines of agencies and page furniture before the first sentence: "TRIPOLI | Mon Feb 21, 2011 6:51 pm EST", "(CNN) --". */
const AGENCY = /^.{0,180}?\((?:CNN|Reuters|AP|AFP|BBC|Bloomberg|UPI|Xinhua|dpa|PA)[^()]{0,20}\)\s*(?:--+|[-–—])\s*/s;
const STAMP =
  /^.{0,100}?\|? ?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? [A-Z][a-z]{2,8} \d{1,2},? \d{4},? \d{1,2}:\d\d ?[ap]m [A-Z]{2,4}\s+/s;
const BYLINE = /^By (?:the )?(?:[A-Z][\w.'’-]* ){1,5}(?:Staff|Correspondent|Writer|Reporter|News)(?:,? [A-Z]\w+)?\s+/;

/** The time stamp of a live report: "(7:03 p.m. Monday ET, 1:03 a.m. Tuesday in Libya)", "6:35 p.m. ET, 1:35 a.m. local:". */
const CLOCK =
  /^(?:\([^()]{0,20}?\d{1,2}[:.]\d\d ?[ap]\.?m\.?[^()]{0,60}\)|(?:[A-Z]{2,},? )?\d{1,2}[:.]\d\d ?[ap]\.?m\.?[^:()]{0,20}(?:\d{1,2}[:.]\d\d ?[ap]\.?m\.?[^:()]{0,20})?):?\s+/;

/** How many characters at the start of a first sentence are page furniture. */
export function leadLength(sentence: string): number {
  let from = 0;
  for (const pattern of [AGENCY, STAMP, BYLINE, CLOCK]) from += pattern.exec(sentence.slice(from))?.[0].length ?? 0;
  return from;
}

const NOT_A_STORY =
  /\bat \d{1,2}:\d\d [ap]m \||\bhrs? ago\b|\bclick here\b|\bfollow us\b|\be-?mail\b|©|https?:|\bwww\.|\bread more\b|\bcomments?\b.{0,20}\bclosed\b|\bphotograph:|\bvideo:|\\\*|\|/i;

/** Whether a sentence can stand alone under a date: a complete statement, not a question, no page furniture. */
export function isTellable(sentence: string): boolean {
  if (!/^["'“‘«(]?[\p{Lu}\p{Nd}$£€]/u.test(sentence)) return false;
  if (!/[.!…]["'”’»)]*$|["”»]$/.test(sentence)) return false;
  return !NOT_A_STORY.test(sentence);
}
