import { MAPS } from './map.ts';
import { colours, FONTS, GLYPHS, passOn } from './palette.ts';

/** Styles of the map, on the page and as a stand-alone picture. Labels are positioned and sized in pixels. */
export const MAP_CSS = `
svg.map{display:block;overflow:visible}
.map text{fill:var(--ink);font-family:var(--serif);paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.map .day{font:600 11px var(--sans);fill:var(--muted);font-variant-numeric:tabular-nums}
.map .name{font-size:14px}
.map .name.hypothetical,.map .name.predicted{font-style:italic}
.map .year{font:12px var(--sans);fill:var(--muted);font-variant-numeric:tabular-nums}
.map .year.strong{fill:var(--ink);font-weight:600}
.map a{cursor:pointer}
.map a:hover .name{text-decoration:underline;text-underline-offset:.18em}
.map a:hover .bar{fill:var(--accent)}
.map .hit{fill:transparent}
.bar{fill:var(--bar)}
.edge{fill:var(--muted)}
.axis,.tick{stroke:var(--muted);stroke-width:1}
.stem{stroke:var(--rule);stroke-width:1}
.reach{fill:var(--reach)}
.reach.soft{opacity:.8}
.reach.circa{opacity:.6}`;

/** Shows the widest of a page's maps that fits. */
export const MAPS_CSS = `
.maps{container-type:inline-size}
${MAPS.map(({ name, width }, i) => {
  const next = MAPS[i + 1];
  const others = MAPS.filter((one) => one.name !== name).map((one) => `.maps .${one.name}`);
  const range =
    i === 0 ? `(width<${next?.width}px)` : next ? `(${width}px<=width<${next.width}px)` : `(width>=${width}px)`;
  return `@container ${range}{${others}{display:none}}`;
}).join('\n')}`;

/** Lists of events, sentences and steps, alike on the page and in the console. */
export const LIST_CSS = `
a{color:inherit;text-decoration-color:var(--rule);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2.5px solid var(--accent);outline-offset:2px;border-radius:2px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
h1,h2,h3,h4,h5,h6,p,ol,ul,blockquote{margin:0;padding:0}
ol,ul{list-style:none}
.steps-row{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.25rem 1rem;padding:.6rem 0 .25rem}
.window{font-size:1.125rem;font-weight:600;font-variant-numeric:tabular-nums lining-nums}
.steps{display:flex;flex-wrap:wrap;gap:.25rem 1rem;font:.8125rem/1 var(--sans)}
.step{padding:.5rem 0;display:inline-block;white-space:nowrap}
.step.off{color:var(--muted);text-decoration:none}
.periods{margin-top:1.75rem}
.reaching{margin-top:1.5rem;font:.875rem/1.5 var(--sans)}
.reaching summary{cursor:pointer;color:var(--muted);padding:.3rem 0}
.reaching .events{font:1rem/1.55 var(--serif)}
.periods>li>:is(h2,h3,h4,h5,h6){position:sticky;top:0;z-index:1;background:var(--paper);
font:600 .8125rem/1 var(--sans);letter-spacing:.02em;color:var(--muted);padding:.8rem 0 .6rem;border-bottom:1px solid var(--rule);font-variant-numeric:tabular-nums lining-nums}
.periods>li+li{margin-top:1rem}
.event{display:grid;grid-template-columns:9rem 14px minmax(0,1fr);gap:0 1.1rem;padding:1.05rem 0 0;position:relative;scroll-margin-top:3rem}
.event:before{content:"";position:absolute;inset-block:0;inset-inline-start:calc(10.1rem + 6.5px);width:1px;background:var(--rule)}
.event:last-child:before{inset-block-end:auto;height:2.2rem}
.event:first-child:before{inset-block-start:1.2rem}
.event:only-child:before{content:none}
.event .sign{position:relative;margin-top:.36rem;background:var(--paper);border-radius:50%}
.when{font:600 .8125rem/1.35 var(--sans);padding-top:.28rem;font-variant-numeric:tabular-nums lining-nums;text-align:end}
.when small{display:block;font-weight:400;font-size:.75rem;color:var(--muted)}
.what{padding-bottom:.35rem;max-width:40rem}
.what :is(h2,h3,h4,h5,h6){display:inline;font-size:1.125rem;line-height:1.35;font-weight:600;text-wrap:pretty;margin-inline-end:.5rem}
.what :is(h2,h3,h4,h5,h6) a{text-decoration:none}
.what :is(h2,h3,h4,h5,h6) a:hover{text-decoration:underline}
.event.hypothetical :is(h2,h3,h4,h5,h6),.event.predicted :is(h2,h3,h4,h5,h6){font-style:italic}
blockquote{color:var(--muted);font-size:.9688rem;line-height:1.55;margin-top:.2rem;text-wrap:pretty}
blockquote mark{color:var(--ink)}
.from{font:.8125rem/1.5 var(--sans);color:var(--muted);margin-top:.25rem}
.from cite{font-style:normal}
.names{display:flex;flex-wrap:wrap;gap:0 .9rem;font:.8125rem/1.5 var(--sans)}
.names a{color:var(--muted);padding:.15rem 0}
.told{font-size:.9688rem;line-height:1.55;margin-top:.2rem;text-wrap:pretty;overflow-wrap:anywhere}
.told p+p{margin-top:.5rem}
.picture{margin:.5rem 0;max-width:24rem}
.picture img{display:block;width:100%;aspect-ratio:3/2;object-fit:cover;background:var(--soft);font:.8125rem/1.5 var(--sans);color:var(--muted)}
.picture figcaption{font:.8125rem/1.5 var(--sans);color:var(--muted);margin-top:.3rem}
.picture small{font-size:inherit}
.proofs li{border-inline-start:2px solid var(--rule);padding-inline-start:1rem;margin-top:1rem;max-width:42rem}
.proofs blockquote{color:var(--ink);font-size:1.0313rem}
.pages{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 1rem;margin-top:1.5rem;padding-top:.6rem;
border-top:1px solid var(--rule);font:.875rem/1 var(--sans);color:var(--muted);align-items:baseline}
.pages a{color:var(--ink)}
@media (max-width:40rem){
.minor,.periods>li:not(:has(.event:not(.minor))){display:none}
.event{grid-template-columns:14px minmax(0,1fr);gap:0 .8rem}
.event:before{inset-inline-start:6.5px}
.event .when{grid-column:2;text-align:start;padding:0}
.event .when small{display:inline;margin-inline-start:.4rem}
.event .sign{grid-column:1;grid-row:1;margin-top:.15rem}
.what{grid-column:2}
}`;

