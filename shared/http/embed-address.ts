import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../timeline/view.ts';
import { invalidRequest } from './problem.ts';

/**
 * The timeline of an embed address.
 *
 * @throws DatelineError `request.invalid` for an address that is not an embed of this service.
 */
export function embedOf(
  address: string,
  baseUrl: string,
): {
  readonly slug: string;
  readonly token: string | undefined;
  readonly lang: InterfaceLanguage | undefined;
} {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const slug = /^\/embed\/([a-z0-9_-]{1,64})$/.exec(url?.pathname ?? '')?.[1];
  if (url?.origin !== new URL(baseUrl).origin || slug === undefined) {
    throw invalidRequest([
      { in: 'query', field: 'url', message: `must be an address such as ${baseUrl}/embed/sample` },
    ]);
  }
  const lang = INTERFACE_LANGUAGES.find((known) => known === url.searchParams.get('lang'));
  return { slug, token: url.searchParams.get('token') ?? undefined, lang };
}
