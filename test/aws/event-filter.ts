type Pattern = { readonly [key: string]: Pattern } | readonly (string | { readonly prefix: string })[];

/** Lambda's event filtering as far as the stacks' patterns go: equal texts, and prefixes. */
export function matches(pattern: Pattern, record: unknown): boolean {
  if (Array.isArray(pattern)) {
    return pattern.some((wish) =>
      typeof wish === 'string' ? wish === record : typeof record === 'string' && record.startsWith(wish.prefix),
    );
  }
  return Object.entries(pattern).every(([key, wish]) =>
    matches(wish, (record as Record<string, unknown> | undefined)?.[key]),
  );
}
