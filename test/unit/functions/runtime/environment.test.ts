import { environmentOf } from '../../../../functions/runtime/environment.ts';

const spec = { name: 'a-b', purpose: '', env: ['TABLE_NAME', 'QUEUE'], memoryMb: 1, timeoutSeconds: 1 } as const;

test('the error of a handler names all missing variables at once', () => {
  expect(() => environmentOf(spec, {})).toThrow('a-b lacks TABLE_NAME, QUEUE.');
  expect(() => environmentOf(spec, { TABLE_NAME: 't' })).toThrow('a-b lacks QUEUE.');
});

test('a handler gets the variables of its spec and no others; an empty one is given', () => {
  expect(environmentOf(spec, { TABLE_NAME: 't', QUEUE: '', HOME: '/root' })).toEqual({ TABLE_NAME: 't', QUEUE: '' });
});
