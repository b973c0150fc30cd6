import fc from 'fast-check';
import { authorise } from '../../../shared/http/authenticate.ts';
import { type Caller, may } from '../../../shared/http/caller.ts';
import { cursorsOf } from '../../../shared/http/cursor.ts';
import { makeKey, opens, readKey } from '../../../shared/http/keys.ts';
import { seal, unseal } from '../../../shared/http/sealed.ts';

const NOW = '2026-01-01T00:00:00.000Z';

describe('a seal', () => {
  test('opens with its own purpose and secret, and returns the sealed value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), fc.string({ minLength: 1 }), (value, purpose, secret) => {
        expect(unseal(seal(value, purpose, secret), purpose, ['newer', secret])).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });

  test('opens for nothing else, whichever of its characters is changed', () => {
    const sealed = seal({ slug: 'a', exp: 1 }, 'embed-token', 'secret');
    expect(unseal(sealed, 'cursor', ['secret'])).toBeUndefined();
    expect(unseal(sealed, 'embed-token', ['another'])).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, sign) => {
        fc.pre(sealed[at] !== sign);
        expect(unseal(sealed.slice(0, at) + sign + sealed.slice(at + 1), 'embed-token', ['secret'])).toBeUndefined();
      }),
    );
  });

  test('never throws on a forged value', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(unseal(text, 'cursor', ['secret'])).toBeUndefined();
      }),
    );
  });
});

test('a cursor does not depend on the order in which a query’s fields come', async () => {
  const secrets = async () => ['secret'];
  const one = cursorsOf({ query: { collection: 'a', from: '1900-01-01', tags: ['x', 'y'] }, order: 'asc' }, secrets);
  const same = cursorsOf({ order: 'asc', query: { tags: ['x', 'y'], from: '1900-01-01', collection: 'a' } }, secrets);
  const other = cursorsOf({ query: { collection: 'a', from: '1900-01-01', tags: ['y', 'x'] }, order: 'asc' }, secrets);
  const cursor = (await one.close('place')) ?? '';
  expect(await same.open(cursor)).toBe('place');
  await expect(other.open(cursor)).rejects.toMatchObject({ code: 'request.bad-cursor' });
  expect(await one.close(null)).toBeNull();
});

describe('a key', () => {
  const wish = { scopes: ['read'], collections: ['main'] } as const;

  test('opens its own record and no other', () => {
    const [mine, theirs] = [makeKey(wish, NOW), makeKey(wish, NOW)];
    const parts = readKey(mine.key);
    expect(parts?.id).toBe(mine.record.id);
    expect(opens(mine.record, parts?.secret ?? '', NOW)).toBe(true);
    expect(opens(theirs.record, parts?.secret ?? '', NOW)).toBe(false);
    expect(JSON.stringify(mine.record)).not.toContain(parts?.secret);
  });

  test('opens until it expires, and not after it is revoked', () => {
    const { key, record } = makeKey({ ...wish, expiresAt: '2026-06-01T00:00:00Z' }, NOW);
    const secret = readKey(key)?.secret ?? '';
    expect(opens(record, secret, '2026-05-31T23:59:59Z')).toBe(true);
    expect(opens(record, secret, '2026-06-01T00:00:00Z')).toBe(false);
    expect(opens({ ...record, revokedAt: NOW }, secret, NOW)).toBe(false);
  });

  test.each([
    '',
    'dl_',
    'dl_0123456789abcdef_',
    `dl_0123456789abcdef_${'a'.repeat(44)}`,
    `xx_0123456789abcdef_${'a'.repeat(43)}`,
    `dl_0123456789ABCDEF_${'a'.repeat(43)}`,
  ])('%s is not a valid key', (text) => {
    expect(readKey(text)).toBeUndefined();
  });
});

describe('the rights of a caller', () => {
  const caller = (scopes: Caller['scopes'], collections: readonly string[]): Caller => ({
    id: 'k',
    kind: 'key',
    scopes,
    collections,
  });

  test('follow from scopes and collections together: ingest cannot read, admin can do everything', () => {
    expect(may(caller(['ingest'], ['*']), 'read', 'main')).toBe(false);
    expect(may(caller(['admin'], ['main']), 'ingest', 'main')).toBe(true);
    expect(may(caller(['admin'], ['main']), 'read', 'other')).toBe(false);
    expect(may(caller(['read'], ['*']), 'read', 'anything')).toBe(true);
    expect(may(caller(['admin'], ['main']), 'admin', '*')).toBe(false);
  });

  test('are checked on every route that is not public', () => {
    const anonymous: Caller = { id: 'anonymous', kind: 'anonymous', scopes: [], collections: [] };
    expect(() => authorise(anonymous, 'public')).not.toThrow();
    expect(() => authorise(anonymous, 'read')).toThrow(expect.objectContaining({ code: 'auth.missing' }));
    expect(() => authorise(caller(['read'], ['*']), 'admin')).toThrow(expect.objectContaining({ code: 'auth.scope' }));
  });
});
