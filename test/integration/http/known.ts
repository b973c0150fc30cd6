import type { Example } from '../../../shared/http/operation.ts';
import type { Route } from '../../../shared/http/route.ts';
import { BASE, type Service } from './service.ts';

/** Ids of things that exist, for the placeholders of examples. */
export type Known = Readonly<
  Record<'article' | 'event' | 'other' | 'timeline' | 'feed' | 'key' | 'edit' | 'base', string>
>;

/** An article, its events, a public timeline `sample` over them, a feed and a key, all in the collection `sample`. */
export async function known(service: Service, admin: string, slug = 'sample'): Promise<Known> {
  const collection = 'sample';
  const article = await service.call('POST', '/v1/articles', {
    key: admin,
    body: {
      text: `In ${slug} the old bridge was opened on 12 May 1937. A storm destroyed the harbour on 3 July 1951. The council planned to close the bridge in 2012.`,
      publishedAt: '2013-03-02',
      title: 'Bridges',
      tags: ['bridges'],
      collection,
    },
  });
  await service.process();
  const { json } = await service.call('GET', `/v1/articles/${article.json.id}`, { key: admin });
  await service.call('PUT', `/v1/timelines/${slug}`, {
    key: admin,
    body: { title: 'Sample', visibility: 'public', collection, query: {} },
  });
  const feed = await service.call('POST', '/v1/feeds', {
    key: admin,
    body: { url: `https://example.org/${slug}.rss`, collection },
  });
  const key = await service.call('POST', '/v1/keys', {
    key: admin,
    body: { scopes: ['read'], collections: [collection] },
  });
  return {
    article: article.json.id,
    event: json.events[0].id,
    other: json.events[1].id,
    timeline: slug,
    feed: feed.json.id,
    key: key.json.id,
    edit: 'none',
    base: BASE,
  };
}

/** The address of an example, its placeholders filled. */
export function addressOf(
  route: Route,
  { params = {}, query = {} }: Pick<Example, 'params' | 'query'>,
  ids: Known,
): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => fill(params[name] ?? 'unknown', ids));
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, values]) =>
      [values].flat().map((value) => [name, fill(value, ids)] as [string, string]),
    ),
  ).toString();
  return search ? `${path}?${search}` : path;
}

/** A text with every `{name}` that is known replaced. */
export const fill = (text: string, ids: Known): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => ids[name as keyof Known] ?? whole);
