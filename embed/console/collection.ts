/** The collection that this page shows. */
export const theCollection = (): string => document.body.dataset.collection ?? 'main';

/** A path of the console within the same collection. */
export const inCollection = (path: string): string =>
  theCollection() === 'main' ? path : `${path}?collection=${encodeURIComponent(theCollection())}`;
