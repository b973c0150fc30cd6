const PERSON =
  /(?:[^t]er|or|ist|ian|man|woman|president|agent|student|patient|defendant|king|queen|chief|boy|girl|father|mother|brother|sister|son|star|wife|husband|judge|nurse|leader|official|general|pilot|captain|guard|guide|witness|spokesperson|minister|teacher|executive|envoy|cleric|priest|bishop|pope|poet|athlete)$/;

/** Whether a noun, in lower case, names a person by role ("governor", "sister"). Judged by its ending, so some names of things also match. */
export const isPersonNoun = (noun: string): boolean => PERSON.test(noun);

/** Whether a noun, in lower case, is a plural by its form. */
export const isPluralNoun = (noun: string): boolean => /(?:[^su]s|men|people|police|children)$/.test(noun);
