/**
 * Text, background and one accent colour, light and dark: the same names style the page, the widget and the console.
 *
 * Contrast on the background, by WCAG 2.2's formula: ink 16.8:1, muted 6.4:1, accent 7.0:1 (light); 14.9:1, 7.3:1,
 * 8.1:1 (dark). Meaningful graphics (reach, the edge of a bar in muted) have a contrast of at least 3:1.
 */
const LIGHT =
  '--paper:#fcfbf8;--ink:#1c1a17;--muted:#615c53;--rule:#ddd8cd;--soft:#f1eee7;--accent:#9c3220;--later:#1c5f70;--guess:#634a94;--mark:#fbe5a3;--bar:#d9cfc0;--reach:#ac5f4e;';
const DARK =
  '--paper:#161513;--ink:#ece8df;--muted:#aaa398;--rule:#37332d;--soft:#211f1c;--accent:#f0957b;--later:#7cc3d3;--guess:#bba6ec;--mark:#5c4a17;--bar:#433d34;--reach:#c97c66;';

// Warm paper, and black on white for the highest contrast.
const paper = (): string =>
  LIGHT.replace('#fcfbf8', '#f4ecdc')
    .replace('#615c53', '#585042')
    .replace('#ddd8cd', '#d3c7b0')
    .replace('#f1eee7', '#eae0cb');
const CONTRAST =
  '--paper:#fff;--ink:#000;--muted:#333;--rule:#767676;--soft:#f2f2f2;--accent:#8b0000;--later:#003b5c;--guess:#3d1a78;--mark:#ffe14d;--bar:#8f8f8f;--reach:#767676;';

const opened = (css: string): string => css.replace(/--(\w+):([^;]+)/g, '--$1:var(--dateline-$1,$2)');

/** The two palettes for the widget; its host page can override each colour as `--dateline-<name>`. */
export const OPEN_LIGHT = opened(LIGHT);
/** The same for the dark theme. */
export const OPEN_DARK = opened(DARK);

/** Passes the colours of a page, in any theme, to the widget in it. */
export const passOn = (): string => LIGHT.replace(/--(\w+):[^;]+/g, '--dateline-$1:var(--$1)');

/** The colours as CSS for a root selector: light, dark by system preference, and either by `data-theme`. */
export const colours = (root: string, themed: (theme: string) => string): string =>
  [
    `${root}{color-scheme:light dark;${LIGHT}}@media (prefers-color-scheme:dark){${root}{${DARK}}}`,
    `${themed('light')}{color-scheme:light;${LIGHT}}${themed('dark')}{color-scheme:dark;${DARK}}`,
    `${themed('paper')}{color-scheme:light;${paper()}}${themed('contrast')}{color-scheme:light;${CONTRAST}}`,
  ].join('');

/** Serif for titles and sentences, sans for notes; only fonts that readers have installed. */
export const FONTS =
  '--serif:"Iowan Old Style","Palatino Nova","Palatino Linotype",Palatino,"Source Serif 4","Noto Serif",Georgia,serif;' +
  '--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Open Sans","Helvetica Neue",sans-serif;';

/** How the signs of modalities are drawn: they differ by shape first, colour second. */
export const GLYPHS = `
.glyph{fill:none;stroke:var(--ink);stroke-width:1.8}
.glyph.asserted{fill:var(--accent);stroke:none}
.glyph.planned{stroke:var(--later);fill:var(--paper)}
.glyph.predicted{stroke:var(--guess);fill:var(--paper)}
.glyph.hypothetical{stroke:var(--muted);fill:var(--paper);stroke-dasharray:1.6 2}
.glyph.negated{stroke:var(--muted);stroke-width:2}
.tag{font:600 .6875rem/1 var(--sans);letter-spacing:.06em;text-transform:uppercase;color:var(--muted)}
.tag.planned{color:var(--later)}
.tag.predicted{color:var(--guess)}
mark{background:var(--mark);color:inherit;padding:.05em .1em;border-radius:2px}
mark.timex{text-decoration:underline;text-decoration-thickness:1.5px;text-underline-offset:.18em}`;
