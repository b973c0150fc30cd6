/**
 * Submits the page's search in a sandboxed frame, where forms cannot be submitted, with the view that the map shows
 * now. Without a script the form works by itself.
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
  // In a sandbox without `allow-forms` nothing is submitted, but click and Enter events still arrive.
  form.querySelector('button')?.addEventListener('click', search);
  box.addEventListener('change', search);
}
