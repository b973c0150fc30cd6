import { DATE_BASES, type DateBasis, MODALITIES, type Modality } from '../events/event.ts';
import type { IsoDay } from '../time/date-span.ts';
import { boundDay } from '../time/day-bound.ts';
import type { TimelineQuery } from './query.ts';

/** The part of a timeline that a reader looks at. It is stored completely in the page's URL, so that a view can be linked and printed. */
export interface TimelineView {
  /** Search words for title or evidence, as typed. */
  readonly q?: string;
  readonly from?: IsoDay;
  readonly to?: IsoDay;
  readonly entities: readonly string[];
  readonly keywords: readonly string[];
  readonly sources: readonly string[];
  readonly tags: readonly string[];
  readonly modalities: readonly Modality[];
  /** Bases of dates. */
  readonly bases: readonly DateBasis[];
  readonly minImportance?: number;
  /** List every event, even if the list would begin with key moments. */
  readonly all?: true;
  /** Cursor of a later page. */
  readonly cursor?: string;
  /** Id of the event whose card is open. */
  readonly event?: string;
  /** Embed token of a private timeline: kept in every link of the page. */
  readonly token?: string;
  /** The language of the interface; texts of articles and editors are not translated. */
  readonly lang?: InterfaceLanguage;
  /** Overrides the timeline's own theme. */
  readonly theme?: (typeof THEMES)[number];
  /** Show a search form. */
  readonly search?: true;
  /** Heading level of the timeline's title, 1…6; on its own page 1. */
  readonly heading?: number;
}

/** Interface languages of public pages. */
export const INTERFACE_LANGUAGES = ['en', 'de'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

const THEMES = ['auto', 'light', 'dark', 'paper', 'contrast'] as const;
const LISTS = [
  ['entity', 'entities'],
  ['keyword', 'keywords'],
  ['source', 'sources'],
  ['tag', 'tags'],
] as const;

/** An empty view: the whole timeline from its first page. */
export const WHOLE: TimelineView = { entities: [], keywords: [], sources: [], tags: [], modalities: [], bases: [] };

/**
 * Parses a view from a query string.
 *
 * Pages are for people: invalid parameters are ignored, so that a broken link still shows the timeline.
 */
export function readView(params: URLSearchParams): TimelineView {
  const text = (name: string, most: number): string | undefined => {
    const value = params.get(name)?.trim();
    return value && value.length <= most ? value : undefined;
  };
  const list = (name: string): string[] => params.getAll(name).filter((v) => v.length > 0 && v.length <= 200);
  const q = text('q', 200);
  const from = boundDay(params.get('from') ?? '', 'first');
  const to = boundDay(params.get('to') ?? '', 'last');
  const importance = Number(params.get('minImportance') ?? Number.NaN);
  const heading = Number(params.get('heading') ?? Number.NaN);
  const theme = THEMES.find((known) => known === params.get('theme'));
  const lang = INTERFACE_LANGUAGES.find((known) => known === params.get('lang'));
  const cursor = text('cursor', 2000);
  const event = text('event', 200);
  const token = text('token', 1500);
  return {
    ...(q !== undefined && { q }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    entities: list('entity'),
    keywords: [...new Set(list('keyword').map((keyword) => keyword.toLowerCase()))],
    sources: list('source'),
    tags: list('tag'),
    modalities: MODALITIES.filter((known) => params.getAll('modality').includes(known)),
    bases: DATE_BASES.filter((known) => params.getAll('basis').includes(known)),
    ...(importance >= 0 && importance <= 1 && { minImportance: importance }),
    ...(params.get('all') === '1' && { all: true as const }),
    ...(params.get('search') === '1' && { search: true as const }),
    ...(cursor !== undefined && { cursor }),
    ...(event !== undefined && { event }),
    ...(token !== undefined && { token }),
    ...(lang !== undefined && { lang }),
    ...(theme !== undefined && { theme }),
    ...(Number.isInteger(heading) && heading >= 1 && heading <= 6 && { heading }),
  };
}

/** The view as a query string without its `?`, parameters in a fixed order; empty for the whole timeline. */
export function viewParams(view: TimelineView): string {
  const params = new URLSearchParams();
  if (view.q !== undefined) params.append('q', view.q);
  if (view.from !== undefined) params.append('from', view.from);
  if (view.to !== undefined) params.append('to', view.to);
  for (const [name, field] of LISTS) for (const value of view[field]) params.append(name, value);
  for (const modality of view.modalities) params.append('modality', modality);
  for (const basis of view.bases) params.append('basis', basis);
  if (view.minImportance !== undefined) params.append('minImportance', String(view.minImportance));
  if (view.all) params.append('all', '1');
  if (view.search) params.append('search', '1');
  if (view.cursor !== undefined) params.append('cursor', view.cursor);
  if (view.event !== undefined) params.append('event', view.event);
  if (view.lang !== undefined) params.append('lang', view.lang);
  if (view.theme !== undefined) params.append('theme', view.theme);
  if (view.heading !== undefined) params.append('heading', String(view.heading));
  if (view.token !== undefined) params.append('token', view.token);
  return params.toString();
}

const later = (
  a: IsoDay | undefined,
  b: IsoDay | undefined,
  of: (x: IsoDay, y: IsoDay) => IsoDay,
): IsoDay | undefined => (a === undefined ? b : b === undefined ? a : of(a, b));

const year = (day: IsoDay): number => Number.parseInt(day, 10);
const isBefore = (a: IsoDay, b: IsoDay): boolean =>
  year(a) === year(b) ? a.slice(-5) < b.slice(-5) : year(a) < year(b);

/** Values that both lists allow, where an empty list allows all; `undefined` if they have none in common. */
function common<T>(saved: readonly T[] = [], view: readonly T[]): readonly T[] | undefined {
  if (saved.length === 0 || view.length === 0) return saved.length === 0 ? view : saved;
  const both = saved.filter((one) => view.includes(one));
  return both.length > 0 ? both : undefined;
}

/**
 * Combines the saved query of a timeline with a view, which can narrow it and never widen it (a private timeline's
 * filters are locked).
 *
 * Lists are joined, since filters mean AND; the range is the overlap; of modalities and bases only those that both
 * allow remain. `undefined` if nothing can match (no modality in common): show an empty timeline.
 */
export function narrowQuery(saved: TimelineQuery, view: TimelineView): TimelineQuery | undefined {
  const joined = (a: readonly string[] | undefined, b: readonly string[]) => [...new Set([...(a ?? []), ...b])];
  const from = later(saved.from, view.from, (a, b) => (isBefore(a, b) ? b : a));
  const to = later(saved.to, view.to, (a, b) => (isBefore(a, b) ? a : b));
  const modalities = common(saved.modalities, view.modalities);
  const bases = common(saved.bases, view.bases);
  if (!modalities || !bases) return undefined;
  if (from !== undefined && to !== undefined && isBefore(to, from)) return undefined;
  const minImportance = Math.max(saved.minImportance ?? 0, view.minImportance ?? 0);
  const q = [saved.q, view.q].filter((words) => words !== undefined).join(' ');
  return {
    ...saved,
    ...(q !== '' && { q }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    entities: joined(saved.entities, view.entities),
    keywords: joined(saved.keywords, view.keywords),
    sources: joined(saved.sources, view.sources),
    tags: joined(saved.tags, view.tags),
    modalities,
    ...(bases.length > 0 && { bases }),
    ...(minImportance > 0 && { minImportance }),
  };
}
