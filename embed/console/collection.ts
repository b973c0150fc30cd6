/** The collection that this page shows. */
export const theCollection = (): string => document.body.dataset.collection ?? 'main';

/** A path of the console that stays in the collection. */
export const inCollection = (path: string): string =>
  theCollection() === 'main' ? path : `${path}?collection=${encodeURIComponent(theCollection())}`;
