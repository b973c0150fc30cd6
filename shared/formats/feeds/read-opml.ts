import { type Opml, parseOpml } from 'feedsmith';
import { DatelineError } from '../../kernel/dateline-error.ts';
import { plainTitle, webAddress } from './item-text.ts';

/** A subscription in an export of a feed reader. */
export interface OpmlFeed {
  readonly url: string;
  readonly title?: string;
  /** Its folders and categories, in lower case. */
  readonly tags: readonly string[];
}

/** Contents of a subscription file. */
export interface OpmlFile {
  readonly feeds: readonly OpmlFeed[];
  /** Subscriptions whose address cannot be a feed, as written. */
  readonly refused: readonly { readonly url: string; readonly reason: string }[];
}

/** Most subscriptions: a larger export is a mistake or an attack. */
const MOST_FEEDS = 5000;
const MOST_FOLDERS_DEEP = 16;

/**
 * The subscriptions of an OPML 1.0 or 2.0 file, without duplicates, with folders as tags.
 *
 * @throws DatelineError `feed.not-opml` for other documents, `feed.refused` if it declares entities.
 */
export function readOpml(xml: string): OpmlFile {
  const root = xml.search(/<[A-Za-z]/);
  if (/<!ENTITY/i.test(xml.slice(0, Math.max(root, 0)))) {
    throw new DatelineError('feed.refused', 'The file declares XML entities, which are not read for safety.');
  }
  const found: Found = { feeds: new Map(), refused: [] };
  collect(parsed(xml).body?.outlines ?? [], [], found, 0);
  return { feeds: [...found.feeds.values()], refused: found.refused };
}

function parsed(xml: string): Opml.Document<string> {
  try {
    if (!/<opml[\s>]/i.test(xml)) throw new RangeError('no opml element');
    return parseOpml(xml) as Opml.Document<string>;
  } catch (cause) {
    throw new DatelineError('feed.not-opml', 'The file is not OPML, or it is broken.', { cause });
  }
}

interface Found {
  readonly feeds: Map<string, OpmlFeed>;
  readonly refused: { url: string; reason: string }[];
}

function collect(
  outlines: readonly Opml.Outline<string>[],
  folders: readonly string[],
  found: Found,
  depth: number,
): void {
  if (depth > MOST_FOLDERS_DEEP) return;
  for (const outline of outlines) {
    const name = plainTitle(outline.title ?? outline.text);
    const url = outline.xmlUrl === undefined ? undefined : webAddress(outline.xmlUrl, 'https://none.invalid');
    if (outline.xmlUrl !== undefined) {
      const isAddress = url !== undefined && !new URL(url).hostname.endsWith('.invalid');
      const reason = !isAddress
        ? 'The address is neither http nor https.'
        : found.feeds.size >= MOST_FEEDS
          ? `A file may name at most ${MOST_FEEDS} feeds.`
          : undefined;
      if (url !== undefined && reason === undefined)
        add(found.feeds, url, name, [...folders, ...categories(outline.category)]);
      else if (found.refused.length < MOST_FEEDS)
        found.refused.push({ url: outline.xmlUrl.slice(0, 200), reason: reason ?? '' });
    }
    const inside = outline.xmlUrl === undefined && name !== undefined ? [...folders, tagOf(name)] : folders;
    collect(outline.outlines ?? [], inside, found, depth + 1);
  }
}

function add(found: Map<string, OpmlFeed>, url: string, title: string | undefined, tags: readonly string[]): void {
  const before = found.get(url);
  const merged = [...new Set([...(before?.tags ?? []), ...tags])];
  const name = before?.title ?? title;
  found.set(url, { url, ...(name === undefined ? {} : { title: name }), tags: merged });
}

/** OPML 2.0: comma-separated; each is a slash-delimited path or a plain word. */
function categories(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(',')
    .flatMap((path) => tagOf(path.split('/').filter(Boolean).at(-1) ?? ''))
    .filter((tag) => tag !== '');
}

/** Normalises a tag: lower case, one space between words, at most 64 characters. */
const tagOf = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim().slice(0, 64);
