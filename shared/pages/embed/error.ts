import { markup, trusted, written } from '../../display/markup.ts';
import type { InterfaceLanguage } from '../../timeline/view.ts';
import { EMBED_CSS } from './styles.ts';

/** An error page: `title` names the error in a few words, `detail` says what to do. */
export interface ErrorPageModel {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly baseUrl: string;
  readonly lang: InterfaceLanguage;
}

/** A page for a reader with a wrong or expired link. Send it with `embedCsp`; it shows only the fields of the model. */
export const writeErrorPage = ({ status, title, detail, baseUrl, lang }: ErrorPageModel): string =>
  written(markup`<!doctype html>
<html lang="${lang}" data-theme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${trusted(EMBED_CSS)}</style>
</head>
<body>
<main class="page">
<header class="top"><p class="kicker">${status}</p><h1>${title}</h1><p class="standfirst">${detail}</p></header>
<footer class="foot"><p><a href="${baseUrl}/" target="_blank" rel="noopener">Dateline</a></p></footer>
</main>
</body>
</html>
`);
