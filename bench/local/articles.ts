import { seeded } from '../random.ts';

/** An article of a synthetic archive. */
export interface BenchArticle {
  readonly text: string;
  readonly title: string;
  readonly url: string;
  readonly publishedAt: string;
  readonly source: string;
}

const SYLLABLES = 'ba ren to mi sel or ka dun vi la ster no pe gra hil ton ve ri cor an di mas el fo ru'.split(' ');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const BODIES = [
  'ministry',
  'parliament',
  'council',
  'high court',
  'central bank',
  'police',
  'army',
  'union',
  'company',
];
const DEEDS = [
  'approved the budget of',
  'signed an agreement with',
  'closed the border with',
  'arrested two officials of',
  'opened a plant in',
  'rejected the complaint of',
  'suspended flights to',
  'published a report on',
  'sent observers to',
  'imposed sanctions on',
];
/** Prose without a date, so that an article has the length of a news report. */
const PROSE = [
  'Those who live nearby said that they had expected it, and that nobody had asked them beforehand.',
  'A spokeswoman declined to say how much it would cost, or who would pay.',
  'Critics call the procedure unclear, and want the papers to be published.',
  'Supporters answer that every other way had been tried.',
];
const DAY_MS = 86_400_000;
/** Ten years of an archive, from here on. */
const FIRST_MS = Date.UTC(2008, 0, 1);
const DAYS = 3650;

const NAMES = Array.from({ length: 3000 }, (_, n) => {
  const next = seeded(n + 1);
  const name = Array.from({ length: 3 }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join('');
  return name[0]?.toUpperCase() + name.slice(1);
});

/**
 * The article of an index, out of so many: an archive in the order of its days. Of its six events four lie in the week before it was
 * published, one in the years before, one in history; names come as often as in news, the commonest of n about ten times as often as the
 * tenth; and every third event was told before by another article, in the same words.
 */
export function archiveArticle(index: number, archive: number): BenchArticle {
  const next = seeded(index * 31 + 7);
  const publishedMs = FIRST_MS + Math.floor((index / archive) * DAYS) * DAY_MS;
  const sentences = Array.from({ length: 6 }, (_, n) => {
    const isRetold = n < 2;
    // Repeated events belong to a story that this day's articles share.
    const event = isRetold ? seeded(Math.floor(publishedMs / DAY_MS) * 7 + (index % 3)) : next;
    return `${sentenceOf(event, publishedMs, isRetold || n < 4)} ${PROSE[n % PROSE.length]} ${PROSE[(n + 1) % PROSE.length]}`;
  });
  return {
    text: sentences.join('\n\n'),
    title: `Report ${index} from ${NAMES[index % 100]}`,
    url: `https://archive.example/${index}`,
    publishedAt: new Date(publishedMs).toISOString().slice(0, 10),
    source: `paper${index % 20}.example`,
  };
}

function sentenceOf(next: () => number, publishedMs: number, isRecent: boolean): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const name = () => NAMES[Math.min(NAMES.length - 1, Math.floor(NAMES.length ** next() - 1))];
  const back = isRecent ? next() * 7 : next() < 0.5 ? next() * 1500 : 1500 + next() * 40_000;
  const day = new Date(publishedMs - Math.floor(back) * DAY_MS);
  const month = `${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
  const date =
    isRecent || next() < 0.6
      ? `on ${day.getUTCDate()} ${month}`
      : next() < 0.5
        ? `in ${month}`
        : `in ${day.getUTCFullYear()}`;
  return `The ${pick(BODIES)} of ${name()} ${pick(DEEDS)} ${name()} ${date}.`;
}
