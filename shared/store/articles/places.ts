/** How many mentions an article has in each merge bucket. */
export type Places = Readonly<Record<string, number>>;

/** Encodes places as in an article's item: `bucket:count`, in order, separated by spaces; nothing for none. */
export const packPlaces = (places: Places): string =>
  Object.entries(places)
    .map(([bucket, count]) => `${bucket}:${count}`)
    .sort()
    .join(' ');

/** The field of an article's item. */
export const placesField = (places: Places): { readonly places?: string } => {
  const packed = packPlaces(places);
  return packed === '' ? {} : { places: packed };
};

/** Decodes the places of an article's item; none if it has no such field. */
export function unpackPlaces(packed: unknown): Places {
  if (typeof packed !== 'string') return {};
  return Object.fromEntries(
    packed.split(' ').map((place) => {
      const [bucket = '', count] = place.split(':');
      return [bucket, Number(count)];
    }),
  );
}
