import { counted } from '../../display/counted.ts';
import { BASIS_MEANINGS, precisionWords } from '../../display/dates.ts';
import { glyphImage } from '../../display/glyphs.ts';
import { type Markup, markup } from '../../display/markup.ts';
import { MODALITY_MEANINGS } from '../../display/modality.ts';
import { markedSentence } from '../../display/sentence.ts';
import type { TimelineEvent } from '../../events/event.ts';
import { dateWords, headingOf, modalityTag, sourceLine } from './list.ts';
import { editorsNote } from './note.ts';

/** One event with all its evidence: every sentence with its words marked, and the dates that others give. */
export function eventCard(
  event: TimelineEvent,
  options: {
    readonly heading: number;
    readonly toClose: string;
    readonly toPrevious?: string;
    readonly toNext?: string;
  },
): Markup {
  const fuzz = precisionWords(event.date);
  const { toPrevious, toNext } = options;
  return markup`<article class="card ${event.modality}" id="card" aria-labelledby="card-title">
<a class="close" href="${options.toClose}">Close</a>
<p class="when">${glyphImage(event.modality)} ${dateWords(event)}${fuzz !== undefined && markup` <small>${fuzz}</small>`}</p>
${headingOf(options.heading, markup`<bdi>${event.title}</bdi>`, markup`id="card-title"`)}
${event.date.basis !== 'stated' && markup`<p class="basis">${BASIS_MEANINGS[event.date.basis]}</p>`}
${event.modality !== 'asserted' && markup`<p class="meaning">${modalityTag(event)} ${MODALITY_MEANINGS[event.modality]}</p>`}
${editorsNote(event)}${event.mentions > 0 && markup`<p class="count">${counted(event.mentions, 'mention')} in ${counted(Math.max(1, event.sources.length), 'source')}</p>`}
<ol class="proofs">${event.evidence.map(
    (one) =>
      markup`<li><blockquote dir="auto">${markedSentence(one)}</blockquote><p class="from">${sourceLine(one, event)}</p></li>`,
  )}</ol>
${
  event.otherDates.length > 0 &&
  markup`<p class="others">Other evidence dates it differently: ${event.otherDates.map((date, i) => markup`${i > 0 && ', '}${date.display}`)}.</p>`
}${
  (toPrevious ?? toNext) !== undefined &&
  markup`<nav class="beside" aria-label="Other events">${
    toPrevious !== undefined &&
    markup`<a
class="step" href="${toPrevious}">‹ Previous</a>`
  }${toNext !== undefined && markup`<a class="step" href="${toNext}">Next ›</a>`}</nav>`
}</article>`;
}
