import type { FeedItem } from '../formats/feeds/feed-document.ts';
import { urlIdentity } from './article-url.ts';
import type { FeedMemory } from './feed-memory.ts';
import { fingerprintOf } from './identify-article.ts';
import { type LedgerEntry, MOST_ENTRIES, mark, printOf } from './item-ledger.ts';
import { findSharing, linkOf } from './shared-names.ts';

/** An item of a feed, distinguished from the others and recognised if seen before. */
export interface RecognisedItem {
  readonly item: FeedItem;
  /** Its stored address: without trackers, with the fragment only if nothing else distinguishes it from other items. */
  readonly url?: string;
  /** Identity of a new article, unless its page has a better one. */
  readonly key: string;
  /** True if `key` is the address, so that the page's canonical address may replace it. */
  readonly isNamedByUrl: boolean;
  /** The publisher's id for it, if the publisher's ids are known to be unique. */
  readonly guid?: string;
  /** Its words without markup, from the feed. */
  readonly body: string;
  /** True if neither address nor id is unique, and no other item of the feed has its title and date. */
  readonly isNamedByTitle: boolean;
  /** Its ledger entry, still without `articleId`. */
  readonly marks: Omit<LedgerEntry, 'articleId'>;
  /** Its existing ledger entry. */
  readonly known?: LedgerEntry;
}

/** The items of one response without repetitions, and observations about the publisher's ids. */
export interface Recognition {
  /** In the feed's order, each article once. */
  readonly items: readonly RecognisedItem[];
  /** Ledger entries of items that are left out because another item is the same article. */
  readonly twins: readonly LedgerEntry[];
  readonly memory: Pick<FeedMemory, 'sharedLinks' | 'sharedGuids' | 'guids' | 'loneDate'>;
}

/** All items, or the newest ones if there are more than the ledger can hold. */
export function newestItems(items: readonly FeedItem[]): readonly FeedItem[] {
  if (items.length <= MOST_ENTRIES) return items;
  const dated = items.map((item, index) => ({
    item,
    index,
    at: Date.parse(item.publishedAt ?? item.updatedAt ?? '') || 0,
  }));
  return dated
    .sort((a, b) => b.at - a.at || a.index - b.index)
    .slice(0, MOST_ENTRIES)
    .map(({ item }) => item);
}

/**
 * Recognises the items of a feed. An item was seen before if, checked in this order, its publisher's id is known
 * (unless several items share it), its address is known (unless several share it), or its title and date are known and
 * no other item claims that article. So a changed title, a changed address, and a token in the address that changes at
 * every poll all lead to the existing article.
 *
 * @param site Host of the feed, within which ids are unique.
 */
export function recogniseItems(items: readonly FeedItem[], before: FeedMemory, site: string): Recognition {
  const sharing = findSharing(items, before);
  const datesAreReal = new Set(items.map(({ updatedAt }) => updatedAt)).size > 1 || items.length === 1;
  const all = items.map((item) => describe(item, sharing, site, datesAreReal));
  const described = markTitles(withoutRepeats(all, before.entries));
  const loneDate = items.length === 1 ? items[0]?.publishedAt : undefined;
  const guidsAreTheirs = sharing.memory.guids === 'unique' || (loneDate !== undefined && loneDate === before.loneDate);
  const known = recall(described, before.entries, guidsAreTheirs);
  const taken = new Set<string>();
  const twins: LedgerEntry[] = [];
  const unique = described.flatMap((one, index) => {
    const entry = known[index];
    const name = entry?.articleId ?? one.key;
    if (taken.has(name)) {
      if (entry !== undefined && !known.slice(0, index).includes(entry)) twins.push(entry);
      return [];
    }
    taken.add(name);
    return [entry === undefined ? one : { ...one, known: entry }];
  });
  return { items: unique, twins, memory: { ...sharing.memory, ...(loneDate === undefined ? {} : { loneDate }) } };
}

type Sharing = ReturnType<typeof findSharing>;

