import { escapeMarkup } from '../../display/markup.ts';
import { urlPart } from '../../display/web-url.ts';
import type { InterfaceLanguage } from '../../timeline/view.ts';

/** Fields of a timeline that oEmbed needs. */
export interface OembedModel {
  readonly baseUrl: string;
  readonly slug: string;
  readonly title: string;
  readonly token?: string;
  readonly lang?: InterfaceLanguage;
  /** Largest size that the embedding page allows, in pixels; default 800 × 600. */
  readonly maxwidth?: number;
  readonly maxheight?: number;
}

/** The address of a timeline's page. */
export function embedUrl({
  baseUrl,
  slug,
  token,
  lang,
}: Pick<OembedModel, 'baseUrl' | 'slug' | 'token' | 'lang'>): string {
  const params = Object.entries({ lang, token }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${urlPart(value)}`],
  );
  return `${baseUrl}/embed/${urlPart(slug)}${params.length > 0 ? `?${params.join('&')}` : ''}`;
}

/** The iframe that embeds a timeline: it may run the widget and open articles in a new tab, and nothing else. */
export const iframeHtml = (
  model: Pick<OembedModel, 'baseUrl' | 'slug' | 'token' | 'lang' | 'title'>,
  width: string | number,
  height: number,
): string =>
  `<iframe src="${escapeMarkup(embedUrl(model))}" title="${escapeMarkup(model.title)}" width="${width}" height="${height}" ` +
  'loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" style="border:0"></iframe>';

/**
 * The oEmbed answer (type `rich`) for a timeline.
 *
 * @see https://oembed.com/ §2.3.4
 */
export function writeOembed(model: OembedModel): Readonly<Record<string, string | number>> {
  const width = Math.min(800, model.maxwidth ?? 800);
  const height = Math.min(600, model.maxheight ?? 600);
  return {
    version: '1.0',
    type: 'rich',
    title: model.title,
    provider_name: 'Dateline',
    provider_url: model.baseUrl,
    cache_age: 300,
    width,
    height,
    html: iframeHtml(model, width, height),
  };
}
