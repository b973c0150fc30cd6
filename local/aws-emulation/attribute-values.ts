/** A value in DynamoDB's wire protocol: `{ "S": "text" }`. The store writes no sets, so there are none here. */
type AttributeValue = Readonly<Record<string, unknown>>;
type AttributeMap = Readonly<Record<string, AttributeValue>>;

/** Encodes a value for the wire protocol. Fields that are `undefined` are left out. */
function toAttribute(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (value instanceof Uint8Array) {
    return { B: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') };
  }
  if (Array.isArray(value)) return { L: value.filter((one) => one !== undefined).map(toAttribute) };
  if (typeof value === 'object') return { M: toAttributes(value as Readonly<Record<string, unknown>>) };
  throw new RangeError(`DynamoDB has no ${typeof value}`);
}

/** Encodes an item for the wire protocol. */
export function toAttributes(item: Readonly<Record<string, unknown>>): AttributeMap {
  const attributes: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(item)) if (value !== undefined) attributes[name] = toAttribute(value);
  return attributes;
}

function fromAttribute(attribute: AttributeValue): unknown {
  const [[type, value] = []] = Object.entries(attribute);
  switch (type) {
    case 'S':
    case 'BOOL':
      return value;
    case 'N':
      return Number(value);
    case 'NULL':
      return null;
    case 'B':
      return new Uint8Array(Buffer.from(String(value), 'base64'));
    case 'L':
      return (value as readonly AttributeValue[]).map(fromAttribute);
    case 'M':
      return fromAttributes(value as AttributeMap);
    default:
      throw new RangeError(`an attribute of type ${type}`);
  }
}

/** Decodes an item from the wire protocol. */
export function fromAttributes(attributes: AttributeMap): Record<string, unknown> {
  const item: Record<string, unknown> = {};
  for (const [name, attribute] of Object.entries(attributes)) item[name] = fromAttribute(attribute);
  return item;
}

/** Fields of requests and responses that contain an item, or part of one. */
const ITEM_FIELDS = new Set([
  'Key',
  'Item',
  'Attributes',
  'ExclusiveStartKey',
  'LastEvaluatedKey',
  'ExpressionAttributeValues',
]);
/** Fields that contain lists of items. */
const ITEMS_FIELDS = new Set(['Items', 'Keys']);

type Convert = (item: never) => unknown;

/** Converts every item of a request or a response. */
function converted(value: unknown, convert: Convert): unknown {
  if (Array.isArray(value)) return value.map((one) => converted(one, convert));
  if (value === null || typeof value !== 'object') return value;
  const copy: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue;
    if (ITEM_FIELDS.has(name)) copy[name] = convert(field as never);
    else if (ITEMS_FIELDS.has(name)) copy[name] = (field as never[]).map(convert);
    else if (name === 'Responses') copy[name] = convertedResponses(field, convert);
    else copy[name] = converted(field, convert);
  }
  return copy;
}

/** Items by table, as in a BatchGetItem response. */
const convertedResponses = (responses: unknown, convert: Convert): unknown =>
  Object.fromEntries(
    Object.entries(responses as Readonly<Record<string, never[]>>).map(([table, items]) => [table, items.map(convert)]),
  );

/** The body of a request whose items are plain objects. */
export const requestBody = (input: unknown): string => JSON.stringify(converted(input, toAttributes as Convert));

/** Parses a response, with its items as plain objects. */
export const answerOf = (body: string): unknown =>
  body === '' ? {} : converted(JSON.parse(body), fromAttributes as Convert);
