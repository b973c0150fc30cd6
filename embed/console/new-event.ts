import { counted } from '../../shared/display/counted.ts';
import { el } from '../dom.ts';
import { call } from './call.ts';
import { inCollection, theCollection } from './collection.ts';
import { dateIn } from './date-picture.ts';
import { notify, whileBusy } from './notify.ts';

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Fields of an event beside title and date; empty ones are `null`, so that a change removes them. */
function noteIn(data: FormData) {
  const field = (name: string): string => String(data.get(name) ?? '').trim();
  const [url, alt, credit, caption] = ['picture', 'alt', 'credit', 'caption'].map(field);
  if (url && !alt) throw new RangeError('Say what the picture shows, for those who do not see it.');
  return {
    text: field('text').replace(/\r\n/g, '\n') || null,
    link: field('link') || null,
    tags: listed(field('tags')),
    picture: url ? { url, alt, ...(credit && { credit }), ...(caption && { caption }) } : null,
  };
}

/** Adds the event of a form, and shows it. */
export async function addEvent(data: FormData): Promise<void> {
  const { edtf, approximate } = dateIn(data);
  const given = Object.entries(noteIn(data)).filter(([, value]) => value !== null);
  const { id } = await call<{ id: string }>('POST', '/v1/events', {
    ...Object.fromEntries(given),
    title: String(data.get('title')).trim(),
    date: approximate ? `${edtf}~` : edtf,
    collection: theCollection(),
  });
  location.assign(inCollection(`/events/${encodeURIComponent(id)}`));
}

/** Writes text, link, picture and tags of an event. */
export async function saveNote(path: string, data: FormData): Promise<void> {
  await call('PATCH', path, noteIn(data));
  location.reload();
}

interface Imported {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly row: number; readonly title: string; readonly reason: string }[];
  readonly notes: readonly string[];
}

/** Uploads a spreadsheet as soon as it is chosen, and reports the result of its rows. */
export function importSpreadsheet(input: HTMLInputElement): void {
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (!file) return;
    whileBusy(input, async () => {
      const body = { csv: await file.text(), collection: theCollection() };
      const { created, changed, unchanged, refused, notes } = await call<Imported>('POST', '/v1/events/import', body);
      notify(`${counted(created, 'event')} added.`);
      input
        .closest('form')
        ?.querySelector('[data-imported]')
        ?.replaceChildren(
          el(
            'p',
            {},
            `${created} added, ${changed} changed, ${unchanged} known already, ${refused.length} refused. `,
            el('a', { href: '' }, 'Show them'),
          ),
          ...notes.map((one) => el('p', { class: 'note' }, one)),
          el(
            'ul',
            {},
            ...refused.map(({ row, title, reason }) =>
              el('li', {}, `Row ${row} `, el('bdi', {}, title), `: ${reason}`),
            ),
          ),
        );
      input.value = '';
    });
  });
}
