import { call } from './call.ts';
import { notify } from './notify.ts';

/** Polls an article that is being processed, at growing intervals, and reloads the page when it is done. */
export async function waitFor(notice: HTMLElement): Promise<void> {
  const path = `/v1/articles/${encodeURIComponent(notice.dataset.waitsFor ?? '')}`;
  for (let pause = 300, waited = 0; waited < 120_000; pause = Math.min(5000, pause * 1.5)) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    waited += pause;
    try {
      const { status } = await call<{ status: string }>('GET', path);
      if (status !== 'queued') return location.reload();
    } catch (error) {
      return notify(error instanceof Error ? error.message : String(error));
    }
  }
  notify('This takes longer than usual. It is safe: the article is kept and will be read. Reload the page later.');
}
