import { counted } from '../../shared/display/counted.ts';
import { stretchWords } from '../../shared/display/words/en.ts';
import { ticksOf } from '../../shared/pages/embed/scale.ts';
import { zoomed } from '../../shared/pages/embed/window.ts';
import type { DateSpan } from '../../shared/time/date-span.ts';
import { dayNumber } from '../../shared/time/day.ts';
import { typedDate } from '../../shared/time/typed-date.ts';
import { el, svg } from '../dom.ts';

const HINT =
  'Write a day, month, season, year or decade: 1969-07-20, 1969-07, 1969-22 (summer), 1969, 196X; or two with a slash: 1914/1918.';

/** Shows the meaning of a date's bounds: its days in words, and where they lie on an axis three times as long. */
function pictureOf(span: DateSpan): HTMLElement {
  const [first, last] = [dayNumber(span.start), dayNumber(span.end) + 1];
  const around = zoomed({ from: span.start, to: span.end }, 1 / 3);
  const [from, to] = [dayNumber(around.from), dayNumber(around.to) + 1];
  const across = (day: number): number => ((day - from) / (to - from)) * 100;
  const words = `${span.approximate ? 'About ' : ''}${stretchWords(span.start, span.end)}: ${counted(last - first, 'day')}`;
  return el(
    'figure',
    { class: 'bounds' },
    svg(
      'svg',
      { width: '100%', height: 44, role: 'img', 'aria-label': words },
      svg('rect', {
        class: 'days',
        x: `${across(first)}%`,
        width: `${Math.max(0.6, across(last) - across(first))}%`,
        y: 4,
        height: 16,
      }),
      svg('line', { class: 'axis', x1: 0, x2: '100%', y1: 22, y2: 22 }),
      ...ticksOf(from, to, 5)
        .filter(({ day }) => across(day) > 4 && across(day) < 96)
        .map(({ day, label }) => svg('text', { x: `${across(day)}%`, y: 38, 'text-anchor': 'middle' }, label)),
    ),
    el('figcaption', {}, words),
  );
}

/** Shows what is typed into a date's field, as it is typed. */
export function pictureDates(form: HTMLFormElement): void {
  const place = form.querySelector('[data-bounds]');
  const field = form.elements.namedItem('date') as HTMLInputElement;
  const show = (): void => {
    const span = typedDate(field.value);
    field.setCustomValidity(span ? '' : HINT);
    place?.replaceChildren(span ? pictureOf(span) : el('p', { class: 'note' }, HINT));
  };
  field.addEventListener('input', show);
  show();
}

/** Reads the date of a form as the API expects it. @throws RangeError with a message for the reader if it is invalid. */
export function dateIn(data: FormData): DateSpan {
  const span = typedDate(String(data.get('date') ?? ''));
  if (!span) throw new RangeError(HINT);
  return {
    ...span,
    edtf: span.edtf.replace(/[~?%]/g, ''),
    approximate: span.approximate || data.get('about') !== null,
  };
}
