/** How many mentions an article has in each merge bucket. */
export type Places = Readonly<Record<string, number>>;

/** Places as an article's item has them: `bucket:count`, in order, with blanks between; nothing for none. */
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

/** The places that an article's item has; none where it has no such field. */
export function unpackPlaces(packed: unknown): Places {
  if (typeof packed !== 'string') return {};
  return Object.fromEntries(
    packed.split(' ').map((place) => {
      const [bucket = '', count] = place.split(':');
      return [bucket, Number(count)];
    }),
  );
}
