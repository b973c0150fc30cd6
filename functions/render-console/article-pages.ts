import { may } from '../../shared/http/caller.ts';
import { cursorsOf } from '../../shared/http/cursor.ts';
import type { ConsoleBody } from '../../shared/pages/console/model.ts';
import { type ConsoleRequest, notFound, PAGE, type PageServices } from './page-services.ts';

/** The front page, the articles of a collection by status, and one article beside its events. */
export const articlePages = ({ store: { articles, events, timelines }, secrets }: PageServices) => ({
  home: async ({ collection }: ConsoleRequest): Promise<ConsoleBody> => ({
    kind: 'home',
    timelines: (await timelines.list({})).filter((one) => one.collection === collection),
    total: (await events.overview({ collection }, 1)).total,
  }),

  async article({ caller }: ConsoleRequest, id: string): Promise<ConsoleBody> {
    const article = await articles.find(id);
    if (!article || !may(caller, 'admin', article.collection)) return notFound('article');
    return { kind: 'article', article, events: await articles.eventsOf(id) };
  },

  async articles({ raw, collection }: ConsoleRequest): Promise<ConsoleBody> {
    const { searchParams } = new URL(raw.url);
    const status = (['queued', 'done', 'failed'] as const).find((one) => one === searchParams.get('status'));
    const cursors = cursorsOf({ query: { subject: `articles/${collection}/${status}` }, order: 'desc' }, secrets);
    const asked = searchParams.get('cursor');
    const cursor = asked === null ? undefined : await cursors.open(asked).catch(() => undefined);
    const page = await articles.list({
      collections: [collection],
      limit: PAGE,
      ...(status && { status }),
      ...(cursor !== undefined && { cursor }),
    });
    return { kind: 'articles', ...page, next: await cursors.close(page.next), ...(status && { status }) };
  },
});
