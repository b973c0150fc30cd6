import { verbForm } from '../lexicon/verb-forms.ts';
import { failedChecks } from '../titles/title-checks.ts';
import type { Mention } from './mention.ts';
import { type Sketch, sketchOf } from './sketch.ts';

/** Length of readable titles, in characters. */
const SHORTEST = 25;
const LONGEST = 90;
/** Length of short evidence, in characters, and the largest penalty of a longer sentence: of two equal titles the one with the shorter evidence wins. */
const LONG_EVIDENCE = 250;
const TOO_LONG = 0.2;
/** Most names of a title that raise its score. */
const ENOUGH_NAMES = 2;

/** Words that refer to the sentence before a title. */
const LEANING = /^(?:especially|overall|meanwhile|however|also|only|even|just|instead|then|still|of|contrast)\b/i;

/** Titles without their subject: "The was sealed", "Seems to contradict a report". */
const HEADLESS =
  /^(?:(?:The|An?) (?:was|were|is|are|has|had|will|would|might|could|says?|said)|Seems?|Said|Says|Told|Led|Suggests?|Using|Making|According)\b/;

/** Penalty of each check that a title fails, and of the most serious ones, after which a reader does not know who, when or what. */
const FAILED_CHECK = 0.3;
const GRAVEST = 0.6;
const GRAVE_CHECKS = new Set([
  'leaves the event out',
  'begins with a pronoun',
  'speaks in the first or second person',
  'leans on the day of writing',
  'begins in the air',
]);

/**
 * Ranks mentions by how well their titles represent the event, best first: a complete clause with a named subject, in
 * the words that most mentions share, of readable length, from a mention with high confidence. Ties go to the mention
 * given first.
 *
 * @param agrees Whether a mention gives the event's date and modality.
 */
export function byFace(mentions: readonly Mention[], agrees: (mention: Mention) => boolean): readonly Mention[] {
  const shares = sharesOf(mentions.map(sketchOf));
  const scored = mentions.map((mention) => ({
    mention,
    score: faceOf(mention, shares) + (agrees(mention) ? 0.25 : 0),
  }));
  return scored.sort((a, b) => b.score - a.score).map(({ mention }) => mention);
}

/** The share of mentions whose title or sentence has each stem. */
function sharesOf(sketches: readonly Sketch[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const { context } of sketches) {
    for (const word of context) shares.set(word, (shares.get(word) ?? 0) + 1 / sketches.length);
  }
  return shares;
}

function faceOf(mention: Mention, shares: ReadonlyMap<string, number>): number {
  const { title, confidence, importance, evidence } = mention.event;
  const sketch = sketchOf(mention);
  const words = [...sketch.title];
  const central = words.reduce((sum, word) => sum + (shares.get(word) ?? 0), 0) / Math.max(4, words.length);
  const trigger = evidence[0]?.trigger.text ?? '';
  const isClause = verbForm(trigger.toLowerCase()) !== undefined;
  const length = title.length < SHORTEST ? title.length / SHORTEST : title.length > LONGEST ? 0.5 : 1;
  return (
    confidence +
    0.3 * length +
    0.8 * central +
    (0.4 * Math.min(ENOUGH_NAMES, sketch.titleNames.size)) / ENOUGH_NAMES +
    0.1 * importance +
    (isClause ? 0.25 : 0) -
    TOO_LONG * Math.min(1, Math.max(0, (evidence[0]?.sentence.length ?? 0) / LONG_EVIDENCE - 1)) -
    (LEANING.test(title) ? FAILED_CHECK : 0) -
    (HEADLESS.test(title) ? GRAVEST : 0) -
    failedChecks(title, trigger).reduce((sum, check) => sum + (GRAVE_CHECKS.has(check) ? GRAVEST : FAILED_CHECK), 0)
  );
}
