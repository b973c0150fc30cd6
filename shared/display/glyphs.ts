import type { Modality } from '../events/event.ts';
import { type Markup, markup } from './markup.ts';

// Told apart by shape first: a disc happened, a ring is to come, a lozenge is foretold, a dotted ring is imagined, a cross did not happen.
const SHAPES: Readonly<Record<Modality, Markup>> = {
  asserted: markup`<circle r="4.5"/>`,
  planned: markup`<circle r="4"/>`,
  predicted: markup`<path d="M0-5.2 5.2 0 0 5.2-5.2 0z"/>`,
  hypothetical: markup`<circle r="4.2"/>`,
  negated: markup`<path d="M-4-4 4 4M4-4-4 4"/>`,
};

/** The sign of a modality, drawn about the origin, 10 units wide; classes `glyph` and the modality's name give it colour and stroke. */
export const glyph = (modality: Modality): Markup => markup`<g class="glyph ${modality}">${SHAPES[modality]}</g>`;

/** The same as an image of its own, 14 pixels wide; hidden from screen readers, for whom the word stands beside it. */
export const glyphImage = (modality: Modality): Markup =>
  markup`<svg class="sign" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true" focusable="false">${glyph(modality)}</svg>`;
