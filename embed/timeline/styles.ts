import { GLYPHS, OPEN_DARK, OPEN_LIGHT } from '../../shared/pages/embed/palette.ts';

import { AXIS, INSET } from './items.ts';

/**
 * The widget's stylesheet, for its shadow root. It resets properties that the host page makes every element inherit.
 * Sizes are pixels: many pages change the size of `rem`, and the map is laid out in pixels.
 */
export const WIDGET_CSS = `
:host{display:block;padding:4px 16px 16px;color-scheme:light dark;${OPEN_LIGHT}--serif:var(--dateline-serif,"Iowan Old Style","Palatino Linotype",Palatino,"Noto Serif",Georgia,serif);
--sans:var(--dateline-sans,system-ui,sans-serif);background:var(--paper)}
section,slot{all:initial;display:block;visibility:inherit;color-scheme:inherit;color:var(--ink);font:16px/1.5 var(--serif);font-variant-numeric:tabular-nums lining-nums}
@media (prefers-color-scheme:dark){:host(:not([theme=light],[theme=paper],[theme=contrast])){${OPEN_DARK}}}
:host([theme=dark]){color-scheme:dark;${OPEN_DARK}}
:host([theme=light]){color-scheme:light}
:host([hidden]),[hidden]{display:none!important}
*{box-sizing:border-box;margin:0;padding:0}
ol{list-style:none}
button{font:inherit;color:inherit;background:none;border:0;cursor:pointer;text-align:start}
a{color:inherit;text-decoration-color:var(--rule);text-underline-offset:.18em}
:focus{outline:0}
:focus-visible{outline:2.5px solid var(--accent);outline-offset:2px;border-radius:2px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:4px 16px;padding:10px 0 4px}
.window{font-size:18px;font-weight:600}
.steps{display:flex;flex-wrap:wrap;font:13px/1 var(--sans);margin-inline:-10px}
.steps button{padding:10px;min-width:32px;text-align:center;border-radius:3px;white-space:nowrap}
.steps button:hover{background:var(--soft)}
.steps [aria-disabled=true]{opacity:.45}
.stage{position:relative;margin-inline:-${INSET}px;overflow:hidden;touch-action:pan-y;cursor:grab;height:var(--dateline-height,280px);user-select:none;-webkit-user-select:none;contain:strict}
.stage:after{content:"";position:absolute;inset-inline:0;bottom:${AXIS}px;border-top:1px solid var(--muted);pointer-events:none}
.world{position:absolute;inset:0 ${INSET}px;will-change:transform}
.world li{position:absolute;top:0;inset-inline-start:0}
.event{height:42px}
.event>button{position:absolute;top:2px;inset-inline-start:-12px;height:38px;display:flex;gap:3px;white-space:nowrap;padding-inline:5px 4px;border-radius:3px;width:max-content}
.before>button{inset-inline:auto -12px;flex-direction:row-reverse;text-align:end}
.event .sign{flex:none;margin-top:9px}
.words{display:block;min-width:0;line-height:1.25;padding-top:3px;text-shadow:0 0 2px var(--paper),0 0 2px var(--paper)}
.day{display:block;font:600 11px/1.3 var(--sans);color:var(--muted)}
.event .name,.event .day{overflow:hidden;text-overflow:ellipsis}
.event .name{display:block;font-size:14px}
.event>button:hover .name{text-decoration:underline}
.hypothetical .name,.predicted .name{font-style:italic}
.stems{position:absolute;width:1px;height:100%;overflow:visible;fill:none;stroke:var(--rule)}
.reach{position:absolute;top:37px;inset-inline-start:0;height:4px;background:var(--reach);border-radius:2px;display:none}
.wide .reach{display:block}
.reach.sure{border-radius:0;border-inline:2px solid var(--accent)}
.reach.soft{opacity:.8;mask:linear-gradient(90deg,#0004,#000 12%,#000 88%,#0004)}
.reach.circa{mask:linear-gradient(90deg,#0000,#000 50%,#0000)}
.pile{height:70px}
.pile button{position:absolute;inset:0;display:block}
.block{position:absolute;inset-inline:0;bottom:26px;background:var(--bar);border-top:1.5px solid var(--muted);pointer-events:none}
.pile button:hover .block,.pile button:focus-visible .block{background:var(--accent)}
.pile button:focus-visible{outline-offset:-2px}
.more{position:absolute;inset-inline:-4px;font:11px/12px var(--sans);text-align:center;color:var(--muted);pointer-events:none}
.axis{position:absolute;inset-inline-start:0;bottom:0;height:26px}
.axis span{position:absolute;top:0;inset-inline-start:0;width:90px;margin-inline-start:-45px;padding-top:8px;text-align:center;font:12px/1.3 var(--sans);color:var(--muted);white-space:nowrap}
.axis span:before{content:"";position:absolute;top:0;inset-inline-start:45px;height:5px;border-inline-start:1px solid var(--muted)}
.axis .out{visibility:hidden}
.axis .strong{color:var(--ink);font-weight:600}
.failed{padding:16px 0;color:var(--muted)}
.none{position:absolute;inset:0;display:grid;place-content:center;justify-items:center;gap:10px;color:var(--muted)}
.key{display:flex;flex-wrap:wrap;gap:1.6px 5px;margin:6px -8px;font:13px/1 var(--sans)}
.key button{display:inline-flex;align-items:center;gap:6px;padding:8px;color:var(--muted);border-radius:3px}
.key [aria-pressed=true]{color:var(--ink);font-weight:600;background:var(--soft)}
.chip{display:inline-block;padding:6px 11px;margin:2.4px 5px 2.4px 0;border:1px solid var(--rule);border-radius:32px;font:13px/1 var(--sans)}
.chip:hover{border-color:var(--ink)}
.key .chip{color:var(--paper);background:var(--ink);border-radius:32px}
.card{position:relative;margin-top:16px;padding:18px 22px 20px;background:var(--soft);border-top:2px solid var(--accent)}
.card .close{position:absolute;inset-inline-end:14px;top:11px;font:13px/1 var(--sans);padding:8px;text-decoration:underline}
.card :is(h2,h3,h4,h5,h6){font-size:22px;line-height:1.22;font-weight:600;margin:3px 64px 6px 0;max-width:576px;text-wrap:balance}
.when{font:600 13px/1.35 var(--sans)}
.when small{font-weight:400;font-size:12px;color:var(--muted);margin-inline-start:5px}
.card .sign{vertical-align:-2px}
.meaning,.count,.names,.from{font:13px/1.6 var(--sans);color:var(--muted)}
.count,.names{margin-top:11px}
.told{white-space:pre-line}
img{max-width:100%;max-height:320px}
.proofs li{border-inline-start:2px solid var(--rule);padding-inline-start:16px;margin-top:13px;max-width:672px}
blockquote{font-size:16px;line-height:1.55;text-wrap:pretty}
.inside{max-height:352px;overflow:auto;margin-top:6px}
.inside button{display:grid;grid-template-columns:14px 136px 1fr;gap:11px;align-items:baseline;width:100%;padding:7px 0}
.inside button:hover .name{text-decoration:underline}
@media (max-width:672px){.stage{height:var(--dateline-height,238px)}.inside button{grid-template-columns:14px 1fr}.inside .name{grid-column:2}}
@media (forced-colors:active){.block{background:CanvasText}.glyph.asserted{fill:CanvasText}}
${GLYPHS}`.replace(/\n/g, '');
