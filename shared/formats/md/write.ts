import { bestEvidence, dateSaid, evidenceUrl, leftOutSaid, sourceSaid, titleSaid } from '../../display/plain-text.ts';
import { dayWords, yearWords } from '../../display/words/en.ts';
import type { TimelineEvent } from '../../events/event.ts';
import { civilDayOf } from '../../time/day.ts';
import { splitByStart } from '../../timeline/split-by-start.ts';
import type { TimelineDocument } from '../../timeline/timeline-document.ts';

/**
 * Writes Markdown (CommonMark): a heading for each year, and a list entry for each event with its date, its sentence as
 * a quotation and a link to its source.
 */
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
 * Escapes text: CommonMark allows a backslash before every ASCII punctuation mark (§2.4), so everything that could
 * begin markup, HTML or an automatic link is escaped, and line breaks become spaces. Characters that are special only
 * at the start of a line are escaped only there, so that `1986-03-15` stays readable in the raw file.
 */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#!|~&:@]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/**
 * A link target in `<…>` may contain anything but `<`, `>`, line ends and a backslash that escapes (§6.3). `webUrl` has
 * encoded all of these but a backslash in the query.
 */
const target = (url: string): string => url.replaceAll('\\', '%5C');
