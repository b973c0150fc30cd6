import { generateOpml, type Opml } from 'feedsmith';
import { escapeMarkup } from '../../display/markup.ts';

/**
 * Writes subscriptions as OPML 2.0: feeds with tags under their first tag as a folder, all tags as categories.
 *
 * @param createdAt ISO date-time for the file's head.
 */
export function writeOpml(
  feeds: readonly { readonly url: string; readonly title?: string; readonly tags: readonly string[] }[],
  { title, createdAt }: { readonly title: string; readonly createdAt: string },
): string {
  const folders = new Map<string, Opml.Outline<string>[]>();
  for (const feed of feeds) {
    const folder = feed.tags[0] ?? '';
    folders.set(folder, [...(folders.get(folder) ?? []), outlineOf(feed)]);
  }
  const outlines = [...folders].flatMap(([folder, inside]) =>
    folder === '' ? inside : [{ text: folder, title: folder, outlines: inside }],
  );
  // feedsmith rejects a body without outlines, but a collection without feeds can still be exported.
  if (outlines.length === 0) return emptyOpml(title, createdAt);
  return generateOpml({ head: { title, dateCreated: createdAt }, body: { outlines } });
}

const emptyOpml = (title: string, createdAt: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
  <head>
    <title>${escapeMarkup(title)}</title>
    <dateCreated>${new Date(createdAt).toUTCString()}</dateCreated>
  </head>
  <body/>
</opml>
`;

function outlineOf({
  url,
  title = url,
  tags,
}: {
  readonly url: string;
  readonly title?: string;
  readonly tags: readonly string[];
}): Opml.Outline<string> {
  const category = tags.map((tag) => tag.replaceAll(',', ' ')).join(',');
  return { text: title, title, type: 'rss', xmlUrl: url, ...(category === '' ? {} : { category }) };
}
