/** Parts of the page that follow the map. */
const FOLLOWERS = ['#events', '.filters', '.formats'] as const;

/**
 * Updates the list under the map when the map moves: the server renders the list for every address, so the new one is
 * fetched and replaces the old. The response is the server's escaped markup, parsed in a separate document where no
 * script runs.
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
