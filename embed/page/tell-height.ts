/**
 * Reports the height of the content to the page that frames this one, so that the frame need not scroll: `{ dateline:
 * 'height', height }`, in pixels, on every change.
 *
 * The target origin is `*`, since a height is not secret. The host identifies the sender by `event.source`: a sandboxed
 * frame has no origin.
 */
export function tellHeight(page: Document): void {
  if (window.parent === window) return;
  const tell = (): void => {
    const height = Math.ceil(page.body.getBoundingClientRect().height);
    window.parent.postMessage({ dateline: 'height', height }, '*');
  };
  new ResizeObserver(tell).observe(page.body);
}
