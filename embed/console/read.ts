import { counted } from '../../shared/display/counted.ts';
import { noEventsWords } from '../../shared/display/no-events.ts';
import type { TimelineEvent } from '../../shared/events/event.ts';
import { el } from '../dom.ts';
import { call } from './call.ts';
import { inCollection, theCollection } from './collection.ts';
import { foundList, markedText } from './found.ts';
import { highlightPairs } from './highlight-pairs.ts';
import { notify, whileBusy } from './notify.ts';

interface Extracted {
  readonly text: string;
  readonly language?: string;
  readonly publishedAt?: string;
  readonly events: readonly TimelineEvent[];
}

const LOOKS_LIKE_HTML = /^\s*<(!doctype|html|head|body|article|main|div|p|h[1-6])\b/i;

function articleOf(form: HTMLFormElement): Record<string, unknown> {
  const data = new FormData(form);
  const said = (name: string): string => String(data.get(name) ?? '').trim();
  const words = String(data.get('text') ?? '');
  const tags = said('tags')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const rest = Object.fromEntries(
    ['title', 'publishedAt', 'url'].map((name) => [name, said(name)]).filter(([, value]) => value !== ''),
  );
  return {
    ...(LOOKS_LIKE_HTML.test(words) ? { html: words } : { text: words }),
    ...rest,
    ...(tags.length > 0 && { tags }),
    collection: theCollection(),
  };
}

async function keep(article: unknown): Promise<void> {
  const { id } = await call<{ id: string }>('POST', '/v1/articles', article);
  location.assign(inCollection(`/articles/${encodeURIComponent(id)}`));
}

function show(place: HTMLElement, article: Record<string, unknown>, found: Extracted): void {
  const keepIt = el('button', { type: 'button', class: 'first' }, 'Keep this article');
  keepIt.addEventListener('click', () => whileBusy(keepIt, () => keep(article)));
  place.replaceChildren(
    el(
      'div',
      { class: 'acts' },
      keepIt,
      el('span', { class: 'note' }, 'Only then do its events join the collection and its timelines.'),
    ),
    el(
      'div',
      { class: 'reading' },
      el('section', { 'aria-label': 'Text' }, markedText(found.text, found.events)),
      el(
        'section',
        { 'aria-label': 'Events' },
        el('h2', {}, counted(found.events.length, 'event')),
        found.events.length > 0 ? foundList(found.events) : el('p', { class: 'note' }, noEventsWords(found)),
      ),
    ),
  );
  place.hidden = false;
  highlightPairs(place);
  notify(`${counted(found.events.length, 'event')} found.`);
  place.scrollIntoView({
    behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    block: 'start',
  });
}

async function takeFile(form: HTMLFormElement, file: File | undefined): Promise<void> {
  if (!file) return;
  if (file.size > 3_145_728) return notify('That file is too large: at most 3 MB of HTML or 1 MB of text.');
  const area = form.elements.namedItem('text') as HTMLTextAreaElement;
  area.value = await file.text();
  const title = form.elements.namedItem('title') as HTMLInputElement;
  if (title.value === '' && !LOOKS_LIKE_HTML.test(area.value)) title.value = file.name.replace(/\.\w+$/, '');
  notify(`${file.name} is ready.`);
}

/** Reads an article that is pasted, dropped or chosen, shows its events beside its text, and stores it on request. */
export function readArticles(form: HTMLFormElement): void {
  const place = document.getElementById('reading');
  const area = form.elements.namedItem('text') as HTMLTextAreaElement;
  const button = form.querySelector<HTMLElement>('button[type=submit]');
  if (!place || !button) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const article = articleOf(form);
    whileBusy(button, async () => {
      place.hidden = false;
      place.replaceChildren(el('p', { class: 'notice' }, el('progress'), ' Reading…'));
      try {
        show(place, article, await call<Extracted>('POST', '/v1/extract', article));
      } catch (error) {
        place.replaceChildren(el('p', { class: 'notice bad' }, error instanceof Error ? error.message : String(error)));
      }
    });
  });
  form
    .querySelector('input[type=file]')
    ?.addEventListener('change', (event) => takeFile(form, (event.target as HTMLInputElement).files?.[0]));
  area.addEventListener('dragover', (event) => {
    event.preventDefault();
    area.classList.add('over');
  });
  area.addEventListener('dragleave', () => area.classList.remove('over'));
  area.addEventListener('drop', (event) => {
    area.classList.remove('over');
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    takeFile(form, file);
  });
}
