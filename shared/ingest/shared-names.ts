import type { FeedItem } from '../formats/feeds/feed-document.ts';
import { normaliseUrl, urlIdentity } from './article-url.ts';
import type { FeedMemory } from './feed-memory.ts';
import { mark } from './item-ledger.ts';

/** The address of an item without trackers and fragment, if any. */
export function linkOf(item: FeedItem): string | undefined {
  return item.link === undefined ? undefined : normaliseUrl(item.link);
}

/**
 * Finds addresses and ids of a feed that several items share and that therefore identify nothing: one GUID for all
 * items, the home page as every link, one page with anchors. Once shared, always shared.
 */
export function findSharing(items: readonly FeedItem[], before: FeedMemory) {
  const rows = withoutRepeats(
    items.map((item) => {
      const link = linkOf(item);
      return {
        link: mark(link === undefined ? undefined : urlIdentity(link)),
        guid: mark(item.guid),
        title: item.title ?? '',
      };
    }),
  );
  const links = new Set(before.sharedLinks);
  const guids = new Set(before.sharedGuids);
  for (const group of groups(rows, 'link')) {
    // Two items with one address and one id are an article listed twice, unless there are more with many titles.
    if (distinct(group, 'title') > 1 && (distinct(group, 'guid') > 1 || hasNo(group, 'guid') || isCrowd(group)))
      links.add(group[0]?.link ?? 0);
  }
  for (const group of groups(rows, 'guid')) {
    if (distinct(group, 'title') > 1 && (distinct(group, 'link') > 1 || hasNo(group, 'link') || isCrowd(group)))
      guids.add(group[0]?.guid ?? 0);
  }
  const named = rows.filter(({ guid }) => guid !== 0);
  const inShared = named.filter(({ guid }) => guids.has(guid)).length;
  const guidsAreShared = before.guids === 'shared' || (inShared > 1 && inShared * 2 > named.length);
  const seen = new Set(named.map(({ guid }) => guid)).size > 1 ? 'unique' : before.guids;
  return {
    links,
    guids,
    guidsAreShared,
    memory: { sharedLinks: [...links], sharedGuids: [...guids], guids: guidsAreShared ? ('shared' as const) : seen },
  };
}

interface Row {
  readonly link: number;
  readonly guid: number;
  readonly title: string;
}

/** An item that is listed twice is no evidence for shared ids. */
const withoutRepeats = (rows: readonly Row[]): readonly Row[] => [
  ...new Map(rows.map((row) => [JSON.stringify(row), row])).values(),
];

/** Groups of items that have a hash in common. */
function groups(rows: readonly Row[], by: 'link' | 'guid'): readonly (readonly Row[])[] {
  const all = new Map<number, Row[]>();
  for (const row of rows) if (row[by] !== 0) all.set(row[by], [...(all.get(row[by]) ?? []), row]);
  return [...all.values()].filter((group) => group.length > 1);
}

const distinct = (group: readonly Row[], by: keyof Row): number => new Set(group.map((row) => row[by])).size;
const hasNo = (group: readonly Row[], what: 'link' | 'guid'): boolean => group.every((row) => row[what] === 0);
const isCrowd = (group: readonly Row[]): boolean => group.length > 2 && distinct(group, 'title') === group.length;
