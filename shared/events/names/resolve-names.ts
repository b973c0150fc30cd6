import { phrasesOf } from '../../text/word-list.ts';
import type { Entity } from '../event.ts';
import {
  ALIASES,
  FEMALE_HONORIFICS,
  MALE_HONORIFICS,
  NOT_NAMES,
  ORGANIZATION_WORDS,
  PLACE_FIRST_WORDS,
  PLACE_WORDS,
} from '../lexicon/name-words.ts';
import names from '../lexicon/names.json';
import { type Found, keyOf } from './names-in-text.ts';

/** A name where it stands in the text. */
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly entity: Entity;
}

interface Lists {
  readonly places: ReadonlySet<string>;
  readonly organizations: ReadonlySet<string>;
  readonly first: ReadonlyMap<string, 'm' | 'f' | 'n'>;
}

let lists: Lists | undefined;

function nameLists(): Lists {
  if (lists) return lists;
  const { places, organizations, maleNames, femaleNames, neutralNames } = names.lists;
  const first = new Map<string, 'm' | 'f' | 'n'>();
  for (const name of phrasesOf(neutralNames)) first.set(name, 'n');
  for (const name of phrasesOf(maleNames)) first.set(name, 'm');
  for (const name of phrasesOf(femaleNames)) first.set(name, first.get(name) === 'm' ? 'n' : 'f');
  lists = { places: new Set(phrasesOf(places)), organizations: new Set(phrasesOf(organizations)), first };
  return lists;
}

/** Stable across articles: letters and digits of the name without accents, joined by hyphens. */
export const entityId = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '') || 'name';

export function resolveNames(
  text: string,
  found: readonly Found[],
): { named: Named[]; unknown: number[]; genders: Map<string, 'm' | 'f'> } {
  const { places, organizations, first } = nameLists();
  const byName = new Map<string, Entity>();
  const bySurname = new Map<string, Entity | null>();
  const acronyms = new Map<string, Entity>();
  const genders = new Map<string, 'm' | 'f'>();
  const midSentence = new Set<string>();
  for (const one of found) if (!one.initial) midSentence.add(keyOf(one.name));

  const classify = (one: Found): Entity | undefined => {
    const key = keyOf(one.name);
    const alias = ALIASES.get(key);
    if (alias && (key.length > 2 || one.name === one.name.toUpperCase()))
      return { id: entityId(alias[0]), name: alias[0], kind: alias[1] };
    const words = one.name.split(' ');
    const keys = words.map(keyOf);
    const firstKey = keys[0] as string;
    const lastKey = keys.at(-1) as string;
    if (one.honorific && words.length <= 4) return person(one);
    if (places.has(key) && !(words.length === 1 && first.has(key) && bySurname.has(key)))
      return { id: entityId(one.name), name: one.name, kind: 'place' };
    if (
      organizations.has(key) &&
      !(one.initial && words.length === 1 && !midSentence.has(key) && one.name !== one.name.toUpperCase())
    )
      return organization(one.name);
    if (words.length > 1) {
      if (
        ORGANIZATION_WORDS.has(lastKey) ||
        keys.some(
          (w, i) =>
            i > 0 &&
            /^(?:inc|corp|ltd|plc|university|ministry|department|committee|council|commission|institute|bank)$/.test(w),
        )
      )
        return organization(one.name);
      if (keys.some((w, i) => words[i + 1] === 'of' && ORGANIZATION_WORDS.has(w))) return organization(one.name);
      if (PLACE_WORDS.has(lastKey)) return { id: entityId(one.name), name: one.name, kind: 'place' };
      if (PLACE_FIRST_WORDS.has(firstKey) && !first.has(firstKey)) {
        if (
          /^(?:north|south|east|west|northern|southern|eastern|western|central)$/.test(firstKey)
            ? places.has(keys.slice(1).join(' '))
            : true
        )
          return { id: entityId(one.name), name: one.name, kind: 'place' };
      }
      if (
        words.length <= 4 &&
        first.has(firstKey) &&
        !NOT_NAMES.has(lastKey) &&
        words.every((w) => /^\p{Lu}|^(?:de|du|del|la|le|van|von|der|bin|ibn|al|el|da|dos)$/u.test(w))
      )
        return person(one);
      return undefined;
    }
    const known = bySurname.get(key);
    if (known) return known;
    if (/^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,})$/u.test(one.name) && !NOT_NAMES.has(key))
      return acronyms.get(key.toUpperCase()) ?? (midSentence.has(key) ? organization(one.name) : undefined);
    return undefined;
  };

  const organization = (name: string): Entity => {
    const bare =
      name.replace(/,? (?:Inc|Corp|Co|Ltd|Plc|PLC|LLC|Corporation|Company|Limited|AG|SA|NV)\.?$/u, '') || name;
    const entity: Entity = { id: entityId(bare), name: bare, kind: 'organization' };
    const initials = bare
      .split(' ')
      .filter((w) => /^\p{Lu}/u.test(w))
      .map((w) => w[0])
      .join('');
    if (initials.length > 1) acronyms.set(initials, entity);
    return entity;
  };
  const person = (one: Found): Entity => {
    const name = one.name;
    const words = name.split(' ');
    const surname = keyOf(words.at(-1) ?? name);
    const known = words.length === 1 ? bySurname.get(surname) : undefined;
    const entity: Entity = known ?? byName.get(keyOf(name)) ?? { id: entityId(name), name, kind: 'person' };
    const other = bySurname.get(surname);
    if (!known) bySurname.set(surname, other && other.id !== entity.id && other.name.includes(' ') ? null : entity);
    const honorific = one.honorific?.split(' ') ?? [];
    const given = first.get(keyOf(words[0] ?? ''));
    const gender = honorific.some((h) => MALE_HONORIFICS.has(h))
      ? 'm'
      : honorific.some((h) => FEMALE_HONORIFICS.has(h))
        ? 'f'
        : words.length > 1 && given !== 'n'
          ? given
          : undefined;
    if (gender && !genders.has(entity.id)) genders.set(entity.id, gender);
    return entity;
  };

  // full names first, so that a surname in an earlier headline finds its person too
  const entities: (Entity | undefined)[] = found.map((one) => {
    if (!one.name.includes(' ') && !one.honorific) return undefined;
    const entity = classify(one);
    if (entity) byName.set(keyOf(one.name), entity);
    return entity;
  });
  // two or more capitalised words of no known kind: a person where the last word later stands alone as who says or does
  const singles = new Map<string, number>();
  for (const one of found)
    if (!one.name.includes(' ')) singles.set(keyOf(one.name), (singles.get(keyOf(one.name)) ?? 0) + 1);
  found.forEach((one, i) => {
    if (entities[i] || !one.name.includes(' ')) return;
    const words = one.name.split(' ');
    const last = keyOf(words.at(-1) ?? '');
    const before = text.slice(Math.max(0, one.start - 4), one.start).toLowerCase();
    if (
      words.length <= 3 &&
      (singles.get(last) ?? 0) > 0 &&
      !before.endsWith('the ') &&
      !NOT_NAMES.has(last) &&
      !nameLists().places.has(last)
    )
      entities[i] = person(one);
  });
  const named: Named[] = [];
  const unknown: number[] = [];
  found.forEach((one, i) => {
    const entity = entities[i] ?? classify(one);
    if (entity) named.push({ start: one.start, end: one.end, entity });
    else if (!one.initial && !NOT_NAMES.has(keyOf(one.name))) unknown.push(one.start);
  });
  return { named, unknown, genders };
}
