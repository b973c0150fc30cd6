import { GLYPHS, OPEN_DARK, OPEN_LIGHT } from '../../shared/pages/embed/palette.ts';

import { AXIS, INSET } from './items.ts';

/** The widget's stylesheet, for its shadow root alone. */
export const WIDGET_CSS = `
:host{display:block;padding:.25rem 1rem 1rem;color-scheme:light dark;${OPEN_LIGHT}--serif:var(--dateline-serif,"Iowan Old Style","Palatino Linotype",Palatino,"Noto Serif",Georgia,serif);--sans:var(--dateline-sans,system-ui,sans-serif);color:var(--ink);background:var(--paper);font:1rem/1.5 var(--serif);font-variant-numeric:tabular-nums lining-nums}
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
.top{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.25rem 1rem;padding:.6rem 0 .25rem}
.window{font-size:1.125rem;font-weight:600}
.steps{display:flex;flex-wrap:wrap;font:.8125rem/1 var(--sans);margin-inline:-.6rem}
.steps button{padding:.6rem;min-width:2rem;text-align:center;border-radius:3px;white-space:nowrap}
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
.day{display:block;font:600 .6875rem/1.3 var(--sans);color:var(--muted)}
.event .name,.event .day{overflow:hidden;text-overflow:ellipsis}
.event .name{display:block;font-size:.875rem}
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
.more{position:absolute;inset-inline:-4px;font:.6875rem/12px var(--sans);text-align:center;color:var(--muted);pointer-events:none}
.axis{position:absolute;inset-inline-start:0;bottom:0;height:26px}
.axis span{position:absolute;top:0;inset-inline-start:0;width:90px;margin-inline-start:-45px;padding-top:8px;text-align:center;font:.75rem/1.3 var(--sans);color:var(--muted);white-space:nowrap}
.axis span:before{content:"";position:absolute;top:0;inset-inline-start:45px;height:5px;border-inline-start:1px solid var(--muted)}
.axis .out{visibility:hidden}
.axis .strong{color:var(--ink);font-weight:600}
.failed{padding:1rem 0;color:var(--muted)}
.none{position:absolute;inset:0;display:grid;place-content:center;justify-items:center;gap:.6rem;color:var(--muted)}
.key{display:flex;flex-wrap:wrap;gap:.1rem .3rem;margin:.4rem -.5rem;font:.8125rem/1 var(--sans)}
.key button{display:inline-flex;align-items:center;gap:.4rem;padding:.5rem;color:var(--muted);border-radius:3px}
.key [aria-pressed=true]{color:var(--ink);font-weight:600;background:var(--soft)}
.chip{display:inline-block;padding:.4rem .7rem;margin:.15rem .3rem .15rem 0;border:1px solid var(--rule);border-radius:2rem;font:.8125rem/1 var(--sans)}
.chip:hover{border-color:var(--ink)}
.key .chip{color:var(--paper);background:var(--ink);border-radius:2rem}
.card{position:relative;margin-top:1rem;padding:1.1rem 1.4rem 1.25rem;background:var(--soft);border-top:2px solid var(--accent)}
.card .close{position:absolute;inset-inline-end:.9rem;top:.7rem;font:.8125rem/1 var(--sans);padding:.5rem;text-decoration:underline}
.card :is(h2,h3,h4,h5,h6){font-size:1.375rem;line-height:1.22;font-weight:600;margin:.2rem 4rem .4rem 0;max-width:36rem;text-wrap:balance}
.when{font:600 .8125rem/1.35 var(--sans)}
.when small{font-weight:400;font-size:.75rem;color:var(--muted);margin-inline-start:.3rem}
.card .sign{vertical-align:-2px}
.meaning,.count,.names,.from{font:.8125rem/1.6 var(--sans);color:var(--muted)}
.count,.names{margin-top:.7rem}
.told{white-space:pre-line}
img{max-width:100%;max-height:20rem}
.proofs li{border-inline-start:2px solid var(--rule);padding-inline-start:1rem;margin-top:.8rem;max-width:42rem}
blockquote{font-size:1.0313rem;line-height:1.55;text-wrap:pretty}
.inside{max-height:22rem;overflow:auto;margin-top:.4rem}
.inside button{display:grid;grid-template-columns:14px 8.5rem 1fr;gap:.7rem;align-items:baseline;width:100%;padding:.45rem 0}
.inside button:hover .name{text-decoration:underline}
@media (max-width:42rem){.stage{height:var(--dateline-height,238px)}.inside button{grid-template-columns:14px 1fr}.inside .name{grid-column:2}}
@media (forced-colors:active){.block{background:CanvasText}.glyph.asserted{fill:CanvasText}}
${GLYPHS}`.replace(/\n/g, '');
