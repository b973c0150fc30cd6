import type { TimelineEvent } from '../../shared/events/event.ts';
import { snippetsOf } from '../../shared/pages/console/snippets.ts';
import { readView } from '../../shared/timeline/view.ts';
import { el } from '../dom.ts';
import { call } from './call.ts';
import { theCollection } from './collection.ts';
import { dateIn } from './date-picture.ts';
import { addEvent, saveNote } from './new-event.ts';
import { notify, whileBusy } from './notify.ts';
import { saveEditedTimeline } from './timeline-editor.ts';

const listed = (text: FormDataEntryValue | null): string[] =>
  String(text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const eventPath = (form: HTMLElement): string =>
  `/v1/events/${encodeURIComponent(form.closest<HTMLElement>('[data-event]')?.dataset.event ?? '')}`;

const endOf = (day: FormDataEntryValue | null): string | undefined => (day ? `${day}T23:59:59Z` : undefined);

async function saveTimeline(form: HTMLFormElement, data: FormData): Promise<void> {
  const { q, from, to, entities, keywords, sources, tags, modalities, bases, minImportance } = readView(
    new URLSearchParams(form.dataset.query),
  );
  const query = { q, from, to, entities, keywords, sources, tags, modalities, bases, minImportance };
  const slug = encodeURIComponent(String(data.get('slug')));
  await call('PUT', `/v1/timelines/${slug}`, {
    title: data.get('title'),
    ...(data.get('description') !== '' && { description: data.get('description') }),
    visibility: data.get('visibility'),
    collection: form.dataset.collection,
    query: Object.fromEntries(
      Object.entries(query).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
    ),
  });
  location.assign(`/timelines/${slug}`);
}

/** Shows a secret that the API returns only once. */
function showOnce(placeId: string, words: string, secret: string, label: string): void {
  const place = document.getElementById(placeId);
  if (!place) return;
  place.replaceChildren(
    el(
      'div',
      { class: 'notice' },
      el('p', {}, words),
      el('pre', { tabindex: 0, 'aria-label': label }, el('code', {}, secret)),
      el('button', { type: 'button', 'data-act': 'copy' }, 'Copy'),
    ),
  );
  place.hidden = false;
  place.scrollIntoView({ block: 'nearest' });
}

async function makeKey(data: FormData): Promise<void> {
  const expiresAt = endOf(data.get('expiresAt'));
  const made = await call<{ key: string }>('POST', '/v1/keys', {
    label: data.get('label'),
    scopes: data.getAll('scopes'),
    collections: listed(data.get('collections')),
    ...(expiresAt !== undefined && { expiresAt }),
  });
  const words = 'This is the key. It is shown this once; keep it where the program finds it.';
  showOnce('new-key', words, made.key, 'The new key');
  notify('The key is made.');
}

async function addWebhook(data: FormData): Promise<void> {
  const q = String(data.get('q') ?? '').trim();
  const { secret } = await call<{ secret: string }>('POST', '/v1/webhooks', {
    url: data.get('url'),
    kinds: data.getAll('kinds'),
    query: q === '' ? {} : { q },
    collection: theCollection(),
  });
  const words = 'This secret proves to the receiver who speaks. It is shown this once; give it to the receiver.';
  showOnce('new-secret', words, secret, 'The secret');
  notify('The webhook is added.');
}

async function rotateSecret(form: HTMLFormElement, data: FormData): Promise<void> {
  const id = encodeURIComponent(form.closest<HTMLElement>('[data-webhook]')?.dataset.webhook ?? '');
  const overlapSeconds = Number(data.get('overlapSeconds'));
  const { secret } = await call<{ secret: string }>('POST', `/v1/webhooks/${id}/secret`, { overlapSeconds });
  const old = overlapSeconds > 0 ? 'The old one goes on signing meanwhile.' : 'The old one signs nothing more.';
  const words = `This is the new secret. It is shown this once; give it to the receiver. ${old}`;
  showOnce('new-secret', words, secret, 'The new secret');
  notify('The secret is changed.');
}

async function makeToken(form: HTMLFormElement, data: FormData): Promise<void> {
  const { slug = '', title = '' } = form.dataset;
  const { token } = await call<{ token: string }>('POST', `/v1/timelines/${encodeURIComponent(slug)}/tokens`, {
    expiresInSeconds: Number(data.get('seconds')),
  });
  const place = document.getElementById('snippets');
  const snippets = snippetsOf({ baseUrl: location.origin, slug, title, token });
  place?.replaceChildren(
    ...snippets.map(({ name, where, text }) =>
      el(
        'section',
        {},
        el('h3', {}, name),
        el('p', { class: 'note' }, where),
        el('pre', { tabindex: 0, 'aria-label': `${name} snippet` }, el('code', {}, text)),
        el('button', { type: 'button', 'data-act': 'copy' }, 'Copy'),
      ),
    ),
  );
  if (place) place.hidden = false;
  notify('The link is made; the snippets below carry it.');
}

const FORMS: Readonly<Record<string, (form: HTMLFormElement, data: FormData) => Promise<void>>> = {
  patch: async (form, data) => {
    await call('PATCH', eventPath(form), { title: data.get('title') });
    location.reload();
  },
  date: async (form, data) => {
    await call('PATCH', eventPath(form), { date: dateIn(data) });
    location.reload();
  },
  merge: async (form, data) => {
    const others = data.getAll('with');
    if (others.length === 0) return notify('Choose at least one event to merge into this one.');
    await call('POST', `${eventPath(form)}/merge`, { with: others });
    location.reload();
  },
  event: (_form, data) => addEvent(data),
  note: (form, data) => saveNote(eventPath(form), data),
  timeline: saveTimeline,
  'edit-timeline': saveEditedTimeline,
  token: makeToken,
  key: (_form, data) => makeKey(data),
  webhook: (_form, data) => addWebhook(data),
  'rotate-secret': rotateSecret,
  feed: async (_form, data) => {
    await call('POST', '/v1/feeds', {
      url: data.get('url'),
      tags: listed(data.get('tags')),
      collection: theCollection(),
    });
    location.reload();
  },
};

/** Submits every form that names an action (`data-form`). */
export function listenForForms(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const send = FORMS[form.dataset.form ?? ''];
    if (!send) return;
    event.preventDefault();
    const button = form.querySelector<HTMLElement>('button[type=submit]') ?? form;
    whileBusy(button, () => send(form, new FormData(form)));
  });
}

