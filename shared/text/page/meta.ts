import { attributeOf, elementsOf, type PageElement, textOf } from './element.ts';

/** The values of a page's `<meta>`, `<title>`, `<link rel=canonical>` and `<html lang>`, as written. */
export interface PageMeta {
  /** By `property`, `name` or `itemprop` in lower case; of several the first. */
  readonly metas: ReadonlyMap<string, string>;
  readonly title?: string;
  /** BCP 47 tag, as written. */
  readonly languageTag?: string;
  readonly canonical?: string;
}

/** Reads the metadata in a page's head. Some pages have it in their body, so the whole page is searched. */
export function metaOf(page: PageElement): PageMeta {
  const metas = new Map<string, string>();
  let title: string | undefined;
  let languageTag: string | undefined;
  let canonical: string | undefined;
  for (const element of elementsOf(page)) {
    if (element.name === 'meta') {
      const name = attributeOf(element, 'property') ?? attributeOf(element, 'name') ?? attributeOf(element, 'itemprop');
      const content = attributeOf(element, 'content');
      const key = name?.toLowerCase();
      if (key !== undefined && content !== undefined && !metas.has(key)) metas.set(key, content);
    } else if (element.name === 'html')
      languageTag ??= attributeOf(element, 'lang') ?? attributeOf(element, 'xml:lang');
    else if (element.name === 'title' && element.parent?.name !== 'svg') title ??= textOf(element, 600) || undefined;
    else if (element.name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributeOf(element, 'rel') ?? ''))
      canonical ??= attributeOf(element, 'href');
  }
  languageTag ??= metas.get('og:locale');
  return {
    metas,
    ...(title === undefined ? {} : { title }),
    ...(languageTag === undefined ? {} : { languageTag }),
    ...(canonical === undefined ? {} : { canonical }),
  };
}

/** Names under which publishers state the publication date, most reliable first. */
export const PUBLISHED_METAS: readonly string[] = [
  'article:published_time',
  'og:published_time',
  'article:published',
  'og:article:published_time',
  'og:publish_date',
  'og:pubdate',
  'rnews:datepublished',
  'datepublished',
  'article:publicationdate',
  'article.published',
  'article:post_date',
  'publishdate',
  'publish-date',
  'publish_date',
  'published',
  'published-date',
  'published_date',
  'published_time',
  'publication_date',
  'publication-date',
  'pubdate',
  'pub_date',
  'sailthru.date',
  'parsely-pub-date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'originalpublicationdate',
  'article_date_original',
  'bt:pubdate',
  'bt:pubdate-iso',
  'ptime',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.available',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'article:published_date',
  'article_date',
  'articledate',
  'date_published',
  'dateposted',
  'dc.issued',
  'dc.date.publication',
  'dcsext.articlefirstpublished',
  'displaydate',
  'mediator_published_time',
  'og:article:published',
  'og:datepublished',
  'og:question:published_time',
  'og:regdate',
  'og:release_date',
  'pdate',
  'post_date',
  'publicdate',
  'publish_time',
  'publisheddate',
  'rbpubdate',
  'release_date',
  'shareaholic:article_published_time',
  'twt-published-at',
  'vr:published_time',
];

/** Names of dates with unclear meaning: often the last change, or the creation of a draft or of the page. */
export const UNCERTAIN_METAS: readonly string[] = [
  'date',
  'dc.date',
  'dc:date',
  'dcterms.date',
  'dcterms.created',
  'dc.created',
  'dc:created',
  'dc.date.created',
  'created',
  'creation_date',
  'content_create_date',
  'date_created',
  'datecreated',
  'pagedate',
  'doc_date',
  'article:created_time',
  'article.created',
  'timestamp',
  'search_date',
];

/** Names of modification dates. */
export const MODIFIED_METAS: readonly string[] = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'article:modified',
  'dateupdated',
  'date_modified',
  'date_updated',
  'dc.modified',
  'lastmodified',
  'lastmod',
  'modified',
  'modified_time',
  'modificationdate',
  'og:article:modified_time',
  'og:modified_time',
  'updated',
  'updated_time',
];
