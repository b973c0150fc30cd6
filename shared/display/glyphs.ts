import type { Modality } from '../events/event.ts';
import { GLYPH_SHAPES, SIGN_BOX } from './glyph-shapes.ts';
import { type Markup, markup } from './markup.ts';

function shapeOf(modality: Modality): Markup {
  const shape = GLYPH_SHAPES[modality];
  return 'path' in shape ? markup`<path d="${shape.path}"/>` : markup`<circle r="${shape.radius}"/>`;
}

/** The sign of a modality, drawn about the origin, 10 units wide; classes `glyph` and the modality's name give it colour and stroke. */
export const glyph = (modality: Modality): Markup => markup`<g class="glyph ${modality}">${shapeOf(modality)}</g>`;

/** The same sign as an image of 14 pixels; hidden from screen readers, since its label stands beside it. */
export const glyphImage = (modality: Modality): Markup =>
  markup`<svg class="sign" viewBox="${SIGN_BOX.viewBox}" width="${SIGN_BOX.width}" height="${SIGN_BOX.height}" aria-hidden="true" focusable="false">${glyph(modality)}</svg>`;
