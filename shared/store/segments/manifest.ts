import { keys } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import type { StoreContext } from '../store-context.ts';

/** A segment of a collection's index. */
export interface SegmentInfo {
  readonly name: string;
  /** By its size: a few blocks are 0, five times as many are one more. */
  readonly level: number;
  /** Entries of its event table; absent where rows have their postings in them. */
  readonly events?: number | undefined;
}

/** The segments of a collection's index, oldest first. */
export interface Manifest {
  readonly segments: readonly SegmentInfo[];
  /** Segments that were replaced, and may still be there. */
  readonly replaced: readonly string[];
}

/** Reads which segments there are. */
export async function readManifest(
  { table }: StoreContext,
  collection: string,
  options: { readonly consistent?: boolean } = {},
): Promise<Manifest> {
  const item = await table.get(keys.manifest(collection), options);
  return item ? (unpack(item.v) as Manifest) : { segments: [], replaced: [] };
}

/** Writes it: from now on readers see these segments. */
export async function writeManifest({ table }: StoreContext, collection: string, manifest: Manifest): Promise<void> {
  await table.put({ ...keys.manifest(collection), v: pack(manifest) });
}
