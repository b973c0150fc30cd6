import type { Condition, Item } from './table-access.ts';

/** A condition that these attributes of an item are unchanged since it was read. */
export function unchanged(item: Item, attributes: readonly string[]): Condition & { readonly values: object } {
  const known = attributes.filter((name) => item[name] !== undefined);
  return {
    expression: attributes
      .map((name) => (known.includes(name) ? `#${name} = :${name}` : `attribute_not_exists(#${name})`))
      .join(' AND '),
    names: Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
    values: Object.fromEntries(known.map((name) => [`:${name}`, item[name]])),
  };
}
