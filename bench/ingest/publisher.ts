import { seeded } from '../random.ts';

/** Careless styles of publishers. Every style leaves at least one field by which an article can be recognised. */
export interface Style {
  readonly name: string;
  readonly format: 'rss' | 'atom' | 'json';
  readonly guid: 'opaque' | 'permalink' | 'one for all' | 'none' | 'new at every edit';
  /** `token`: a fresh query parameter at every request. `trackers`: utm and the like, changing. `slug`: the title is in the address and follows it. */
  readonly link: 'clean' | 'trackers' | 'token' | 'slug' | 'home page' | 'anchor';
  readonly hasDates: boolean;
  /** Whether only the page has the article's text. */
  readonly isTeaser?: true;
  /** Changes that this publisher makes. A title does not change if it is the only field by which an article can be recognised. */
  readonly edits: readonly ('title' | 'body' | 'address')[];
}

// biome-ignore format: a table
export const STYLES: readonly Style[] = [
  { name: 'a careful one', format: 'rss', guid: 'opaque', link: 'clean', hasDates: true, edits: ['title', 'body', 'address'] },
  { name: 'a careful one in Atom', format: 'atom', guid: 'opaque', link: 'slug', hasDates: true, edits: ['title', 'body', 'address'] },
  { name: 'a careful one in JSON', format: 'json', guid: 'permalink', link: 'clean', hasDates: true, edits: ['title', 'body'] },
  { name: 'trackers in links', format: 'rss', guid: 'opaque', link: 'trackers', hasDates: true, edits: ['title', 'body'] },
  { name: 'a token in links', format: 'rss', guid: 'opaque', link: 'token', hasDates: true, edits: ['title', 'body'] },
  { name: 'a token in links and no GUID', format: 'rss', guid: 'none', link: 'token', hasDates: true, edits: ['body'] },
  { name: 'one GUID for all', format: 'rss', guid: 'one for all', link: 'clean', hasDates: true, edits: ['title', 'body'] },
  { name: 'one GUID and one link for all', format: 'rss', guid: 'one for all', link: 'home page', hasDates: true, edits: ['body'] },
  { name: 'the home page as link', format: 'rss', guid: 'opaque', link: 'home page', hasDates: true, edits: ['title', 'body'] },
  { name: 'a GUID that changes with every edit', format: 'rss', guid: 'new at every edit', link: 'clean', hasDates: true, edits: ['title', 'body'] },
  { name: 'neither GUID nor dates', format: 'rss', guid: 'none', link: 'clean', hasDates: false, edits: ['title', 'body'] },
  { name: 'teasers, articles on pages', format: 'rss', guid: 'opaque', link: 'clean', hasDates: true, isTeaser: true, edits: ['title', 'body', 'address'] },
  { name: 'anchors on one page', format: 'atom', guid: 'opaque', link: 'anchor', hasDates: true, edits: ['title', 'body'] },
];

export interface Story {
  /** Stands in the text, so that an article can be traced back: `story-12-7`. */
  readonly token: string;
  readonly publishedMs: number;
  revision: number;
  title: string;
  slug: string;
}

const WINDOW = 20;
const HOUR = 3_600_000;

/** A site with one feed, or two that share stories, over a week of its own making. The same seed gives the same week. */
export function createPublisher(number: number, style: Style, startMs: number, port: number) {
  const random = seeded(number * 7919 + 13);
  const host = `site${number}.test`;
  const authority = `${host}:${port}`;
  /** From one article a day to eight. */
  const gapMs = HOUR * (3 + 21 * random());
  const stories: Story[] = [];
  let nextMs = startMs - WINDOW * gapMs;
  let renderings = 0;

  const publish = (atMs: number) => {
    const n = stories.length;
    stories.unshift({
      token: `story-${number}-${n}`,
      publishedMs: Math.floor(atMs / 1000) * 1000,
      revision: 0,
      title: `Report ${n} from place ${number}`,
      slug: `report-${n}`,
    });
  };

  /** Advances the time: new stories, and changes to old ones. */
  function live(untilMs: number): void {
    while (nextMs <= untilMs) {
      publish(nextMs);
      nextMs += gapMs * (0.5 + random());
      const edited = stories[Math.floor(random() * Math.min(stories.length, WINDOW))];
      if (edited !== undefined && random() < 0.25) edit(edited);
    }
  }

  function edit(story: Story): void {
    const kind = style.edits[Math.floor(random() * style.edits.length)];
    story.revision += 1;
    if (kind === 'title')
      story.title = `${story.title.replace(/,.*/, '')}, as known after correction ${story.revision}`;
    if (kind === 'address') story.slug = `${story.slug}-moved`;
  }

  /** Current items of the feed: the newest ones, now and then an old one again, one listed twice, or out of order. */
  function shown(): readonly Story[] {
    const window = stories.slice(0, WINDOW);
    const old = stories[WINDOW + Math.floor(random() * WINDOW)];
    if (random() < 0.15 && old !== undefined) window.push(old);
    if (random() < 0.1 && window[3] !== undefined && style.guid !== 'one for all') window.push(window[3]);
    if (random() < 0.2) window.reverse();
    return window;
  }

  function item(story: Story, isSection: boolean): Item {
    renderings += 1;
    const path = style.link === 'slug' ? `${story.slug}-${story.title.replace(/\W+/g, '-').toLowerCase()}` : story.slug;
    const clean = `http://${authority}/news/${path}`;
    const links: Record<Style['link'], string> = {
      clean,
      slug: clean,
      trackers: `${isSection ? 'https' : 'http'}://www.${authority}/news/${path}/?utm_source=rss&utm_content=${renderings}#at-${renderings}`,
      token: `${clean}?session=${(renderings * 2_654_435_761) % 4_294_967_296}`,
      'home page': `http://${authority}/`,
      anchor: `http://${authority}/notes#${story.slug}`,
    };
    const guids: Record<Style['guid'], string | undefined> = {
      opaque: `id-${story.token}`,
      permalink: clean,
      'one for all': `http://${authority}/`,
      none: undefined,
      'new at every edit': `id-${story.token}-${story.revision}`,
    };
    return {
      link: links[style.link],
      guid: guids[style.guid],
      title: story.title,
      at: style.hasDates ? new Date(story.publishedMs).toISOString() : undefined,
      body: style.isTeaser ? `State ${story.revision} of it, in a line. Read more…` : bodyOf(story),
    };
  }

  /** The page of a story, wherever it is now or has been. */
  function page(path: string): string | undefined {
    const story = stories.find(
      ({ slug }) => path === `/news/${slug}` || slug.startsWith(`${path.slice('/news/'.length)}-moved`),
    );
    if (story === undefined) return undefined;
    return `<!doctype html><html><head><title>${story.title}</title></head><body><article><h1>${story.title}</h1><p>${bodyOf(story)}</p></article></body></html>`;
  }

  return { host, style, stories, live, shown, item, page, random };
}

export type Publisher = ReturnType<typeof createPublisher>;

export interface Item {
  readonly link: string;
  readonly guid: string | undefined;
  readonly title: string;
  readonly at: string | undefined;
  readonly body: string;
}

/** About 1,500 characters, long enough to be read as the article, with the story's id and revision. */
export function bodyOf({ token, revision, publishedMs }: Pick<Story, 'token' | 'revision' | 'publishedMs'>): string {
  const year = 1850 + (publishedMs % 97);
  const sentence = (n: number) =>
    `In ${year + n} the harbour board wrote its account number ${n} and sent it to the ministry.`;
  return `This is ${token} revision ${revision}. ${Array.from({ length: 17 }, (_, n) => sentence(n)).join(' ')}`;
}
