import { answerOf, requestBody } from '../../../local/aws-emulation/attribute-values.ts';

const item = {
  pk: 'A|1',
  sk: '',
  count: -2.5,
  isFull: false,
  nothing: null,
  bytes: new Uint8Array([0, 255, 7]),
  tags: ['a', 1],
  more: { Key: 'a field of an item that is named like one of a request', Items: ['x'] },
};

test('an item comes back from the wire protocol as it was, fields without a value left out', () => {
  const body = requestBody({ TableName: 't', Item: { ...item, missing: undefined } });
  expect(JSON.parse(body).Item.count).toEqual({ N: '-2.5' });
  expect(answerOf(body)).toEqual({ TableName: 't', Item: item });
});

test('items of every kind of request and answer are converted, and nothing else is', () => {
  const key = { pk: 'A|1', sk: 's' };
  const requests = [
    { RequestItems: { t: { Keys: [key], ConsistentRead: true } } },
    { RequestItems: { t: [{ PutRequest: { Item: item } }, { DeleteRequest: { Key: key } }] } },
    { TransactItems: [{ Put: { TableName: 't', Item: item, ExpressionAttributeValues: { ':a': 1 } } }] },
    { ExclusiveStartKey: key, ExpressionAttributeNames: { '#a': 'pk' }, Limit: 3 },
    { Responses: { t: [item, item] }, UnprocessedKeys: { t: { Keys: [key] } } },
    { Items: [item], LastEvaluatedKey: key, Count: 1, ConsumedCapacity: [{ CapacityUnits: 2 }] },
  ];
  for (const request of requests) {
    expect(answerOf(requestBody(request))).toEqual(request);
    expect(requestBody(request)).toContain('"S":"A|1"');
  }
});
