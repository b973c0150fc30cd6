/** Keeps the server's page in step with the map. */
const FOLLOWERS = ['#events', '.filters', '.formats'] as const;

/**
 * Keeps the list under the map in step with it: on the service's own page the server prints the list for every address, so the new one
 * is fetched and put in the old one's place. What comes is the server's escaped markup, parsed apart from the page, where nothing runs.
 */
export function followView(page: Document): void {
  const map = page.querySelector('main.page > dateline-timeline[sync]');
  let latest = 0;
  map?.addEventListener('dateline:view', async () => {
    latest += 1;
    const mine = latest;
    const response = await fetch(location.href, { credentials: 'omit' }).catch(() => undefined);
    if (!response?.ok || mine !== latest) return;
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (mine !== latest) return;
    for (const name of FOLLOWERS) {
      const [old, now] = [page.querySelector(name), fresh.querySelector(name)];
      if (old && now) old.replaceWith(page.adoptNode(now));
    }
  });
}
