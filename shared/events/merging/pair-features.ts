import { EVERYDAY } from '../lexicon/light-verbs.ts';
import type { Concentration } from './concentration.ts';
import type { Rarity } from './rarity.ts';
import { hasAny, meets } from './sets.ts';
import type { Sketch } from './sketch.ts';

/** Features of the pair model, in the order of its weights. All are symmetric. */
export const FEATURES = [
  'title likeness',
  'context likeness',
  'context shared',
  'names alike',
  'no name shared',
  'same trigger',
  'same everyday trigger',
  'trigger class shared',
  'trigger in the other’s title',
  'trigger class in the other’s title',
  'same trigger, names alike',
  'trigger class shared, names alike',
  'same kind of trigger, context likeness',
  'same trigger, its mentions lie on these days',
  'related trigger, its mentions lie on these days',
  'figure shared',
  'figures differ',
  'both report speech',
  'one reports speech',
  'same kind of trigger, a title has no other word',
] as const;

/** The features of two mentions, in the order of {@link FEATURES}; dates are compared separately. */
/** Statistics of a bucket's other mentions, used for a pair. */
export interface Surroundings {
  readonly rarity: Rarity;
  readonly concentration: Concentration;
}

export function featuresOf(a: Sketch, b: Sketch, { rarity, concentration }: Surroundings): readonly number[] {
  const context = shared(a.context, b.context, rarity);
  const title = shared(a.title, b.title, rarity);
  const names = shared(a.names, b.names, rarity);
  const sameTrigger = meets(a.triggers, b.triggers);
  const named = isNamedIn(a, b.title) || isNamedIn(b, a.title);
  const classNamed = meets(a.classes, b.titleClasses) || meets(b.classes, a.titleClasses);
  const figures = a.numbers.size > 0 && b.numbers.size > 0;
  const sameFigure = figures && meets(a.numbers, b.numbers);
  const everyday = sameTrigger && allEveryday(a.triggers) && allEveryday(b.triggers);
  const strong = sameTrigger && !everyday;
  const sameClass = meets(a.classes, b.classes) && !everyday;
  const kind = strong || sameClass;
  const focus =
    kind || named ? Math.min(1, Math.min(concentration(a, b), concentration(b, a)) / WHOLLY_CONCENTRATED) : 0;
  return [
    title.jaccard,
    context.cover,
    Math.log1p(context.weight),
    names.cover,
    a.names.size > 0 && b.names.size > 0 && names.weight === 0 ? 1 : 0,
    strong ? 1 : 0,
    everyday ? 1 : 0,
    sameClass && !sameTrigger ? 1 : 0,
    named && !sameTrigger ? 1 : 0,
    classNamed && !named && !sameClass && !sameTrigger ? 1 : 0,
    strong ? names.cover : 0,
    sameClass && !sameTrigger ? names.cover : 0,
    kind ? context.cover : 0,
    strong ? focus : 0,
    strong ? 0 : focus,
    sameFigure ? 1 : 0,
    figures && !sameFigure ? 1 : 0,
    a.reports && b.reports ? 1 : 0,
    a.reports !== b.reports ? 1 : 0,
    kind && (isBare(a) || isBare(b)) ? 1 : 0,
  ];
}

/** A trigger with at least this share of its mentions on one day names that day's event. */
const WHOLLY_CONCENTRATED = 0.5;

/** Whether a title only refers to an event: "the verdict of 7 November". */
const isBare = ({ title, triggers }: Sketch): boolean => !hasAny(title, (word) => !triggers.has(word));

/** Whether a title has a trigger of a mention that is no everyday verb. */
const isNamedIn = ({ triggers }: Sketch, title: ReadonlySet<string>): boolean =>
  hasAny(triggers, (trigger) => title.has(trigger) && !EVERYDAY.has(trigger));

const allEveryday = (triggers: ReadonlySet<string>): boolean => !hasAny(triggers, (trigger) => !EVERYDAY.has(trigger));

/** Rarities of what two sets share: their sum, that against the lesser set's own sum, and that against all. */
function shared(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  rarity: Rarity,
): { readonly weight: number; readonly cover: number; readonly jaccard: number } {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let both = 0;
  for (const word of small) if (large.has(word)) both += rarity.of(word);
  const [left, right] = [rarity.sumOf(a), rarity.sumOf(b)];
  return {
    weight: both,
    cover: both / Math.max(0.5, Math.min(left, right)),
    jaccard: both / Math.max(0.5, left + right - both),
  };
}
