import { escapeMarkup } from '../../display/markup.ts';
import { urlPart } from '../../display/web-url.ts';
import { embedUrl, iframeHtml } from '../embed/oembed.ts';

/** A text to paste elsewhere, with instructions. */
export interface Snippet {
  readonly name: string;
  /** Where to paste it, for a first-time user. */
  readonly where: string;
  readonly text: string;
}

/** The frame before this script gets the height that its page reports; messages of other windows are ignored. */
const growingFrame = (frame: string): string =>
  `${frame}
<script>
(function (frame) {
  addEventListener('message', function (event) {
    if (event.source === frame.contentWindow && event.data.dateline === 'height') frame.style.height = event.data.height + 'px';
  });
})(document.currentScript.previousElementSibling);
</script>`;

/** Ways to show a timeline elsewhere: an iframe, the web component, an image, a Grafana text panel, a link for oEmbed. */
export function snippetsOf(of: {
  readonly baseUrl: string;
  readonly slug: string;
  readonly title: string;
  readonly token?: string;
}): readonly Snippet[] {
  const token = of.token === undefined ? '' : `?token=${urlPart(of.token)}`;
  const api = `${of.baseUrl}/v1/timelines/${urlPart(of.slug)}`;
  const page = embedUrl(of);
  const title = escapeMarkup(of.title);
  return [
    { name: 'Page', where: 'For any page or CMS that accepts HTML.', text: iframeHtml(of, '100%', 560) },
    {
      name: 'Page that grows',
      where: 'The same with scripts: the frame takes the height of its content, so that only the page scrolls.',
      text: growingFrame(iframeHtml(of, '100%', 560)),
    },
    {
      name: 'Web component',
      where:
        'For a page of your own: it uses the page’s fonts and colours, and reports the events that readers select.',
      text: [
        `<script type="module" src="${escapeMarkup(of.baseUrl)}/embed.js"></script>`,
        `<dateline-timeline src="${escapeMarkup(api + token)}">`,
        `  <a href="${escapeMarkup(page)}">${title}</a>`,
        '</dateline-timeline>',
      ].join('\n'),
    },
    {
      name: 'Image',
      where: 'Where only images are allowed: Markdown, wikis, mail.',
      text: `<a href="${escapeMarkup(page)}"><img src="${escapeMarkup(`${api}/events.svg${token}`)}" alt="${title}" width="968"></a>`,
    },
    {
      name: 'Grafana',
      where: 'In a text panel, mode HTML. Grafana needs disable_sanitize_html = true for an iframe.',
      text: `<iframe src="${escapeMarkup(page)}" title="${title}" width="100%" height="100%" sandbox="allow-scripts allow-popups" credentialless style="border:0"></iframe>`,
    },
    { name: 'Link', where: 'WordPress, Ghost and others turn it into the timeline by oEmbed.', text: page },
  ];
}
