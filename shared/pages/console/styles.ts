import { colours, FONTS, GLYPHS } from '../embed/palette.ts';
import { LIST_CSS, MAP_CSS, MAPS_CSS } from '../embed/styles.ts';

const CONSOLE = `
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans)}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:0 1.5rem;padding:.4rem clamp(1rem,4vw,2.5rem);border-bottom:1px solid var(--rule)}
.bar .mark{font:600 1.25rem/1 var(--serif);text-decoration:none;padding:.6rem 0;letter-spacing:-.01em}
.bar nav{display:flex;gap:0 1.25rem;overflow-x:auto;flex:1;font-size:.9375rem}
.bar nav a{text-decoration:none;color:var(--muted);padding:.7rem 0 .6rem;white-space:nowrap;border-bottom:2px solid transparent}
.bar nav a:hover{color:var(--ink)}
.bar nav a[aria-current]{color:var(--ink);border-color:var(--accent)}
.who{position:relative;font-size:.875rem}
.who summary{cursor:pointer;padding:.6rem 0;color:var(--muted)}
.who>div{position:absolute;inset-inline-end:0;top:100%;z-index:5;width:16rem;padding:1rem;background:var(--paper);border:1px solid var(--rule);box-shadow:0 8px 24px #0002;display:grid;gap:.75rem}
main{max-width:72rem;margin:0 auto;padding:clamp(1.25rem,3vw,2.25rem) clamp(1rem,4vw,2.5rem) 5rem;outline:0}
h1{font:600 clamp(1.6rem,1.2rem + 1.6vw,2.25rem)/1.15 var(--serif);letter-spacing:-.012em;margin:0 0 .5rem;text-wrap:balance}
h2{font:600 1.1875rem/1.3 var(--serif);margin:0 0 .5rem}
h3{font:600 .9375rem/1.4 var(--sans);margin:0}
.lead{max-width:44rem;color:var(--muted);margin:0 0 1.5rem;text-wrap:pretty}
.facts,.note{font-size:.875rem;color:var(--muted);margin:.15rem 0}
label{display:grid;gap:.25rem;font-size:.8125rem;font-weight:600;color:var(--muted)}
input,textarea,select{font:1rem/1.4 var(--sans);color:var(--ink);background:var(--paper);border:1px solid var(--muted);border-radius:3px;padding:.5rem .6rem;min-width:0;width:100%}
input[type=radio],input[type=checkbox]{width:1.1rem;height:1.1rem;flex:none;margin:.1rem 0 0;accent-color:var(--accent)}
textarea{font:1.0625rem/1.6 var(--serif);resize:vertical;padding:.9rem 1rem}
textarea.over{outline:2px dashed var(--accent);outline-offset:3px}
::placeholder{color:var(--muted);opacity:1}
fieldset{border:0;padding:0;margin:0;display:grid;gap:.4rem}
fieldset label{display:flex;gap:.5rem;font-weight:400;font-size:.9375rem;color:var(--ink)}
legend{font-size:.8125rem;font-weight:600;color:var(--muted);padding:0;margin-bottom:.3rem}
button{font:600 .9375rem/1.2 var(--sans);color:var(--ink);background:none;border:1px solid var(--muted);border-radius:3px;padding:.6rem .95rem;cursor:pointer}
button:hover{border-color:var(--ink);background:var(--soft)}
button.first{background:var(--ink);border-color:var(--ink);color:var(--paper)}
button.first:hover{background:var(--accent);border-color:var(--accent)}
button.quiet{border-color:transparent;color:var(--muted);padding-inline:.3rem;text-decoration:underline;text-decoration-color:var(--rule);text-underline-offset:.18em;font-weight:400}
button[aria-busy=true]{opacity:.6;cursor:progress}
.row{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:end}
.row label{flex:1 1 11rem}
.row .grow,.grow{flex:3 1 16rem}
.acts{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:.75rem 0 0}
.paste{display:grid;gap:.9rem}
.file{font-weight:400;white-space:nowrap;display:flex!important;flex-wrap:wrap;align-items:center;gap:.6rem;flex:1 1 18rem}
.file input{border:0;padding:.3rem 0;width:auto;min-width:0}
::file-selector-button{font:600 .875rem/1.2 var(--sans);color:var(--ink);background:none;border:1px solid var(--muted);border-radius:3px;padding:.5rem .8rem;margin-inline-end:.6rem;cursor:pointer}
.notice{background:var(--soft);border-inline-start:3px solid var(--accent);padding:.7rem 1rem;margin:.75rem 0;font-size:.9375rem}
.notice progress{width:5rem;margin-inline-end:.5rem;accent-color:var(--accent)}
.why{color:var(--accent);font-size:.9375rem;margin:.3rem 0}
.empty{padding:2.5rem 0;color:var(--muted);max-width:36rem}
.empty p:first-child{font:1.1875rem/1.4 var(--serif);color:var(--ink);margin:0 0 .25rem}
.empty p{margin:0 0 .5rem}
.shelf{margin-top:3rem;border-top:1px solid var(--rule);padding-top:1.25rem}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:0 2rem}
.cards a{display:block;text-decoration:none;padding:.8rem 0;border-top:1px solid var(--rule)}
.cards strong{display:block;font:600 1.125rem/1.3 var(--serif)}
.cards a:hover strong{text-decoration:underline}
.cards small{color:var(--muted);font-size:.8125rem}
#reading{margin-top:2.5rem;border-top:2px solid var(--ink);padding-top:1rem}
.reading{display:grid;grid-template-columns:minmax(0,1.35fr) minmax(0,1fr);gap:1rem 3rem;align-items:start;margin-top:1.25rem}
.reading>:last-child{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto}
.text{font:1.0625rem/1.7 var(--serif);white-space:pre-wrap;overflow-wrap:break-word}
.said{text-decoration:none;background:linear-gradient(var(--soft),var(--soft));border-radius:2px}
.said.on,.said:hover{background:var(--soft);box-shadow:0 2px 0 var(--accent)}
.spot{scroll-margin-top:4rem}
.found li{display:grid;grid-template-columns:14px 1fr;gap:.75rem;padding:.7rem 0;border-top:1px solid var(--rule)}
.found li.on,.found li:target{background:var(--soft);box-shadow:-8px 0 0 var(--soft),8px 0 0 var(--soft)}
.found .when{text-align:start;padding:0}
.found h3{font:600 1.0313rem/1.35 var(--serif)}
.found h3 a{text-decoration:none}
.found h3 a:hover{text-decoration:underline}
.found .sign{margin-top:.15rem}
.search{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:end;margin-bottom:1.5rem}
.search label:not(.grow){flex:0 1 9rem}
.browse{display:grid;grid-template-columns:13rem minmax(0,1fr);gap:1rem 3rem;align-items:start}
.facets summary{display:none}
.facets section+section{margin-top:1.25rem}
.facets h2{font:600 .8125rem/1.4 var(--sans);margin:0;color:var(--muted);padding-bottom:.3rem;border-bottom:1px solid var(--rule)}
.facets a{display:flex;justify-content:space-between;gap:.75rem;padding:.3rem 0;text-decoration:none;font-size:.9375rem}
.facets a span:first-child{overflow:hidden;text-overflow:ellipsis}
.facets a:hover span:first-child{text-decoration:underline}
.facets a[aria-current]{font-weight:600;color:var(--accent)}
.facets small{color:var(--muted);font-variant-numeric:tabular-nums}
.results .count{font-size:.9375rem;color:var(--muted);margin:1rem 0 0}
.results .periods{margin-top:.5rem}
.periods h3,blockquote,.window{font-family:var(--serif)}
.map{font-family:var(--serif)}
.save{margin-top:2rem;border-top:1px solid var(--rule);padding-top:1rem}
.save summary{cursor:pointer;font-weight:600;padding:.3rem 0}
.save form,.keyform{display:grid;gap:.9rem;max-width:30rem;margin-top:1rem}
.keyform{margin-bottom:2rem}
.save button,.keyform button{justify-self:start}
:is(.save,.edit) fieldset>label:has(>input:not([type])),:is(.save,.edit) fieldset>label:has(>[type=url]){display:grid;gap:.25rem;font-size:.8125rem;font-weight:600;color:var(--muted)}
.keyform .note{margin-top:-.6rem}
.one .when{text-align:start;font-size:.9375rem}
.one .when small{display:inline}
.one .sign{vertical-align:-2px}
.desk{display:grid;grid-template-columns:minmax(0,1.6fr) minmax(0,1fr);gap:1.5rem 3.5rem;margin-top:1.5rem;align-items:start}
.desk .proofs li:first-child{margin-top:.25rem}
.edit form{display:grid;gap:.6rem;margin-bottom:1.25rem;justify-items:start}
.edit form label{width:100%}
.edit .acts{margin:0 0 1.5rem}
.edit fieldset{width:100%}
.edit{border-inline-start:1px solid var(--rule);padding-inline-start:2rem}
.history{font-size:.875rem;color:var(--muted)}
.history li{padding:.2rem 0}
dl{display:grid;grid-template-columns:auto 1fr;gap:.35rem 1.25rem;font-size:.9375rem;margin:1.75rem 0 0}
dt{color:var(--muted)}
dd{margin:0}
dd code{white-space:nowrap}
code{font:.875em/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace}
.preview{width:100%;max-width:100%;height:34rem;border:1px solid var(--rule);margin:.5rem 0 2rem;display:block}
label.check{display:flex;gap:.5rem;font-weight:400;font-size:.9375rem;color:var(--ink)}
.bounds{margin:.25rem 0}
.bounds .days{fill:var(--reach)}
.bounds text{font:.75rem var(--sans);fill:var(--muted)}
.bounds figcaption{font-size:.875rem;color:var(--muted)}
[aria-pressed=true]{background:var(--soft);border-color:var(--ink)}
.tabs{display:flex;gap:1.25rem;border-bottom:1px solid var(--rule);margin:0 0 .5rem}
.tabs a{text-decoration:none;color:var(--muted);padding:.5rem 0;border-bottom:2px solid transparent}
.tabs a[aria-current]{color:var(--ink);border-color:var(--accent)}
.feeds h2 a{text-decoration:none}
.feeds h2 a:hover{text-decoration:underline}
.editor{border-block:1px solid var(--rule);margin:0 0 2rem}
.editor>summary{cursor:pointer;font:600 1.1875rem/1.3 var(--serif);padding:.9rem 0}
.editor form{display:grid;gap:1.75rem;padding:0 0 1.25rem}
.editor fieldset>label{display:grid;gap:.25rem;font-size:.8125rem;font-weight:600;color:var(--muted)}
.editor legend{font:600 1rem/1.4 var(--sans);color:var(--ink)}
.editor legend .count{font-weight:400;color:var(--accent);margin-inline-start:.75rem}
.pair{grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.75rem 1rem}
.pair .wide{grid-column:1/-1}
.pair .row label{display:flex;flex:0 0 auto;align-items:center}
.rows{width:100%;border-collapse:collapse;font-size:.9375rem}
.rows th{text-align:start;font-size:.8125rem;color:var(--muted);padding:.3rem .5rem .3rem 0}
.rows td{border-top:1px solid var(--rule);padding:.35rem .5rem .35rem 0;vertical-align:middle}
.rows td:nth-child(2){width:55%}
.rows td:nth-child(n+3){text-align:center;width:5rem}
.rows input:not([type=checkbox]){padding:.3rem .5rem}
.snippets{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1.5rem 2.5rem}
.snippets section{min-width:0}
pre{background:var(--soft);padding:.8rem 1rem;white-space:pre-wrap;overflow-wrap:anywhere;margin:.4rem 0 .6rem;border-radius:3px}
.feeds,.keys{margin-top:1.5rem}
.feeds>li{display:grid;grid-template-columns:6rem 1fr;gap:1rem;padding:1.1rem 0;border-top:1px solid var(--rule)}
.feeds .facts,.feeds h2{overflow-wrap:anywhere}
.feeds details{margin-top:.9rem;font-size:.9375rem}
.edit details{margin-bottom:.75rem}
.feeds summary{cursor:pointer}
.log{margin-top:.5rem}
.log>li{padding:.6rem 0}
.log p{margin:0}
.state{margin:0;font-weight:600;font-size:.875rem;display:flex;gap:.5rem;align-items:center;align-self:start;padding-top:.15rem}
.state:before{content:"";width:.65rem;height:.65rem;border-radius:50%;border:2px solid var(--later);flex:none}
.state.good:before{background:var(--later)}
.state.poor:before{border-color:var(--guess);border-radius:0;transform:rotate(45deg)}
.state.bad{color:var(--accent)}
.state.bad:before{border-color:var(--accent);background:var(--accent);border-radius:0}
.keys li{display:flex;justify-content:space-between;gap:1rem;padding:.9rem 0;border-top:1px solid var(--rule);align-items:start}
.keys li.over{color:var(--muted)}
.keys h2,.feeds h2{margin:0}
#said{position:fixed;inset-inline:0;bottom:1.25rem;margin:auto;width:fit-content;max-width:calc(100vw - 2rem);z-index:9}
#said p{background:var(--ink);color:var(--paper);padding:.75rem 1.1rem;border-radius:4px;margin:0;display:flex;gap:1rem;align-items:center;font-size:.9375rem}
#said button{color:inherit;border-color:currentColor;padding:.35rem .7rem}
#said button:hover{background:none;text-decoration:underline}
.skip{position:absolute;inset-inline-start:-99rem}
.skip:focus{inset-inline-start:1rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:9}
.choices{max-height:16rem;overflow:auto;display:grid;gap:.4rem}
@media (max-width:52rem){
.reading,.browse,.desk{grid-template-columns:minmax(0,1fr)}
.reading>:last-child{position:static;max-height:none}
.edit{border:0;padding:0}
.facets summary{display:list-item;cursor:pointer;font-weight:600;padding:.4rem 0}
.facets[open]{border-bottom:1px solid var(--rule);padding-bottom:1rem}
.bar nav{order:3;flex-basis:100%;flex-wrap:wrap}
.rows thead{display:none}
.rows tr{display:grid;grid-template-columns:1fr auto auto;gap:.25rem .9rem;align-items:center;border-top:1px solid var(--rule);padding:.5rem 0}
.rows td,.rows td:nth-child(n){border:0;padding:0;width:auto}
.rows td:nth-child(2){grid-row:2;grid-column:1/-1}
.rows td:nth-child(3):before{content:"Leave out "}
.rows td:nth-child(4):before{content:"Key moment "}
.rows td:nth-child(n+3){display:flex;gap:.3rem;font-size:.8125rem;color:var(--muted)}
.who{margin-inline-start:auto}
.feeds>li{grid-template-columns:1fr;gap:.25rem}
}`;

/** The stylesheet of the console, served at /assets/console.css. */
export const CONSOLE_CSS =
  `${colours(':root', (theme) => `:root[data-theme=${theme}]`)}:root{${FONTS}}${GLYPHS}${MAP_CSS}${MAPS_CSS}${LIST_CSS}${CONSOLE}`.replace(
    /\n/g,
    '',
  );
