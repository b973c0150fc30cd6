import { bestEvidence, dateSaid, evidenceUrl, leftOutSaid, sourceSaid, titleSaid } from '../../display/plain-text.ts';
import { dayWords, yearWords } from '../../display/words/en.ts';
import type { TimelineEvent } from '../../events/event.ts';
import { civilDayOf } from '../../time/day.ts';
import { splitByStart } from '../../timeline/split-by-start.ts';
import type { TimelineDocument } from '../../timeline/timeline-document.ts';

/** Markdown (CommonMark): a heading a year, a list entry an event with its date, its sentence quoted under it and a link to its source. */
export function writeMd(timeline: TimelineDocument): string {
  const leftOut = leftOutSaid(timeline.events.length, timeline.total);
  const { reaching, events } = splitByStart(timeline.events, timeline.from);
  const blocks = [
    `# ${plain(timeline.title)}`,
    timeline.description === undefined ? undefined : plain(timeline.description),
    ...events.flatMap((event, index) => {
      const year = yearOf(event);
      const before = events[index - 1];
      const heading = before === undefined || yearOf(before) !== year ? [`## ${year}`] : [];
      return [...heading, entry(event)];
    }),
    ...(reaching.length === 0 ? [] : [`## Began before ${dayWords(timeline.from ?? '')}`, ...reaching.map(entry)]),
    leftOut === undefined ? undefined : `*${leftOut}*`,
  ];
  return `${blocks.filter((block) => block !== undefined).join('\n\n')}\n`;
}

const yearOf = ({ date }: TimelineEvent): string => yearWords(civilDayOf(date.start)?.year ?? 0);

function entry(event: TimelineEvent): string {
  const sentence = bestEvidence(event)?.sentence;
  const source = plain(sourceSaid(event));
  const url = evidenceUrl(event);
  const from = url === undefined ? source : `[${source === '' ? 'source' : source}](<${target(url)}>)`;
  const quotation =
    sentence === undefined ? '' : `\n\n  > ${plain(sentence)}${from === '' ? '' : `\n  >\n  > — ${from}`}`;
  return `- **${plain(dateSaid(event))}** — ${plain(titleSaid(event))}${quotation}`;
}

/**
 * Words as words: CommonMark lets every ASCII punctuation mark be escaped (§2.4), so all that could begin markup, HTML or a link
 * that a site makes of a bare address is, and line breaks become spaces. What only means something at the start of a line is
 * escaped there alone: a date stays `1986-03-15` to a reader of the raw file.
 */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#!|~&:@]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/**
 * In `<…>` a target may hold anything but `<`, `>`, line ends and a backslash that escapes (§6.3). `webUrl` has encoded all of them but a
 * backslash in the query.
 */
const target = (url: string): string => url.replaceAll('\\', '%5C');
