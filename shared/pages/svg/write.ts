import { createHash } from 'node:crypto';
import { markup, trusted, written } from '../../display/markup.ts';
import { wordsIn } from '../../display/words.ts';
import { drawMap, heightOf, PICTURE } from '../embed/map.ts';
import type { EmbedPageModel } from '../embed/model.ts';
import { colours, FONTS, GLYPHS } from '../embed/palette.ts';
import { isRightToLeft, shownStretch } from '../embed/shown.ts';
import { MAP_CSS } from '../embed/styles.ts';

/** Model of a timeline's picture: the embed page's model without its list. */
export type SvgModel = Pick<EmbedPageModel, 'timeline' | 'view' | 'overview' | 'focus' | 'extent' | 'language'>;

const MARGIN = 24;
const HEAD = 64;
const WIDTH = PICTURE.width + 2 * MARGIN;

/** Themes by attribute: a picture in an `<img>` follows the reader's system, one inside a document follows the attribute. */
const STYLE = `${colours('svg', (theme) => `svg[data-theme=${theme}]`)}svg{${FONTS}}
.paper{fill:var(--paper)}.title{font:600 24px var(--serif);fill:var(--ink)}.about{font:600 12px var(--sans);fill:var(--muted)}
.none{font:16px var(--serif);fill:var(--muted)}${GLYPHS}${MAP_CSS}`.replace(/\n/g, '');

/** The Content-Security-Policy of a picture that is opened by itself: it allows its style and nothing else. */
export const SVG_CSP = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE, 'utf8').digest('base64')}'; sandbox`;

/** Draws a timeline as one SVG file without links, scripts or external resources: for `<img>`, Markdown and slides. */
export function writeSvg(model: SvgModel): string {
  const { timeline, view, overview } = model;
  const words = wordsIn(view.lang);
  const stretch = shownStretch(model);
  const mapHeight = stretch ? heightOf(PICTURE) : 40;
  const height = HEAD + mapHeight + MARGIN;
  const rtl = isRightToLeft(model.language ?? 'en');
  const x = rtl ? WIDTH - MARGIN : MARGIN;
  const count = words.eventCount(overview.total);
  const about = `${overview.exact ? count : words.about(count)}${stretch ? `, ${words.stretchWords(stretch.from, stretch.to)}` : ''}`;
  const map = stretch
    ? drawMap({ stretch, buckets: (model.focus ?? model).overview.buckets, rtl, words }, PICTURE)
    : markup`<text class="none" y="24">${words.noEvents}</text>`;
  return written(markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"
role="img" data-theme="${view.theme ?? timeline.theme ?? 'auto'}"${rtl && markup` direction="rtl"`}>
<title>${timeline.title}: ${about}</title>
<style>${trusted(STYLE)}</style>
<rect class="paper" width="100%" height="100%"/>
<text class="title" x="${x}" y="38">${timeline.title}</text>
<text class="about" x="${x}" y="58">${about}</text>
<svg x="${MARGIN}" y="${HEAD}" width="${PICTURE.width}" height="${mapHeight}" overflow="visible">${map}</svg>
</svg>
`);
}
