import type { Furniture } from '../../text/furniture.ts';
import type { Entity } from '../event.ts';
import { ORGANIZATION_WORDS, PUBLIC_BODIES } from '../lexicon/name-words.ts';
import { findNames } from './names-in-text.ts';
import { type Named, resolveNames } from './resolve-names.ts';

/** The names of an article. */
export interface EntityIndex {
  /** Everything named, in order. */
  readonly named: readonly Named[];
  /** Entities named between two offsets, each once, in order; definite descriptions ("his foundation") count as names. */
  within(start: number, end: number): readonly Entity[];
  /** `m` or `f` if a person's first name or title shows it. */
  genderOf(entity: Entity): 'm' | 'f' | undefined;
  /** Names that begin in a stretch, in order. */
  between(start: number, end: number): readonly Named[];
  /** Whether a stretch contains a name of unknown kind. */
  hasUnknown(start: number, end: number): boolean;
  /** The firm that the whole article names most often. */
  readonly mainFirm: Entity | undefined;
}

/** Whether "the company" may be an organisation: no ministry, court, army, newspaper. The last word of its name, or that before "of", tells. */
export function isFirm({ kind, name }: Entity): boolean {
  if (kind !== 'organization') return false;
  const words = name.toLowerCase().split(' ');
  return !words.some((word, i) => (i === words.length - 1 || words[i + 1] === 'of') && PUBLIC_BODIES.has(word));
}

/** Finds the people, organisations and places that an article names; names of unknown kind are left out. */
export function indexEntities(text: string, furniture: readonly Furniture[]): EntityIndex {
  const found = findNames(text, furniture);
  const resolved = resolveNames(text, found);
  const counts = new Map<string, number>();
  for (const { entity } of resolved.named) counts.set(entity.id, (counts.get(entity.id) ?? 0) + 1);
  const { named } = resolved;
  let mainFirm: Entity | undefined;
  for (const { entity } of named)
    if (isFirm(entity) && (counts.get(entity.id) ?? 0) > (mainFirm ? (counts.get(mainFirm.id) ?? 0) : 0))
      mainFirm = entity;
  const unknown = resolved.unknown.map((start) => ({ start }));
  const heads = organizationHeads(named);
  return {
    named,
    within: (start, end) => {
      const here = new Map<string, Entity>();
      for (let i = firstFrom(named, start); i < named.length; i++) {
        const one = named[i] as Named;
        if (one.start >= end) break;
        here.set(one.entity.id, one.entity);
      }
      if (heads.size > 0) {
        const piece = text.slice(start, Math.min(end, start + 3000));
        for (const match of piece.matchAll(/\b(?:the|his|her|their|its|this)\s+([a-z]{3,})\b/gi)) {
          const entity = heads.get((match[1] as string).toLowerCase());
          if (entity && !here.has(entity.id)) here.set(entity.id, entity);
        }
      }
      return [...here.values()];
    },
    genderOf: (entity) => resolved.genders.get(entity.id),
    between: (start, end) => named.slice(firstFrom(named, start), firstFrom(named, end)),
    hasUnknown: (start, end) => {
      const at = firstFrom(unknown, start);
      return at < unknown.length && (unknown[at] as { start: number }).start < end;
    },
    mainFirm,
  };
}

function firstFrom(named: readonly { readonly start: number }[], start: number): number {
  let low = 0;
  let high = named.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((named[middle] as { start: number }).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "foundation" → the one organisation whose name ends so; words that end two names name neither. */
function organizationHeads(named: readonly Named[]): Map<string, Entity> {
  const heads = new Map<string, Entity>();
  const spoilt = new Set<string>();
  for (const { entity } of named) {
    if (entity.kind !== 'organization' || !entity.name.includes(' ')) continue;
    const head = (entity.name.split(' ').at(-1) ?? '').toLowerCase();
    if (!ORGANIZATION_WORDS.has(head) || /^(?:inc|corp|co|ltd|plc|llc|ag|sa|times|post|united)$/.test(head)) continue;
    const known = heads.get(head);
    if (known && known.id !== entity.id) spoilt.add(head);
    heads.set(head, entity);
  }
  for (const head of spoilt) heads.delete(head);
  return heads;
}
