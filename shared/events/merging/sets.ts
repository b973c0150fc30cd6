/** Whether a member of a set meets a condition. */
export function hasAny<T>(set: ReadonlySet<T>, condition: (member: T) => boolean): boolean {
  for (const member of set) if (condition(member)) return true;
  return false;
}

/** Whether two sets have a member in common. */
export function meets<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const member of small) if (large.has(member)) return true;
  return false;
}
