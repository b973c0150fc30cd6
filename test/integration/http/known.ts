import type { Example } from '../../../shared/http/operation.ts';
import type { Route } from '../../../shared/http/route.ts';
import { BASE, type Service } from './service.ts';

/** Ids of things that exist, for the `example-…` ids of the examples. */
export type Known = Readonly<
  Record<'article' | 'event' | 'other' | 'timeline' | 'feed' | 'webhook' | 'key' | 'edit' | 'merged' | 'note', string>
>;

/** An article, its events, a public timeline `sample` over them, a feed and a key, all in a collection of the same name. */
export async function known(
  service: Pick<Service, 'call' | 'process'>,
  admin: string,
  slug = 'sample',
): Promise<Known> {
  const collection = slug;
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
  const webhook = await service.call('POST', '/v1/webhooks', {
    key: admin,
    body: { url: `https://example.org/${slug}-hook`, collection },
  });
  const key = await service.call('POST', '/v1/keys', {
    key: admin,
    body: { scopes: ['read'], collections: [collection] },
  });
  const note = await service.call('POST', '/v1/events', {
    key: admin,
    body: { title: `The ferry of ${slug} is sold`, date: '1938', collection },
  });
  const [event, other] = json.events.map(({ id }: { id: string }) => id);
  return {
    article: article.json.id,
    event,
    other,
    timeline: slug,
    feed: feed.json.id,
    webhook: webhook.json.id,
    key: key.json.id,
    note: note.json.id,
    edit: 'none',
    merged: 'none',
  };
}

/** The address of an example, its ids filled. */
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

/** A text with every example id replaced by one that exists. */
export const fill = (text: string, ids: Known): string =>
  text
    .replace(/\bexample-(\w+)/g, (whole, name: string) => ids[name as keyof Known] ?? whole)
    .replace('https://dateline.example', BASE);

/** The same, with one event edited and another merged, for the examples that undo and split. */
export async function edited(service: Pick<Service, 'call'>, admin: string, ids: Known): Promise<Known> {
  const patched = await service.call('PATCH', `/v1/events/${ids.other}`, { key: admin, body: { pinned: true } });
  const { json } = await service.call('GET', `/v1/articles/${ids.article}`, { key: admin });
  const merged = await service.call('POST', `/v1/events/${ids.event}/merge`, {
    key: admin,
    body: { with: [json.events[2].id] },
  });
  return { ...ids, edit: patched.json.edit, merged: merged.json.id };
}
