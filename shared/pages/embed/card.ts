import { glyphImage } from '../../display/glyphs.ts';
import { type Markup, markup } from '../../display/markup.ts';
import { markedSentence } from '../../display/sentence.ts';
import type { Words } from '../../display/words.ts';
import type { TimelineEvent } from '../../events/event.ts';
import { dateWords, headingOf, modalityTag, sentenceLang, sourceLine } from './list.ts';
import { editorsNote } from './note.ts';

/** One event with all its evidence: every sentence with its words marked, and contradicting dates. */
export function eventCard(
  event: TimelineEvent,
  options: {
    readonly heading: number;
    readonly toClose: string;
    readonly toPrevious?: string;
    readonly toNext?: string;
    readonly words: Words;
  },
): Markup {
  const { toPrevious, toNext, words } = options;
  const fuzz = words.precisionWords(event.date);
  return markup`<article class="card ${event.modality}" id="card" aria-labelledby="card-title">
<a class="close" href="${options.toClose}">${words.close}</a>
<p class="when">${glyphImage(event.modality)} ${dateWords(event)}${fuzz !== undefined && markup` <small>${fuzz}</small>`}</p>
${headingOf(options.heading, markup`<bdi>${event.title}</bdi>`, markup`id="card-title"`)}
${event.date.basis !== 'stated' && markup`<p class="basis">${words.basisMeanings[event.date.basis]}</p>`}
${event.modality !== 'asserted' && markup`<p class="meaning">${modalityTag(event, words)} ${words.modalityMeanings[event.modality]}</p>`}
${editorsNote(event, words)}${event.mentions > 0 && markup`<p class="count">${words.mentionCount(event.mentions, Math.max(1, event.sources.length))}</p>`}
<ol class="proofs">${event.evidence.map(
    (one) =>
      markup`<li><blockquote dir="auto"${sentenceLang(words)}>${markedSentence(one)}</blockquote><p class="from">${sourceLine(one, event, words)}</p></li>`,
  )}</ol>
${
  event.otherDates.length > 0 &&
  markup`<p class="others">${words.otherDates}${event.otherDates.map((date, i) => markup`${i > 0 && ', '}${date.display}`)}.</p>`
}${
  (toPrevious ?? toNext) !== undefined &&
  markup`<nav class="beside" aria-label="${words.otherEvents}">${
    toPrevious !== undefined &&
    markup`<a
class="step" href="${toPrevious}">‹ ${words.previous}</a>`
  }${toNext !== undefined && markup`<a class="step" href="${toNext}">${words.next} ›</a>`}</nav>`
}</article>`;
}
