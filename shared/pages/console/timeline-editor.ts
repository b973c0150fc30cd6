import { counted } from '../../display/counted.ts';
import { glyphImage } from '../../display/glyphs.ts';
import { type Markup, markup, type Part } from '../../display/markup.ts';
import { urlPart } from '../../display/web-url.ts';
import { modalityWords } from '../../display/words/en.ts';
import { MODALITIES, type TimelineEvent } from '../../events/event.ts';
import type { SavedTimeline } from '../../store/store.ts';
import { modalityTag } from '../embed/list.ts';
import { consoleHref } from './chrome.ts';
import type { ConsoleBody, ConsoleChrome } from './model.ts';

const THEMES = [
  ['auto', 'As the reader’s system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['paper', 'Paper'],
  ['contrast', 'Contrast'],
] as const;
const ORDERS = [
  ['asc', 'Oldest first'],
  ['desc', 'Newest first'],
] as const;
/** Facets of the query with their labels. */
const LISTS = [
  ['entities', 'People, bodies, places', 'nasa, neil-armstrong'],
  ['keywords', 'Keywords', 'launch'],
  ['sources', 'Sources', 'scmp.com'],
  ['tags', 'Tags', 'moon'],
] as const;

const text = (name: string, label: string, value: string | number | undefined, more: Part = ''): Markup =>
  markup`<label>${label} <input name="${name}" value="${value ?? ''}" autocomplete="off" spellcheck="false"${more}></label>`;

const options = (all: readonly (readonly [string, string])[], chosen: string): Markup[] =>
  all.map(
    ([value, name]) => markup`<option value="${value}"${value === chosen ? markup` selected` : ''}>${name}</option>`,
  );

/** The settings of a timeline, in one form that saves all of them. */
export function timelineEditor(
  chrome: ConsoleChrome,
  { timeline, events, isCut }: Extract<ConsoleBody, { kind: 'timeline' }>,
): Markup {
  const { query } = timeline;
  const bounds = [
    text('from', 'From', query.from, markup` placeholder="1957"`),
    text('to', 'To', query.to, markup` placeholder="1975-06"`),
    text('q', 'Words of title and evidence', query.q, markup` placeholder="rocket launch" maxlength="200"`),
  ];
  return markup`<details class="editor" id="edit-timeline"><summary>Edit this timeline</summary>
<form data-form="edit-timeline" data-timeline="${JSON.stringify(timeline)}">
<fieldset class="pair"><legend>What it says</legend>${text('title', 'Title', timeline.title, markup` required maxlength="200"`)}<label
class="wide">Standfirst <textarea name="description" rows="2" maxlength="2000">${timeline.description ?? ''}</textarea></label></fieldset>
<fieldset class="pair"><legend>What is on it <output class="count" data-live-count aria-live="polite"></output></legend>${bounds}${LISTS.map(
    ([name, label, example]) => text(name, label, query[name]?.join(', '), markup` placeholder="${example}"`),
  )}<label>Least importance, 0 to 1 <input name="minImportance" type="number" min="0" max="1" step="0.05" value="${query.minImportance ?? ''}"></label><fieldset
class="wide"><legend>How sure</legend><div class="row">${MODALITIES.map(
    (modality) =>
      markup`<label><input type="checkbox" name="modalities" value="${modality}"${
        query.modalities?.includes(modality) && markup` checked`
      }> ${glyphImage(modality)} ${modalityWords[modality]}</label>`,
  )}</div></fieldset><p class="note wide">Several values, separated by commas, must all fit. None chosen under “How sure” means all kinds.</p></fieldset>
<fieldset class="pair"><legend>How it looks</legend>${[
    text('openingFrom', 'The map opens on, from', timeline.opening?.from),
    text('openingTo', 'to', timeline.opening?.to),
  ]}<label>The list begins with <select
name="order">${options(ORDERS, timeline.order ?? 'asc')}</select></label><label>Theme <select name="theme">${options(THEMES, timeline.theme ?? 'auto')}</select></label></fieldset>
<fieldset class="pair"><legend>Who may see it</legend><label>Visible to <select name="visibility">${options(
    [
      ['public', 'Anybody'],
      ['private', 'Holders of a key or a link that expires'],
    ],
    timeline.visibility,
  )}</select></label>${text('frameAncestors', 'Sites that may frame it (none given: all)', timeline.frameAncestors?.join(', '), markup` placeholder="https://www.example.org"`)}</fieldset>
${eventRows(chrome, timeline, events, isCut)}
<p class="acts"><button type="submit" class="first">Save the timeline</button><span class="note">Pages that embed it show the change within a minute.</span></p>
</form></details>`;
}

function eventRows(
  chrome: ConsoleChrome,
  timeline: SavedTimeline,
  events: readonly TimelineEvent[],
  isCut: boolean,
): Markup {
  const [hidden, pinned] = [new Set(timeline.hidden), new Set(timeline.pinned)];
  const titles = timeline.titles ?? {};
  const note = [
    'These settings apply to this timeline only.',
    'A key moment is always on it, whatever the filters say, and a long timeline shows it first.',
    ...(isCut ? [`These are its first ${counted(events.length, 'event')}; narrow it to reach the others.`] : []),
  ].join(' ');
  return markup`<fieldset><legend>Its events</legend>
<p class="note">${note}</p>
<table class="rows"><thead><tr><th scope="col">Date</th><th scope="col">Title</th><th scope="col">Leave out</th><th scope="col">Key moment</th></tr></thead><tbody>${events.map(
    (event) => {
      const own = Object.hasOwn(titles, event.id) ? titles[event.id] : undefined;
      return markup`<tr data-row="${event.id}"><td>${glyphImage(event.modality)} <a
href="${consoleHref(chrome, `/events/${urlPart(event.id)}`)}">${event.date.display}</a> ${modalityTag(event)}</td><td><input
name="title:${event.id}" value="${own ?? ''}" placeholder="${event.title}" maxlength="200" aria-label="Another title for “${event.title}”"></td><td><input
type="checkbox" name="hidden" value="${event.id}" aria-label="Leave out “${event.title}”"${hidden.has(event.id) && markup` checked`}></td><td><input
type="checkbox" name="pinned" value="${event.id}" aria-label="“${event.title}” is a key moment"${pinned.has(event.id) && markup` checked`}></td></tr>`;
    },
  )}</tbody></table>
<label>Also show, whatever the filters say <input name="pin" placeholder="Address of an event in this console" autocomplete="off" spellcheck="false"></label></fieldset>`;
}

/** Buttons that set the preview to the width of a phone, an article's column or a page. */
export const previewWidths = (): Markup =>
  markup`<p class="acts" role="group" aria-label="Width of the preview">${[
    ['390', 'Phone'],
    ['720', 'Article'],
    ['', 'Page'],
  ].map(
    ([width, name]) =>
      markup`<button type="button" data-act="preview-width" data-width="${width}" aria-pressed="${String(width === '')}">${name}</button>`,
  )}</p>`;
