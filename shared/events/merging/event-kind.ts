import { stem } from '../../text/stem.ts';
import {
  DISASTER_CONSEQUENCES,
  DISASTER_EFFECTS,
  EPIDEMIC_VERBS,
  EPIDEMICS,
  SUFFERING_VERBS,
} from '../lexicon/disasters.ts';
import { classesOf, DISASTER } from '../lexicon/trigger-classes.ts';
import { verbForm } from '../lexicon/verb-forms.ts';

/** Whether a stemmed word names a sudden disaster. */
const isDisaster = (stemmed: string): boolean => classesOf(stemmed).includes(DISASTER);

/**
 * Whether a title with these triggers reports a sudden disaster: by its trigger, by an effect ("the blast killed 11"),
 * or by a victim.
 *
 * @param title Stems in the order of the text.
 */
export function tellsOfDisaster(triggers: ReadonlySet<string>, title: ReadonlySet<string>): boolean {
  for (const trigger of triggers) if (isDisaster(trigger)) return true;
  const words = [...title];
  const first = words.findIndex(isDisaster);
  if (first < 0) return false;
  return [...triggers].some((trigger) => {
    if (isEffect(trigger)) return true;
    const at = words.findIndex((word) => word === trigger || stem(verbForm(word)?.lemma ?? word) === trigger);
    return (
      (DISASTER_CONSEQUENCES.has(trigger) && first < at) ||
      (SUFFERING_VERBS.has(trigger) && at >= 0 && words.slice(at + 1).some(isDisaster))
    );
  });
}

/** Whether a title with these triggers reports an epidemic: "the 1918 pandemic", "the pandemic killed millions". */
export const tellsOfEpidemic = (triggers: ReadonlySet<string>, title: ReadonlySet<string>): boolean =>
  [...triggers].some((one) => EPIDEMICS.has(one)) ||
  ([...triggers].some((one) => EPIDEMIC_VERBS.has(one)) && [...title].some((one) => EPIDEMICS.has(one)));

/** Whether a stemmed trigger is an effect, so that its subject is the event: "the blast killed 11". */
export const isEffect = (stemmed: string): boolean => DISASTER_EFFECTS.has(stemmed);

/**
 * The kind of event of triggers and title, mostly the same for reports of one event: a class, or the trigger if it has
 * none. A blast, "the disaster" and "the blast killed 11" are of one kind.
 */
export function kindOf({
  triggers,
  isDisaster,
}: {
  readonly triggers: ReadonlySet<string>;
  readonly isDisaster: boolean;
}): string {
  if (isDisaster) return `${DISASTER}`;
  const kinds = [...triggers].flatMap(classesOf).sort((a, b) => a - b);
  return `${kinds[0] ?? [...triggers].sort()[0] ?? ''}`;
}
