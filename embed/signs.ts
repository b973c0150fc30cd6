import type { Modality } from '../shared/events/event.ts';
import { svg } from './dom.ts';

const PATHS: Partial<Record<Modality, string>> = {
  predicted: 'M0-5.2 5.2 0 0 5.2-5.2 0z',
  negated: 'M-4-4 4 4M4-4-4 4',
};
const RADII: Partial<Record<Modality, number>> = { asserted: 4.5, planned: 4, hypothetical: 4.2 };

/** The sign of a modality, as the server draws it (shared/display/glyphs.ts); hidden from screen readers. */
export function sign(modality: Modality): SVGSVGElement {
  const d = PATHS[modality];
  const shape = d === undefined ? svg('circle', { r: RADII[modality] ?? 4 }) : svg('path', { d });
  const attributes = { class: 'sign', viewBox: '-7 -7 14 14', width: 14, height: 14, 'aria-hidden': 'true' };
  return svg('svg', attributes, svg('g', { class: `glyph ${modality}` }, shape));
}
