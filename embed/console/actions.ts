import { call } from './call.ts';
import { inCollection, theCollection } from './collection.ts';
import { notify, whileBusy } from './notify.ts';

const part = (of: string | undefined): string => encodeURIComponent(of ?? '');
const closest = (button: HTMLElement, name: 'event' | 'feed' | 'key' | 'webhook'): string =>
  part(button.closest<HTMLElement>(`[data-${name}]`)?.dataset[name]);

interface Edited {
  readonly edit?: string;
}

/** Undoes an edit and shows the page as it is then. */
export async function undo(edit: string): Promise<void> {
  await call('POST', `/v1/edits/${part(edit)}/undo`);
  location.reload();
}

async function patched(button: HTMLElement, change: Record<string, unknown>): Promise<void> {
  await call<Edited>('PATCH', `/v1/events/${closest(button, 'event')}`, change);
  location.reload();
}

/** Asks for confirmation of an irreversible action: the button itself becomes the question. */
function isSure(button: HTMLElement, question: string): boolean {
  if (button.dataset.asked === 'yes') return true;
  button.dataset.asked = 'yes';
  button.textContent = question;
  return false;
}

const ACTIONS: Readonly<Record<string, (button: HTMLElement) => Promise<void>>> = {
  hide: (button) => patched(button, { hidden: true }),
  unhide: (button) => patched(button, { hidden: false }),
  pin: (button) => patched(button, { pinned: true }),
  unpin: (button) => patched(button, { pinned: false }),
  'remove-event': async (button) => {
    await call('DELETE', `/v1/events/${closest(button, 'event')}`);
    location.assign(inCollection('/events'));
  },
  undo: (button) => undo(button.dataset.edit ?? ''),
  split: async (button) => {
    const { article: articleId, start } = button.dataset;
    await call('POST', `/v1/events/${closest(button, 'event')}/split`, {
      evidence: [{ articleId, start: Number(start) }],
    });
    location.reload();
  },
  'preview-width': async (button) => {
    const { width = '' } = button.dataset;
    const frame = document.querySelector<HTMLElement>('iframe.preview');
    if (frame) frame.style.width = width === '' ? '100%' : `${width}px`;
    for (const one of button.parentElement?.children ?? []) one.setAttribute('aria-pressed', String(one === button));
  },
  copy: async (button) => {
    const text = button.parentElement?.querySelector('code')?.textContent ?? '';
    await navigator.clipboard.writeText(text);
    notify('Copied.');
  },
  poll: async (button) => {
    await call('POST', `/v1/feeds/${closest(button, 'feed')}/poll`);
    notify('It is being read. Its new articles appear in a moment.');
    setTimeout(() => location.reload(), 2500);
  },
  'remove-feed': async (button) => {
    if (!isSure(button, 'Really remove this feed?')) return;
    await call('DELETE', `/v1/feeds/${closest(button, 'feed')}`);
    location.reload();
  },
  ping: async (button) => {
    await call('POST', `/v1/webhooks/${closest(button, 'webhook')}/ping`);
    notify('It is on its way. What came of it appears in a moment.');
    setTimeout(() => location.reload(), 2500);
  },
  'remove-webhook': async (button) => {
    if (!isSure(button, 'Really remove? Nothing more is sent, and its log goes.')) return;
    await call('DELETE', `/v1/webhooks/${closest(button, 'webhook')}`);
    location.reload();
  },
  'revoke-key': async (button) => {
    if (!isSure(button, 'Really revoke? Programs that use it stop.')) return;
    await call('DELETE', `/v1/keys/${closest(button, 'key')}`);
    location.reload();
  },
  'remove-timeline': async (button) => {
    if (!isSure(button, 'Really remove? Pages that embed it go blank.')) return;
    await call('DELETE', `/v1/timelines/${part(button.dataset.slug)}`);
    location.assign('/timelines');
  },
  'remove-article': async (button) => {
    if (!isSure(button, 'Really take it down? Its evidence goes from every timeline.')) return;
    await call('DELETE', `/v1/articles/${part(button.dataset.id)}`);
    location.assign(inCollection('/'));
  },
  retry: async (button) => {
    const id = button.closest('main')?.querySelector<HTMLElement>('[data-of]')?.dataset.of;
    const { text, title, url, publishedAt, source, tags } = await call<Record<string, unknown>>(
      'GET',
      `/v1/articles/${part(id)}`,
    );
    await call('POST', '/v1/articles', { text, title, url, publishedAt, source, tags, collection: theCollection() });
    location.reload();
  },
  'sign-out': async () => {
    await call('DELETE', '/session');
    location.assign('/');
  },
};

/** Listens on every button that names an action (`data-act`). */
export function listenForActions(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-act]') : null;
    const act = button && ACTIONS[button.dataset.act ?? ''];
    if (button && act) whileBusy(button, () => act(button));
  });
}
