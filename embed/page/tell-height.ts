/**
 * Tells the page that frames this one how high its content is, so that the frame need not scroll: `{ dateline: 'height', height }`, in
 * pixels, whenever it changes.
 *
 * To any origin, since a height is no secret. The host knows whom it comes from by `event.source`: in a sandboxed frame the origin is none.
 */
export function tellHeight(page: Document): void {
  if (window.parent === window) return;
  const tell = (): void => {
    const height = Math.ceil(page.body.getBoundingClientRect().height);
    window.parent.postMessage({ dateline: 'height', height }, '*');
  };
  new ResizeObserver(tell).observe(page.body);
}
