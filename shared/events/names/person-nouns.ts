const PERSON =
  /(?:[^t]er|or|ist|ian|man|woman|president|agent|student|patient|defendant|king|queen|chief|boy|girl|father|mother|brother|sister|son|star|wife|husband|judge|nurse|leader|official|general|pilot|captain|guard|guide|witness|spokesperson|minister|teacher|executive|envoy|cleric|priest|bishop|pope|poet|athlete)$/;

/** Does a noun, in lower case, name a person by what he is ("governor", "sister")? By its ending, so that some things do, too. */
export const isPersonNoun = (noun: string): boolean => PERSON.test(noun);

/** Is a noun, in lower case, a plural by its form? */
export const isPluralNoun = (noun: string): boolean => /(?:[^su]s|men|people|police|children)$/.test(noun);
