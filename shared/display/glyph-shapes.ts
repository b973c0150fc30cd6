import type { Modality } from '../events/event.ts';

/** A circle about the origin, or a path. */
export type GlyphShape = { readonly radius: number } | { readonly path: string };

/**
 * The sign of each modality, in a box of 10 units about the origin. Signs differ in shape, not only in colour: asserted
 * is a disc, planned a ring, predicted a lozenge, hypothetical a dotted ring, negated a cross.
 */
export const GLYPH_SHAPES: Readonly<Record<Modality, GlyphShape>> = {
  asserted: { radius: 4.5 },
  planned: { radius: 4 },
  predicted: { path: 'M0-5.2 5.2 0 0 5.2-5.2 0z' },
  hypothetical: { radius: 4.2 },
  negated: { path: 'M-4-4 4 4M4-4-4 4' },
};

/** The viewBox and size in pixels of a sign used as an image. */
export const SIGN_BOX = { viewBox: '-7 -7 14 14', width: 14, height: 14 } as const;