function describe(item: FeedItem, sharing: Sharing, site: string, datesAreReal: boolean): RecognisedItem {
  const plain = linkOf(item);
  const hasNeighbours = plain !== undefined && sharing.links.has(mark(urlIdentity(plain)));
  const url = hasNeighbours ? withFragment(plain, item.link) : plain;
  const isNamedByUrl = url !== undefined && (!hasNeighbours || url !== plain);
  const guid =
    item.guid !== undefined && !sharing.guidsAreShared && !sharing.guids.has(mark(item.guid)) ? item.guid : undefined;
  const stem = plain === undefined ? undefined : urlIdentity(plain).split(/[?#]/)[0];
  const body = bodyOf(item);
  const marks = {
    link: isNamedByUrl ? mark(urlIdentity(url)) : 0,
    guid: mark(guid),
    sign: item.title === undefined ? 0 : mark(`${item.title.toLowerCase()}\n${item.publishedAt ?? stem ?? ''}`),
    print: printOf(JSON.stringify([item.title, body, datesAreReal ? item.updatedAt : undefined, stem])),
  };
  return {
    item,
    key: keyOf(item, isNamedByUrl ? url : undefined, guid, site),
    isNamedByUrl,
    isNamedByTitle: marks.link === 0 && marks.guid === 0 && marks.sign !== 0,
    body,
    marks,
    ...(url === undefined ? {} : { url }),
    ...(guid === undefined || sharing.memory.guids !== 'unique' ? {} : { guid }),
  };
}

/**
 * Items with the same title, words, date and site are one item listed twice, whatever the rest of their addresses. The
 * one whose id was seen before is kept, otherwise the first with an id, so that the next response gives the same result
 * in any order.
 */
function withoutRepeats(items: readonly RecognisedItem[], entries: readonly LedgerEntry[]): readonly RecognisedItem[] {
  const [byGuid, byLink] = [index(entries, 'guid'), index(entries, 'link')];
  const standing = ({ marks: { guid, link } }: RecognisedItem) =>
    byGuid.has(guid) || byLink.has(link) ? 2 : Number(guid !== 0 || link !== 0);
  const kept = new Map<string, RecognisedItem>();
  for (const [at, one] of items.entries()) {
    const { sign, print } = one.marks;
    const whole = sign === 0 || one.body === '' ? `${at}` : `${sign} ${print}`;
    const before = kept.get(whole);
    if (before === undefined || standing(one) > standing(before)) kept.set(whole, one);
  }
  return [...kept.values()];
}

/** Title and date identify an item only if no other item has both. */
function markTitles(items: readonly RecognisedItem[]): readonly RecognisedItem[] {
  const times = new Map<number, number>();
  for (const { marks } of items) times.set(marks.sign, (times.get(marks.sign) ?? 0) + 1);
  return items.map((one) => ({ ...one, isNamedByTitle: one.isNamedByTitle && times.get(one.marks.sign) === 1 }));
}

function keyOf(item: FeedItem, url: string | undefined, guid: string | undefined, site: string): string {
  if (url !== undefined) return `url:${urlIdentity(url)}`;
  // tag:, urn: and web addresses are globally unique; a bare number is unique only within the site.
  if (guid !== undefined) return `guid:${/^(tag:|urn:|https?:)/i.test(guid) ? '' : site} ${guid}`;
  return `text:${fingerprintOf(`${item.title ?? ''}\n${bodyOf(item)}`)}`;
}

/** Matches by id and address first; then, among the unmatched, by title and date. */
function recall(
  items: readonly RecognisedItem[],
  entries: readonly LedgerEntry[],
  guidsAreTheirs: boolean,
): readonly (LedgerEntry | undefined)[] {
  const byGuid = index(entries, 'guid');
  const byLink = index(entries, 'link');
  const sure = items.map(({ marks }) => {
    const named = byGuid.get(marks.guid);
    // A feed of one item never shows whether its ids are unique, so something else must also match.
    const agrees = guidsAreTheirs || same(named?.link, marks.link) || same(named?.sign, marks.sign);
    return (agrees ? named : undefined) ?? byLink.get(marks.link);
  });
  const claimed = new Set(sure);
  const free = new Map<number, LedgerEntry[]>();
  for (const entry of entries) {
    if (entry.sign === 0 || claimed.has(entry)) continue;
    free.set(entry.sign, [...(free.get(entry.sign) ?? []), entry]);
  }
  const waiting = new Map<number, number>();
  items.forEach(({ marks }, at) => {
    if (sure[at] === undefined) waiting.set(marks.sign, (waiting.get(marks.sign) ?? 0) + 1);
  });
  return items.map(({ marks }, at) => {
    if (sure[at] !== undefined) return sure[at];
    const alike = free.get(marks.sign) ?? [];
    const unchanged = alike.find(({ print }) => print === marks.print);
    return unchanged ?? (alike.length === 1 && waiting.get(marks.sign) === 1 ? alike[0] : undefined);
  });
}

/** 0 means absent; two absent values are not equal. */
const same = (one: number | undefined, other: number): boolean => other !== 0 && one === other;

function index(entries: readonly LedgerEntry[], by: 'guid' | 'link'): ReadonlyMap<number, LedgerEntry> {
  const map = new Map<number, LedgerEntry>();
  for (const entry of entries) if (entry[by] !== 0 && !map.has(entry[by])) map.set(entry[by], entry);
  return map;
}

function withFragment(plain: string, link: string | undefined): string {
  const hash = link === undefined ? -1 : link.indexOf('#');
  return hash < 0 || plain.includes('#') ? plain : `${plain}${link?.slice(hash)}`;
}

/** The words of an item without its markup, which may contain counters and tokens that change at every poll. */
function bodyOf({ content, summary }: FeedItem): string {
  const text = content ?? summary;
  if (text === undefined) return '';
  return (text.kind === 'html' ? text.value.replace(/<[^<>]*>/g, ' ') : text.value).replace(/\s+/g, ' ').trim();
}
