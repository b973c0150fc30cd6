import type { ReadArticle } from './article.ts';

/** Days from which a day is looked back on and no longer news. */
const NEWS_DAYS = 7;
/** Fewest past days of a chronology. The figures of bench/digest are nearly the same for 6 to 15. */
const FEWEST_DAYS = 10;

/** Whether an article of a day looks back on another, rather than reporting it. */
export const isLongPast = (named: number, published: number): boolean =>
  Number.isFinite(published) && published - named > NEWS_DAYS;

/** Whether an article is a chronology ("Timeline: …"): it names so many past days that its writer chose the important ones. */
export const isChronology = ({ pastDays }: ReadArticle): boolean => pastDays >= FEWEST_DAYS;
