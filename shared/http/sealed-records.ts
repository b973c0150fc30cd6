import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyRecord, KeyRepository, LeaseRepository, Records } from '../store/store.ts';
import { CONSOLE_LEASES } from './console-session.ts';
import { stable } from './stable.ts';

/**
 * A store in which keys, console links and console sessions are valid only with a seal made by the service: a process
 * that can write to the table but lacks the secret cannot grant itself access.
 *
 * For tables that other programs may reach, as on a local machine. A seal does not prove that a record is current: a
 * writer may restore a key as it was before it was revoked.
 *
 * @param secret Must not be in the table.
 */
export function withSealedRecords<Opened extends Records>(store: Opened, secret: string): Opened {
  return { ...store, keys: sealedKeys(store.keys, secret), leases: sealedLeases(store.leases, secret) };
}

function sealedKeys(keys: KeyRepository, secret: string): KeyRepository {
  const sealOf = ({ seal: _seal, revokedAt: _revokedAt, ...record }: KeyRecord) =>
    macOf(['key', ...Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))], secret);
  const isGenuine = (record: KeyRecord) => isSame(record.seal, sealOf(record));
  return {
    create: (record) => keys.create({ ...record, seal: sealOf(record) }),
    async find(id) {
      const record = await keys.find(id);
      return record && isGenuine(record) ? record : undefined;
    },
    list: async () => (await keys.list()).filter(isGenuine),
    revoke: (id, at) => keys.revoke(id, at),
  };
}

interface SealedValue {
  readonly value: unknown;
  readonly seal: string;
}

/** Idempotency responses and counters grant no access: those stay unsealed. */
function sealedLeases(leases: LeaseRepository, secret: string): LeaseRepository {
  const isSealed = (key: string) => key.startsWith(CONSOLE_LEASES);
  const sealed = (key: string, value: unknown): SealedValue => ({ value, seal: macOf(['lease', key, value], secret) });
  const opened = (key: string, kept: unknown) => {
    const { value, seal } = (kept ?? {}) as Partial<SealedValue>;
    return isSame(seal, macOf(['lease', key, value], secret)) ? value : undefined;
  };
  return {
    ...leases,
    put: (key, value, until) => leases.put(key, isSealed(key) ? sealed(key, value) : value, until),
    async find(key) {
      const kept = await leases.find(key);
      return isSealed(key) ? opened(key, kept) : kept;
    },
  };
}

const macOf = (parts: readonly unknown[], secret: string): string =>
  createHmac('sha256', secret)
    // DynamoDB returns the fields of a map in any order.
    .update(`record\n${JSON.stringify(stable(parts))}`)
    .digest('base64url');

const isSame = (given: unknown, expected: string): boolean =>
  typeof given === 'string' &&
  given.length === expected.length &&
  timingSafeEqual(Buffer.from(given), Buffer.from(expected));
