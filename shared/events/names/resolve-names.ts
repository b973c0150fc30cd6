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

/** A name with its offsets in the text. */
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

/** Names resolved so far in an article: later mentions are looked up here. */
interface KnownNames {
  readonly byName: Map<string, Entity>;
  /** `null` if several people share the surname. */
  readonly bySurname: Map<string, Entity | null>;
  readonly acronyms: Map<string, Entity>;
  readonly genders: Map<string, 'm' | 'f'>;
  /** Names that also occur within a sentence, where a capital marks a name. */
  readonly midSentence: ReadonlySet<string>;
}

/** Assigns each name of an article to a person, an organisation or a place; `unknown` lists the offsets of the others. */
export function resolveNames(
  text: string,
  found: readonly Found[],
): { named: Named[]; unknown: number[]; genders: Map<string, 'm' | 'f'> } {
  const known: KnownNames = {
    byName: new Map(),
    bySurname: new Map(),
    acronyms: new Map(),
    genders: new Map(),
    midSentence: new Set(found.filter(({ initial }) => !initial).map(({ name }) => keyOf(name))),
  };
  // Full names first, so that a surname in an earlier headline finds its person, too.
  const entities = found.map((one) => {
    if (!one.name.includes(' ') && !one.honorific) return undefined;
    const entity = classify(one, known);
    if (entity) known.byName.set(keyOf(one.name), entity);
    return entity;
  });
  const isPerson = personByLaterSurname(text, found);
  found.forEach((one, i) => {
    if (!entities[i] && isPerson(one)) entities[i] = person(one, known);
  });
  const named: Named[] = [];
  const unknown: number[] = [];
  found.forEach((one, i) => {
    const entity = entities[i] ?? classify(one, known);
    if (entity) named.push({ start: one.start, end: one.end, entity });
    else if (!one.initial && !NOT_NAMES.has(keyOf(one.name))) unknown.push(one.start);
  });
  return { named, unknown, genders: known.genders };
}

/** Recognises two or three capitalised words of no known kind as a person if the last one also occurs alone. */
function personByLaterSurname(text: string, found: readonly Found[]): (one: Found) => boolean {
  const { places } = nameLists();
  const singles = new Set(found.filter(({ name }) => !name.includes(' ')).map(({ name }) => keyOf(name)));
  return ({ name, start }) => {
    const words = name.split(' ');
    const last = keyOf(words.at(-1) ?? '');
    const before = text.slice(Math.max(0, start - 4), start).toLowerCase();
    return (
      words.length > 1 &&
      words.length <= 3 &&
      singles.has(last) &&
      !before.endsWith('the ') &&
      !NOT_NAMES.has(last) &&
      !places.has(last)
    );
  };
}

const placeCalled = (name: string): Entity => ({ id: entityId(name), name, kind: 'place' });

/** The entity of a name by alias, honorific, word lists and its words; `undefined` if its kind is unknown. */
function classify(one: Found, known: KnownNames): Entity | undefined {
  const { places, organizations, first } = nameLists();
  const key = keyOf(one.name);
  const alias = ALIASES.get(key);
  if (alias && (key.length > 2 || one.name === one.name.toUpperCase()))
    return { id: entityId(alias[0]), name: alias[0], kind: alias[1] };
  const words = one.name.split(' ');
  if (one.honorific && words.length <= 4) return person(one, known);
  if (places.has(key) && !(words.length === 1 && first.has(key) && known.bySurname.has(key)))
    return placeCalled(one.name);
  if (
    organizations.has(key) &&
    !(one.initial && words.length === 1 && !known.midSentence.has(key) && one.name !== one.name.toUpperCase())
  )
    return organization(one.name, known);
  if (words.length > 1) return classifyByWords(one, known);
  const bySurname = known.bySurname.get(key);
  if (bySurname) return bySurname;
  if (STATE.test(one.name)) return undefined;
  if (/^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,})$/u.test(one.name) && !NOT_NAMES.has(key))
    return (
      known.acronyms.get(key.toUpperCase()) ?? (known.midSentence.has(key) ? organization(one.name, known) : undefined)
    );
  return undefined;
}

/** Abbreviations of American states, behind the name of a town. */
const STATE = /^(?:N\.[CDHJMY]|S\.[CD]|R\.I|D\.C|W\.Va)\.?$/;

const ORGANIZATION_INSIDE =
  /^(?:inc|corp|ltd|plc|university|ministry|department|committee|council|commission|institute|bank)$/;
const DIRECTION = /^(?:north|south|east|west|northern|southern|eastern|western|central)$/;
const PERSON_WORD = /^\p{Lu}|^(?:de|du|del|la|le|van|von|der|bin|ibn|al|el|da|dos)$/u;

/** The entity of a name of several words: "Westhaven University", "Lake Orla", "Ann Quill". */
function classifyByWords(one: Found, known: KnownNames): Entity | undefined {
  const { places, first } = nameLists();
  const words = one.name.split(' ');
  const keys = words.map(keyOf);
  const firstKey = keys[0] as string;
  const lastKey = keys.at(-1) as string;
  if (ORGANIZATION_WORDS.has(lastKey) || keys.some((key, i) => i > 0 && ORGANIZATION_INSIDE.test(key)))
    return organization(one.name, known);
  if (keys.some((key, i) => words[i + 1] === 'of' && ORGANIZATION_WORDS.has(key))) return organization(one.name, known);
  if (PLACE_WORDS.has(lastKey)) return placeCalled(one.name);
  if (
    PLACE_FIRST_WORDS.has(firstKey) &&
    !first.has(firstKey) &&
    (!DIRECTION.test(firstKey) || places.has(keys.slice(1).join(' ')))
  )
    return placeCalled(one.name);
  if (
    words.length <= 4 &&
    first.has(firstKey) &&
    !NOT_NAMES.has(lastKey) &&
    words.every((word) => PERSON_WORD.test(word))
  )
    return person(one, known);
  return undefined;
}

/** The organisation of a name, whose initials become known as its acronym. */
function organization(name: string, { acronyms }: KnownNames): Entity {
  const bare = name.replace(/,? (?:Inc|Corp|Co|Ltd|Plc|PLC|LLC|Corporation|Company|Limited|AG|SA|NV)\.?$/u, '') || name;
  const entity: Entity = { id: entityId(bare), name: bare, kind: 'organization' };
  const initials = bare
    .split(' ')
    .filter((w) => /^\p{Lu}/u.test(w))
    .map((w) => w[0])
    .join('');
  if (initials.length > 1) acronyms.set(initials, entity);
  return entity;
}

/** The person of a name, whose surname and gender become known. */
function person({ name, honorific }: Found, { byName, bySurname, genders }: KnownNames): Entity {
  const words = name.split(' ');
  const surname = keyOf(words.at(-1) ?? name);
  const known = words.length === 1 ? bySurname.get(surname) : undefined;
  const entity: Entity = known ?? byName.get(keyOf(name)) ?? { id: entityId(name), name, kind: 'person' };
  const other = bySurname.get(surname);
  if (!known) bySurname.set(surname, other && other.id !== entity.id && other.name.includes(' ') ? null : entity);
  const titles = honorific?.split(' ') ?? [];
  const given = nameLists().first.get(keyOf(words[0] ?? ''));
  const gender = titles.some((title) => MALE_HONORIFICS.has(title))
    ? 'm'
    : titles.some((title) => FEMALE_HONORIFICS.has(title))
      ? 'f'
      : words.length > 1 && given !== 'n'
        ? given
        : undefined;
  if (gender && !genders.has(entity.id)) genders.set(entity.id, gender);
  return entity;
}
