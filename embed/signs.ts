import { GLYPH_SHAPES, SIGN_BOX } from '../shared/display/glyph-shapes.ts';
import type { Modality } from '../shared/events/event.ts';
import { svg } from './dom.ts';

/** The sign of a modality; hidden from screen readers. */
export function sign(modality: Modality): SVGSVGElement {
  const shape = GLYPH_SHAPES[modality];
  const drawn = 'path' in shape ? svg('path', { d: shape.path }) : svg('circle', { r: shape.radius });
  return svg(
    'svg',
    { class: 'sign', ...SIGN_BOX, 'aria-hidden': 'true' },
    svg('g', { class: `glyph ${modality}` }, drawn),
  );
}
