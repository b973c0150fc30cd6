import { modalityWords, precisionWords } from '../../shared/display/words/en.ts';
import type { TimelineEvent } from '../../shared/events/event.ts';
import { textParts } from '../../shared/pages/console/highlights.ts';
import { type Child, el } from '../dom.ts';
import { sign } from '../signs.ts';

/** The text with its evidence marked. The counterpart of the server's `highlightedText`, for a text that was not stored. */
export function markedText(text: string, events: readonly TimelineEvent[]): HTMLElement {
  const parts = textParts(text, events).flatMap((part): Child[] => {
    if (part.events.length === 0) return [part.text];
    const words = part.role === undefined ? part.text : el('mark', { class: part.role }, part.text);
    const spots = part.begins.map((id) => el('a', { class: 'spot', id: `s-${id}` }));
    const said = { class: 'said', href: `#e-${part.events[0]}`, 'data-events': part.events.join(' ') };
    return [...spots, el('a', part.begins.length > 0 ? said : { ...said, tabindex: -1 }, words)];
  });
  return el('div', { class: 'text', dir: 'auto' }, ...parts);
}

/** The events in the order of the text. The counterpart of the server's `foundEvents`. */
export function foundList(events: readonly TimelineEvent[]): HTMLElement {
  const inOrder = [...events].sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0));
  return el(
    'ol',
    { class: 'found' },
    ...inOrder.map((event) => {
      const fuzz = precisionWords(event.date);
      const tag =
        event.modality !== 'asserted' && el('span', { class: `tag ${event.modality}` }, modalityWords[event.modality]);
      return el(
        'li',
        { id: `e-${event.id}`, 'data-event': event.id, class: event.modality },
        sign(event.modality),
        el(
          'div',
          {},
          el(
            'p',
            { class: 'when' },
            event.date.display,
            fuzz !== undefined && ' ',
            fuzz !== undefined && el('small', {}, fuzz),
            ' ',
            tag,
          ),
          el('h3', {}, el('a', { href: `#s-${event.id}` }, el('bdi', {}, event.title))),
        ),
      );
    }),
  );
}
