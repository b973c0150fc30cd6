import { sentenceParts } from '../../shared/display/sentence.ts';
import { sourceName } from '../../shared/display/source-name.ts';
import { pictureUrl, webUrl } from '../../shared/display/web-url.ts';
import {
  accordingTo,
  addedByEditor,
  close,
  dayWords,
  mentionCount,
  modalityMeanings,
  modalityNote,
  modalityWords,
  next,
  onlyWith,
  otherDates as otherDatesWords,
  precisionWords,
  previous,
  sentenceLanguage,
  unnamedSource,
  zoomInHere,
} from '../../shared/display/words/en.ts';
import type { Evidence, TimelineEvent } from '../../shared/events/event.ts';
import { type Child, el } from '../dom.ts';
import { sign } from '../signs.ts';

/** Callbacks of a card. */
export interface CardActions {
  readonly close: () => void;
  readonly entity: (id: string, name: string) => void;
  readonly select: (event: TimelineEvent) => void;
  readonly beside: (event: TimelineEvent, by: 1 | -1) => TimelineEvent | undefined;
}

const heading = (level: number, ...children: Child[]): HTMLElement =>
  el(`h${Math.min(6, Math.max(2, level))}` as 'h2', { tabindex: -1 }, ...children);

function source(one: Pick<Evidence, 'url' | 'publishedAt' | 'attribution'>, event: TimelineEvent): HTMLElement {
  const url = webUrl(one.url);
  const words = sourceName(one, event) ?? unnamedSource;
  const link = url === undefined ? words : el('a', { href: url, target: '_blank', rel: 'noreferrer nofollow' }, words);
  const published = one.publishedAt === undefined ? '' : `, ${dayWords(one.publishedAt.slice(0, 10))}`;
  const who = one.attribution !== undefined && accordingTo + one.attribution;
  return el('p', { class: 'from' }, link, published, who);
}

/** An editor's additions: a picture, text, and a link to read more. */
function note(event: TimelineEvent): Child[] {
  const { picture, text, link } = event.note ?? {};
  const src = picture && pictureUrl(picture.url);
  return [
    src && el('img', { loading: 'lazy', referrerpolicy: 'no-referrer', alt: picture.alt, src }),
    src && el('p', { class: 'from' }, [picture.caption, picture.credit].filter(Boolean).join(' · ')),
    text && el('p', { class: 'told', dir: 'auto' }, text),
    link && source({ url: link }, event),
    !event.mentions && el('p', { class: 'from' }, addedByEditor),
  ];
}

const proof = (one: Evidence, event: TimelineEvent): HTMLElement =>
  el(
    'li',
    {},
    el(
      'blockquote',
      { dir: 'auto', lang: sentenceLanguage },
      ...sentenceParts(one).map(({ text, role }) => (role ? el('mark', { class: role }, text) : text)),
    ),
    source(one, event),
  );

/** The button to the previous or next event. */
function step(event: TimelineEvent, by: 1 | -1, words: string, { beside, select }: CardActions): Child {
  const other = beside(event, by);
  return other && el('button', { class: 'chip', click: () => select(other) }, words);
}

/** An event's card: title, date in words, how sure, every sentence with its words marked, links to the articles. */
export function eventCard(event: TimelineEvent, level: number, actions: CardActions): HTMLElement {
  const { date, modality, mentions, sources, entities, evidence, otherDates } = event;
  const fuzz = precisionWords(date);
  return el(
    'article',
    { class: `card ${modality}` },
    el('button', { class: 'close', click: actions.close }, close),
    el('p', { class: 'when' }, sign(modality), ` ${date.display}`, fuzz !== undefined && el('small', {}, ` ${fuzz}`)),
    heading(level, el('bdi', {}, event.title)),
    modality !== 'asserted' &&
      el(
        'p',
        { class: 'meaning' },
        el('span', { class: `tag ${modality}` }, modalityWords[modality]),
        ` ${modalityMeanings[modality]}`,
      ),
    el('div', { class: 'proofs' }, ...note(event), el('ol', {}, ...evidence.map((one) => proof(one, event)))),
    mentions > 1 && el('p', { class: 'count' }, mentionCount(mentions, Math.max(1, sources.length))),
    otherDates.length > 0 &&
      el('p', { class: 'count' }, `${otherDatesWords}${otherDates.map((other) => other.display).join(', ')}.`),
    entities.length > 0 &&
      el(
        'p',
        { class: 'names' },
        onlyWith,
        ...entities
          .slice(0, 6)
          .map(({ id, name }) =>
            el('button', { class: 'chip', click: () => actions.entity(id, name) }, el('bdi', {}, name)),
          ),
      ),
    el('p', { class: 'top' }, step(event, -1, previous, actions), step(event, 1, next, actions)),
  );
}

/** The events of a bar, and a button that zooms into it. */
export function pileCard(
  words: string,
  events: readonly TimelineEvent[],
  zoomIn: (() => void) | undefined,
  level: number,
  actions: CardActions,
): HTMLElement {
  return el(
    'article',
    { class: 'card many' },
    el('button', { class: 'close', click: actions.close }, close),
    heading(level, words),
    zoomIn && el('p', { class: 'count' }, el('button', { class: 'chip', click: zoomIn }, zoomInHere)),
    el(
      'ol',
      { class: 'inside' },
      ...events.map((event) =>
        el(
          'li',
          {},
          el(
            'button',
            { click: () => actions.select(event) },
            sign(event.modality),
            el('span', { class: 'day' }, event.date.display + modalityNote(event.modality)),
            ' ',
            el('bdi', { class: 'name' }, event.title),
          ),
        ),
      ),
    ),
  );
}