/** Uploads an OPML file as soon as it is chosen, and reports the result. */
export function importFeeds(input: HTMLInputElement): void {
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (!file) return;
    whileBusy(input, async () => {
      const opml = await file.text();
      type Imported = { readonly imported: number; readonly existing: number; readonly refused: readonly unknown[] };
      const body = { opml, collection: theCollection() };
      const { imported, existing, refused } = await call<Imported>('POST', '/v1/feeds/import', body);
      notify(`${imported} added, ${existing} known already, ${refused.length} refused.`);
      if (imported > 0) setTimeout(() => location.reload(), 1500);
    });
  });
}

/** Lists likely duplicates of the event, with the reason, as candidates for a merge. */
export async function offerDoubles(form: HTMLFormElement): Promise<void> {
  const place = form.querySelector('[data-near]');
  if (!place) return;
  type Doubles = { readonly doubles: readonly { event: TimelineEvent; because: readonly string[] }[] };
  const { doubles } = await call<Doubles>('GET', `${eventPath(form)}/doubles`);
  const button = form.querySelector<HTMLElement>('button[type=submit]');
  if (button) button.hidden = doubles.length === 0;
  place.replaceChildren(
    ...(doubles.length === 0
      ? [el('p', { class: 'note' }, 'No event within a week of it looks like the same.')]
      : doubles.map(({ event: { id, title, date }, because }) =>
          el(
            'label',
            {},
            el('input', { type: 'checkbox', name: 'with', value: id }),
            el('span', {}, el('bdi', {}, title), ` (${date.display}) `, el('small', {}, because.join('; '))),
          ),
        )),
  );
}
