import type { SavedTimeline } from '../../shared/store/store.ts';
import { call } from './call.ts';

const LISTS = ['entities', 'keywords', 'sources', 'tags'] as const;
/** Pause in typing after which events are counted again, in milliseconds. */
const REST = 400;

const listed = (value: FormDataEntryValue | null): string[] =>
  String(value ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const said = (data: FormData, name: string): string => String(data.get(name) ?? '').trim();

/** The query that the form describes; empty fields are left out. */
function queryIn(data: FormData): Record<string, unknown> {
  const minImportance = said(data, 'minImportance');
  const modalities = data.getAll('modalities');
  return {
    ...Object.fromEntries(
      ['from', 'to', 'q'].map((name) => [name, said(data, name)]).filter(([, value]) => value !== ''),
    ),
    ...Object.fromEntries(
      LISTS.map((name) => [name, listed(data.get(name))] as const).filter(([, values]) => values.length > 0),
    ),
    ...(modalities.length > 0 && { modalities }),
    ...(minImportance !== '' && { minImportance: Number(minImportance) }),
  };
}

/** The editor's choices: those of the form, and unchanged those for events that the form does not show. */
function curationIn(form: HTMLFormElement, data: FormData, before: SavedTimeline): Record<string, unknown> {
  const shown = new Set([...form.querySelectorAll<HTMLElement>('[data-row]')].map(({ dataset }) => dataset.row ?? ''));
  const chosen = (name: 'hidden' | 'pinned'): string[] => [
    ...(before[name] ?? []).filter((id) => !shown.has(id)),
    ...data.getAll(name).map(String),
  ];
  const more = listed(data.get('pin')).map((address) =>
    decodeURIComponent(address.split(/[?#]/)[0]?.split('/').at(-1) ?? ''),
  );
  const titles = [
    ...Object.entries(before.titles ?? {}).filter(([id]) => !shown.has(id)),
    ...[...shown].map((id) => [id, said(data, `title:${id}`)] as const).filter(([, title]) => title !== ''),
  ];
  return {
    hidden: chosen('hidden'),
    pinned: [...new Set([...chosen('pinned'), ...more])],
    titles: Object.fromEntries(titles),
  };
}

function openingIn(data: FormData): Record<string, unknown> {
  const [from, to] = [said(data, 'openingFrom'), said(data, 'openingTo')];
  return from === '' && to === '' ? {} : { opening: { from: from || to, to: to || from } };
}

/** Saves a timeline as the form describes it, completely. */
export async function saveEditedTimeline(form: HTMLFormElement, data: FormData): Promise<void> {
  const before = JSON.parse(form.dataset.timeline ?? '{}') as SavedTimeline;
  const [description, origins] = [said(data, 'description'), listed(data.get('frameAncestors'))];
  await call('PUT', `/v1/timelines/${encodeURIComponent(before.slug)}`, {
    title: said(data, 'title'),
    ...(description !== '' && { description }),
    collection: before.collection,
    visibility: data.get('visibility'),
    theme: data.get('theme'),
    order: data.get('order'),
    ...openingIn(data),
    ...(origins.length > 0 && { frameAncestors: origins }),
    query: { ...(before.query.match !== undefined && { match: before.query.match }), ...queryIn(data) },
    ...curationIn(form, data, before),
  });
  // Only the address records that the form is open.
  location.hash = '#edit-timeline';
  location.reload();
}

/** Updates the count of events while the reader changes the filters. */
export function countLive(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>('[data-live-count]');
  const before = JSON.parse(form.dataset.timeline ?? '{}') as SavedTimeline;
  if (!place) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  const count = async (): Promise<void> => {
    latest += 1;
    const mine = latest;
    const names = { entities: 'entity', keywords: 'keyword', sources: 'source', tags: 'tag', modalities: 'modality' };
    const params = new URLSearchParams({ collection: before.collection, buckets: '1' });
    for (const [field, value] of Object.entries(queryIn(new FormData(form))))
      for (const one of [value].flat()) params.append(names[field as keyof typeof names] ?? field, String(one));
    // Repeated filters of an address mean AND; the modalities of a saved timeline mean OR, so each is counted
    // separately.
    const kinds = params.getAll('modality');
    params.delete('modality');
    try {
      const totals = await Promise.all(
        (kinds.length > 0 ? kinds : [undefined]).map(async (kind) => {
          const query = new URLSearchParams(params);
          if (kind !== undefined) query.set('modality', kind);
          return (await call<{ total: number }>('GET', `/v1/overview?${query}`)).total;
        }),
      );
      const total = totals.reduce((sum, one) => sum + one, 0);
      if (mine === latest) place.textContent = `${total.toLocaleString('en-US')} ${total === 1 ? 'event' : 'events'}`;
    } catch (error) {
      if (mine === latest) place.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(count, REST);
  });
  form.closest('details')?.addEventListener('toggle', count);
  count();
}
