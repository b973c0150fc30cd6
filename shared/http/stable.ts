/**
 * Sorts the fields of objects alphabetically.
 *
 * DynamoDB returns the fields of a map in varying order, but a strong ETag needs a fixed one.
 */
export function stable<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(stable) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, stable(inner)]),
  ) as Value;
}
