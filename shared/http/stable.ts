/**
 * The value with the fields of its objects in alphabetical order.
 *
 * DynamoDB gives the fields of a map in any order, another one each time: a strong ETag of such an answer needs one order.
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
