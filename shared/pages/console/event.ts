import { counted } from '../../display/counted.ts';
import { glyphImage } from '../../display/glyphs.ts';
import { type Markup, markup } from '../../display/markup.ts';
import { markedSentence } from '../../display/sentence.ts';
import { urlPart } from '../../display/web-url.ts';
import { dayWords, modalityMeanings, precisionWords } from '../../display/words/en.ts';
import { importanceReasons } from '../../events/merging/importance.ts';
import type { AuditAct, StoredEvent } from '../../store/store.ts';
import { typedDate } from '../../time/typed-date.ts';
import { dateWords, modalityTag, sourceLine } from '../embed/list.ts';
import { editorsNote } from '../embed/note.ts';
import { ago } from './ago.ts';
import { consoleHref } from './chrome.ts';
import type { ConsoleBody, ConsoleChrome, HistoryEntry } from './model.ts';
import { noteFields } from './new-event.ts';

const ACTS: Partial<Readonly<Record<AuditAct, string>>> = {
  'event.create': 'Added by hand',
  'event.remove': 'Taken back',
  'event.patch': 'Edited',
  'event.merge': 'Merged with others',
  'event.split': 'Split off evidence',
  'event.undo': 'Undid an edit',
};

function historyItem(entry: HistoryEntry, chrome: ConsoleChrome): Markup {
  const { after } = entry;
  const isFields = after !== null && typeof after === 'object' && !Array.isArray(after);
  const changed = isFields ? Object.keys(after).join(', ') : '';
  return markup`<li>${ACTS[entry.act] ?? entry.act}${changed !== '' && ` (${changed})`}, ${ago(entry.at, chrome.now)} by ${entry.by}${
    entry.id !== undefined &&
    entry.undoneBy === undefined &&
    entry.act !== 'event.undo' &&
    markup` <button type="button" class="quiet" data-act="undo" data-edit="${entry.id}">Undo</button>`
  }${entry.undoneBy !== undefined && markup` <small>undone</small>`}</li>`;
}

/** A date in the format that an editor types. */
const typedText = ({ edtf, start, end }: StoredEvent['date']): string => {
  const plain = edtf.replace(/[~?%]/g, '');
  const span = typedDate(plain);
  return span?.start === start && span.end === end ? plain : `${start}/${end}`;
};

/** Most pieces of evidence shown at once: those of an event that a hundred articles report fill thirty screens. */
const SHOWN = 12;

/** The evidence, beyond the first pieces in a part that opens. */
function proofs(chrome: ConsoleChrome, event: StoredEvent): Markup {
  const { evidence } = event;
  const item = (one: StoredEvent['evidence'][number]): Markup =>
    markup`<li><blockquote dir="auto">${markedSentence(one)}</blockquote><p class="from">${sourceLine(one, event)} · <a
href="${consoleHref(chrome, `/articles/${urlPart(one.articleId)}`)}#s-${event.id}">in its article</a>${
      evidence.length > 1 &&
      markup` · <button type="button" class="quiet" data-act="split" data-article="${one.articleId}" data-start="${one.start}">not the same event</button>`
    }</p></li>`;
  const more = evidence.slice(SHOWN);
  return markup`<ol class="proofs">${evidence.slice(0, SHOWN).map(item)}</ol>${
    more.length > 0 &&
    markup`<details class="more"><summary>${counted(more.length, 'more piece')}</summary><ol class="proofs" start="${SHOWN + 1}">${more.map(item)}</ol></details>`
  }`;
}

/** One event: its evidence on the left, the editing forms on the right. */
export function eventContent(
  chrome: ConsoleChrome,
  { event, history }: Extract<ConsoleBody, { kind: 'event' }>,
): Markup {
  const fuzz = precisionWords(event.date);
  const percent = Math.round(event.confidence * 100);
  const { start, end, text } = event.date;
  const days = start === end ? dayWords(start) : `${dayWords(start)} to ${dayWords(end)}`;
  const readFrom = text !== '' && markup`<dt>Read from</dt><dd>“${text}”</dd>`;
  const proof =
    event.mentions > 0
      ? `${counted(event.mentions, 'piece')} of evidence in ${counted(Math.max(1, event.sources.length), 'source')}`
      : 'Added by an editor';
  return markup`<article class="one ${event.modality}" data-event="${event.id}"><p
class="when">${glyphImage(event.modality)} ${dateWords(event)}${fuzz !== undefined && markup` <small>${fuzz}</small>`} ${modalityTag(event)}</p>
<h1><bdi>${event.title}</bdi></h1>
${event.modality !== 'asserted' && markup`<p class="facts">${modalityMeanings[event.modality]}</p>`}
${event.hidden && markup`<p class="notice">Hidden: no timeline shows this event.</p>`}
<div class="desk"><section aria-labelledby="proof"><h2 id="proof">${proof}</h2>
${editorsNote(event)}
${proofs(chrome, event)}
${
  event.otherDates.length > 0 &&
  markup`<p class="facts">Other evidence dates it differently: ${event.otherDates.map((date, i) => markup`${i > 0 && ', '}${date.display}`)}.</p>`
}
<dl><dt>Days</dt><dd>${days} <code>${event.date.edtf}</code></dd>${readFrom}<dt>Named</dt><dd>${
    event.entities.length > 0
      ? event.entities.map(
          (entity) => markup`<a
href="${consoleHref(chrome, '/events', `entity=${urlPart(entity.id)}`)}"><bdi>${entity.name}</bdi></a> `,
        )
      : 'nobody'
  }</dd><dt>Importance</dt><dd>${event.importance.toFixed(2)}: ${importanceReasons(event).join(', ')}</dd><dt>Confidence</dt><dd>${percent} %</dd></dl></section>
<section aria-labelledby="edit" class="edit"><h2 id="edit">Edit</h2>
<form data-form="patch"><label>Title <input name="title" value="${event.title}" maxlength="200" required></label><button type="submit">Change title</button></form>
<form data-form="date"><label>Date <input name="date" value="${typedText(event.date)}" required autocomplete="off" spellcheck="false"></label><label
class="check"><input type="checkbox" name="about"${event.date.approximate && markup` checked`}> About that time, not exactly</label><div
data-bounds aria-live="polite"></div><button type="submit">Change date</button></form>
<details class="more"${event.mentions === 0 && markup` open`}><summary>Text, link and picture</summary><form data-form="note">${noteFields(event.note)}<button
type="submit">Save</button></form></details>
<p class="acts"><button type="button" data-act="${event.hidden ? 'unhide' : 'hide'}">${event.hidden ? 'Show again' : 'Hide'}</button><button
type="button" data-act="${event.pinned ? 'unpin' : 'pin'}">${event.pinned ? 'Unpin' : 'Pin'}</button>${
    event.mentions === 0 &&
    markup`<button
type="button" data-act="remove-event">Take back</button>`
  }</p>
<form data-form="merge"><fieldset><legend>The same event is also listed as</legend><div class="choices" data-near><p
class="note">Likely doubles are looked up here.</p></div></fieldset><button
type="submit">Merge into this one</button></form>
<h2>What editors did</h2>${
    history.length > 0
      ? markup`<ol class="history">${history.map((entry) => historyItem(entry, chrome))}</ol>`
      : markup`<p
class="note">Nobody has edited this event. Every edit can be undone here.</p>`
  }</section></div></article>`;
}
