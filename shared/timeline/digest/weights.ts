/**
 * Every number of the digest that was fitted, in one place. Fitted by coordinate search on public news timelines, checked by leaving
 * each subject out in turn; `bench/digest` prints what each is worth.
 */

/** Sentences at the front of an article that may tell of its publication day without naming it. */
export const HEAD_SENTENCES = 8;
/** Days after an event in which the fronts of articles still tell of it. */
export const LEAD_DAYS = 1;
/** Words of a sentence that can stand alone. */
export const SHORTEST_WORDS = 7;
export const LONGEST_WORDS = 60;

/** An article with this many query words per root of its sentences is wholly on the subject. */
export const FULL_DENSITY = 1.5;

/** A day's mentions are weighed against those of the days around it and against how much was published around it. */
export const NEIGHBOUR_DAYS = 15;
export const NEIGHBOUR_POWER = 0.15;
export const VOLUME_DAYS = 30;
export const VOLUME_POWER = 0.25;
/** What a day's own publications add, beside its mentions. */
export const BUSY_SHARE = 0.1;
/** What the mentions of the day before cost: articles still tell of it. */
export const ECHO_COST = 0.2;
/** What a month or a year is worth beside a day with as many mentions. */
export const COARSE_WORTH = 0.15;

/** What an article published so many days after the event counts for the event's centroid; the last stands for all later ones. */
export const LAG_WEIGHTS: readonly number[] = [0.5, 0.7, 1, 1.2, 1.4, 1.5];
/** A sentence that stands near the day but does not name it, beside one that does. */
export const UNNAMED_WEIGHT = 0.7;
/** Distinct terms that every sentence is given for free, so that the shortest does not always win. */
export const LENGTH_OFFSET = 4;
/** How much better a first sentence is than a later one. */
export const POSITION_BONUS = 0.15;
/** What is left of an off-subject article's sentence. */
export const OFF_SUBJECT = 0.1;
/** What words already told cost a further sentence. */
export const REDUNDANCY_COST = 0.8;
/** Sentences of one entry that share more of the shorter one's terms tell the same. */
export const SAME_IN_ENTRY = 0.6;
/** The same across entries that lie near each other. */
export const SAME_ACROSS = 0.7;
export const ACROSS_DAYS = 3;
