import { counted } from '../../shared/display/counted.ts';
import { dayWords, precisionWords } from '../../shared/display/dates.ts';
import { MODALITY_MEANINGS, MODALITY_WORDS, modalityNote } from '../../shared/display/modality.ts';
import { sentenceParts } from '../../shared/display/sentence.ts';
import { sourceName } from '../../shared/display/source-name.ts';
import { pictureUrl, webUrl } from '../../shared/display/web-url.ts';
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
  const words = sourceName(one, event);
  const link = url === undefined ? words : el('a', { href: url, target: '_blank', rel: 'noreferrer nofollow' }, words);
  const published = one.publishedAt === undefined ? '' : `, ${dayWords(one.publishedAt.slice(0, 10))}`;
  const who = one.attribution !== undefined && `, according to ${one.attribution}`;
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
    !event.mentions && el('p', { class: 'from' }, 'Added by an editor'),
  ];
}

const proof = (one: Evidence, event: TimelineEvent): HTMLElement =>
  el(
    'li',
    {},
    el(
      'blockquote',
      { dir: 'auto' },
      ...sentenceParts(one).map(({ text, role }) => (role ? el('mark', { class: role }, text) : text)),
    ),
    source(one, event),
  );

/** The way to the event before or after. */
function step(event: TimelineEvent, by: 1 | -1, words: string, { beside, select }: CardActions): Child {
  const other = beside(event, by);
  return other && el('button', { type: 'button', class: 'chip', click: () => select(other) }, words);
}

/** An event's card: title, date in words, how sure, every sentence with its words marked, links to the articles. */
export function eventCard(event: TimelineEvent, level: number, actions: CardActions): HTMLElement {
  const { date, modality, mentions, sources, entities, evidence, otherDates } = event;
  const fuzz = precisionWords(date);
  return el(
    'article',
    { class: `card ${modality}` },
    el('button', { type: 'button', class: 'close', click: actions.close }, 'Close'),
    el('p', { class: 'when' }, sign(modality), ` ${date.display}`, fuzz !== undefined && el('small', {}, ` ${fuzz}`)),
    heading(level, el('bdi', {}, event.title)),
    modality !== 'asserted' &&
      el(
        'p',
        { class: 'meaning' },
        el('span', { class: `tag ${modality}` }, MODALITY_WORDS[modality]),
        ` ${MODALITY_MEANINGS[modality]}`,
      ),
    el('div', { class: 'proofs' }, ...note(event), el('ol', {}, ...evidence.map((one) => proof(one, event)))),
    mentions > 1 &&
      el(
        'p',
        { class: 'count' },
        `${counted(mentions, 'mention')} in ${counted(Math.max(1, sources.length), 'source')}`,
      ),
    otherDates.length > 0 &&
      el(
        'p',
        { class: 'count' },
        `Other evidence dates it differently: ${otherDates.map((other) => other.display).join(', ')}.`,
      ),
    entities.length > 0 &&
      el(
        'p',
        { class: 'names' },
        'Only events with ',
        ...entities
          .slice(0, 6)
          .map(({ id, name }) =>
            el('button', { type: 'button', class: 'chip', click: () => actions.entity(id, name) }, el('bdi', {}, name)),
          ),
      ),
    el('p', { class: 'top' }, step(event, -1, 'Previous', actions), step(event, 1, 'Next', actions)),
  );
}

/** The events behind a bar, and the way into it. */
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
    el('button', { type: 'button', class: 'close', click: actions.close }, 'Close'),
    heading(level, words),
    zoomIn &&
      el('p', { class: 'count' }, el('button', { type: 'button', class: 'chip', click: zoomIn }, 'Zoom in here')),
    el(
      'ol',
      { class: 'inside' },
      ...events.map((event) =>
        el(
          'li',
          {},
          el(
            'button',
            { type: 'button', click: () => actions.select(event) },
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
