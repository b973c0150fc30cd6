import type { Entity } from '../event.ts';
import { type EntityIndex, isFirm } from './entities.ts';

const GENDER: Readonly<Record<string, 'm' | 'f'>> = {
  he: 'm',
  his: 'm',
  him: 'm',
  himself: 'm',
  she: 'f',
  her: 'f',
  hers: 'f',
  herself: 'f',
};

/**
 * The person a pronoun refers to, if it is unambiguous: exactly one person of matching gender is named between `from`
 * (the start of the previous sentence) and the pronoun. Otherwise `undefined`: a wrong name is worse than a pronoun.
 */
export function personFor(pronoun: string, index: EntityIndex, from: number, at: number): Entity | undefined {
  const gender = GENDER[pronoun];
  if (!gender) return undefined;
  let only: Entity | undefined;
  for (const { entity } of index.between(from, at)) {
    if (entity.kind !== 'person') continue;
    const known = index.genderOf(entity);
    if (known && known !== gender) continue;
    if (only && only.id !== entity.id) return undefined;
    only = entity;
  }
  if (index.hasUnknown(from, at)) return undefined; // the pronoun may refer to an unknown surname
  return only;
}

const COMPANY_WORDS = new Set([
  'company',
  'firm',
  'concern',
  'carmaker',
  'automaker',
  'airline',
  'retailer',
  'manufacturer',
  'bank',
  'oil-giant',
]);

/** The firm that "the company" refers to: the only one named in the two previous sentences, and the one the article names most. */
export function organizationFor(noun: string, index: EntityIndex, from: number, at: number): Entity | undefined {
  if (!COMPANY_WORDS.has(noun)) return undefined;
  let only: Entity | undefined;
  for (const { entity } of index.between(from, at)) {
    if (!isFirm(entity)) continue;
    if (only && only.id !== entity.id) return undefined;
    only = entity;
  }
  return only && index.mainFirm?.id === only.id ? only : undefined;
}
