import { createHash } from 'node:crypto';

/** Record of a seen item: five-byte hashes of its identities, and the article made from it. */
export interface LedgerEntry {
  /** Hash of the address; 0 if it has none, or shares it with other items. */
  readonly link: number;
  /** Hash of the publisher's id; 0 if it has none, or shares it. */
  readonly guid: number;
  /** Hash of title and date together. */
  readonly sign: number;
  /** Hash of all content whose change makes the article another version. */
  readonly print: number;
  /** 32 hexadecimal digits. */
  readonly articleId: string;
}

/** 5 + 5 + 5 + 4 + 16 bytes. */
const ENTRY_BYTES = 35;
/**
 * Most items of one feed that are recorded, and therefore read: 4,000 entries are 187 KB in base64, and a feed's record
 * has space for 200 KB. The chance of a collision among forty-bit hashes is under 10⁻⁴ over the life of a feed of this
 * size.
 */
export const MOST_ENTRIES = 4000;

/** Encodes the entries as text; if there are too many, the first ones. */
export function writeLedger(entries: readonly LedgerEntry[]): string {
  const kept = entries.slice(0, MOST_ENTRIES);
  const bytes = Buffer.alloc(kept.length * ENTRY_BYTES);
  kept.forEach((entry, index) => {
    const at = index * ENTRY_BYTES;
    bytes.writeUIntBE(entry.link, at, 5);
    bytes.writeUIntBE(entry.guid, at + 5, 5);
    bytes.writeUIntBE(entry.sign, at + 10, 5);
    bytes.writeUInt32BE(entry.print, at + 15);
    bytes.write(entry.articleId, at + 19, 16, 'hex');
  });
  return bytes.toString('base64');
}

/** Reads the output of `writeLedger`; returns an empty ledger for anything else. */
export function readLedger(text: unknown): readonly LedgerEntry[] {
  if (typeof text !== 'string') return [];
  const bytes = Buffer.from(text, 'base64');
  return Array.from({ length: Math.floor(bytes.length / ENTRY_BYTES) }, (_, index) => {
    const at = index * ENTRY_BYTES;
    return {
      link: bytes.readUIntBE(at, 5),
      guid: bytes.readUIntBE(at + 5, 5),
      sign: bytes.readUIntBE(at + 10, 5),
      print: bytes.readUInt32BE(at + 15),
      articleId: bytes.toString('hex', at + 19, at + 35),
    };
  });
}

/** A forty-bit hash that is never 0; 0 for `undefined`. */
export function mark(text: string | undefined): number {
  if (text === undefined) return 0;
  return createHash('sha256').update(text).digest().readUIntBE(0, 5) || 1;
}

/** A thirty-two-bit hash. */
export const printOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0);
