/**
 * Sends the page's search where forms may not be sent (a sandboxed frame), and from the view that the reader has moved to meanwhile. Without a
 * script the form does it.
 */
export function listenToSearch(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form.search');
  const box = form?.querySelector<HTMLInputElement>('[type=search]');
  if (!form || !box) return;
  const search = (event: Event): void => {
    event.preventDefault();
    const url = new URL(location.href);
    for (const name of ['q', 'event', 'cursor']) url.searchParams.delete(name);
    const words = box.value.trim();
    if (words !== '') url.searchParams.set('q', words);
    location.assign(url);
  };
  form.addEventListener('submit', search);
  // In a sandbox without forms nothing is submitted; the button and Enter are heard all the same.
  form.querySelector('button')?.addEventListener('click', search);
  box.addEventListener('change', search);
}
