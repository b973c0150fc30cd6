/** Highlights a sentence and its events together when the pointer or the focus is on either. */
export function highlightPairs(root: HTMLElement): void {
  const light = (ids: readonly string[]): void => {
    for (const said of root.querySelectorAll<HTMLElement>('.said'))
      said.classList.toggle(
        'on',
        (said.dataset.events ?? '').split(' ').some((id) => ids.includes(id)),
      );
    for (const item of root.querySelectorAll<HTMLElement>('[data-event]'))
      item.classList.toggle('on', ids.includes(item.dataset.event ?? ''));
  };
  const idsAt = (target: EventTarget | null): readonly string[] => {
    const near = target instanceof Element ? target.closest<HTMLElement>('.said, [data-event]') : null;
    return near ? (near.dataset.events ?? near.dataset.event ?? '').split(' ') : [];
  };
  for (const kind of ['pointerover', 'focusin']) root.addEventListener(kind, (event) => light(idsAt(event.target)));
  root.addEventListener('pointerleave', () => light([]));
}