const PAGE = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 var(--serif);font-variant-numeric:oldstyle-nums}
.page{max-width:60rem;margin:0 auto;padding:clamp(1rem,3vw,2.25rem) clamp(1rem,4vw,2rem) 1.5rem}
.kicker{font:600 .75rem/1.4 var(--sans);letter-spacing:.05em;text-transform:uppercase;color:var(--accent);font-variant-numeric:tabular-nums}
.kicker .span{color:var(--muted);margin-inline:.75em}
.top :is(h1,h2,h3,h4,h5,h6){font-size:clamp(1.75rem,1.2rem + 2.4vw,2.75rem);line-height:1.12;font-weight:600;letter-spacing:-.012em;margin:.3rem 0 .5rem;text-wrap:balance}
.standfirst{font-size:1.0625rem;color:var(--muted);max-width:42rem;text-wrap:pretty}
.frame{display:block;margin:1.5rem 0 0;padding:0;border-top:2px solid var(--ink)}
.key{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:.4rem 0;font:.8125rem/1 var(--sans)}
.key a{display:inline-flex;align-items:center;gap:.4rem;padding:.45rem 0;text-decoration:none;color:var(--muted)}
.key a:hover,.key a[aria-current]{color:var(--ink);text-decoration:underline}
.key a[aria-current]{font-weight:600}
.filters ul{display:flex;flex-wrap:wrap;gap:.4rem;padding:.9rem 0 0}
.chip{display:inline-block;padding:.4rem .65rem;border:1px solid var(--rule);border-radius:2rem;font:.8125rem/1 var(--sans);text-decoration:none}
.chip small{color:var(--muted);font-size:inherit;font-variant-numeric:tabular-nums}
.chip:hover{border-color:var(--ink)}
.chip.on{background:var(--ink);color:var(--paper);border-color:var(--ink)}
.card{position:relative;margin-top:1.5rem;padding:1.25rem clamp(1rem,3vw,1.75rem) 1.4rem;background:var(--soft);border-top:2px solid var(--accent)}
.card .when{text-align:start}
.card .when small{display:inline;margin-inline-start:.5rem}
.card .sign{vertical-align:-2px}
.card :is(h2,h3,h4,h5,h6){font-size:1.5rem;line-height:1.2;letter-spacing:-.01em;margin:.2rem 0 .4rem;text-wrap:balance;max-width:36rem}
.card .picture{max-width:36rem}
.card .picture img{object-fit:contain}
.card .close{position:absolute;inset-inline-end:1.25rem;top:1rem;font:.8125rem/1 var(--sans);padding:.5rem 0}
.beside{display:flex;justify-content:space-between;gap:1rem;margin-top:.9rem;font:.8125rem/1 var(--sans)}
.beside :only-child[href]{margin-inline-end:auto}
.search{display:flex;gap:.4rem;margin-top:.9rem;font:.8125rem/1 var(--sans)}
.search :is(input,button){font:inherit;color:inherit;background:none;border:1px solid var(--muted);border-radius:3px;padding:.4rem .5rem;min-width:0}
.card .count,.meaning,.others{font:.8125rem/1.5 var(--sans);color:var(--muted)}
.note{font:.8125rem/1.5 var(--sans);color:var(--muted);padding-top:1.25rem}
.note+.periods{margin-top:.75rem}
.nothing{padding:3rem 0;font-size:1.125rem;color:var(--muted)}
.foot{margin-top:2.5rem;padding-top:.9rem;border-top:1px solid var(--rule);font:.8125rem/1.6 var(--sans);color:var(--muted);display:flex;flex-wrap:wrap;gap:.25rem 2rem;justify-content:space-between}
.foot a{padding-block:.2rem}
.formats a{margin-inline-start:.35rem}
@media (forced-colors:active){.bar,.reach{fill:CanvasText}.glyph.asserted{fill:CanvasText}.chip.on{border:2px solid}}
@media print{.search,.beside,.steps,.filters,.formats,.key,.close,.pages{display:none}.periods>li>*{position:static}.event{break-inside:avoid}body{background:none}}`;

/** The complete stylesheet of the embed page. Its hash is in the page's CSP, so it must reach the page unchanged. */
export const EMBED_CSS =
  `${colours(':root', (theme) => `:root[data-theme=${theme}]`)}:root{${FONTS}}.page{${passOn()}}${GLYPHS}${MAP_CSS}${MAPS_CSS}${LIST_CSS}${PAGE}`.replace(
    /\n/g,
    '',
  );
