/** The visible part of a timeline: filters, window and open event, by their names in an address. */
export type View = URLSearchParams;

const FILTERS = ['q', 'entity', 'keyword', 'source', 'tag', 'modality', 'basis', 'minImportance'] as const;
/** Parameters of an address that belong to a view. */
export const VIEW_NAMES = [...FILTERS, 'from', 'to', 'event'] as const;

function only(names: readonly string[], params: URLSearchParams): View {
  return new URLSearchParams([...params].filter(([name]) => names.includes(name)));
}

/** The view in an address; other parameters are left as they are. */
export const viewOf = (params: URLSearchParams): View => only(VIEW_NAMES, params);

/** The filters of a view, as API parameters. */
export const filtersOf = (view: View): View => only(FILTERS, view);

/** The view with one value added. */
export function having(view: View, name: string, value: string): View {
  const next = without(view, name, value);
  next.append(name, value);
  return next;
}

/** The view without a value, or without all values of a name. */
export const without = (view: View, name: string, value?: string): View =>
  new URLSearchParams([...view].filter(([n, v]) => n !== name || (value !== undefined && v !== value)));

/** The view with one value for a name, replacing earlier ones. */
export const setting = (view: View, name: string, value: string): View => having(without(view, name), name, value);
