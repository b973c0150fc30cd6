import type { Furniture } from '../text/furniture.ts';
import type { Entity } from './event.ts';
import { SMALL_WORDS } from './lexicon/closed-class.ts';
import {
  ALIASES,
  FEMALE_HONORIFICS,
  HONORIFICS,
  MALE_HONORIFICS,
  NOT_NAMES,
  ORGANIZATION_WORDS,
  PLACE_FIRST_WORDS,
  PLACE_WORDS,
} from './lexicon/name-words.ts';
import { FEMALE_NAMES, MALE_NAMES, NEUTRAL_NAMES, ORGANIZATIONS, PLACES } from './lexicon/names.ts';

/** A name where it stands in the text. */
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly entity: Entity;
}

/** The names of an article. */
export interface EntityIndex {
  /** Everything named, in order. */
  readonly named: readonly Named[];
  /** Entities named between two offsets, each once, in order; definite descriptions ("his foundation") count as names. */
  within(start: number, end: number): readonly Entity[];
  /** `m` or `f` where a person's first name or title tells. */
  genderOf(entity: Entity): 'm' | 'f' | undefined;
  /** How often an entity is named in the whole article. */
  countOf(entity: Entity): number;
}

interface Lists {
  readonly places: ReadonlySet<string>;
  readonly organizations: ReadonlySet<string>;
  readonly first: ReadonlyMap<string, 'm' | 'f' | 'n'>;
}
let lists: Lists | undefined;

function nameLists(): Lists {
  if (lists) return lists;
  const split = (text: string): string[] => text.replace(/\n/g, '').split(',').filter(Boolean);
  const first = new Map<string, 'm' | 'f' | 'n'>();
  for (const name of split(NEUTRAL_NAMES)) first.set(name, 'n');
  for (const name of split(MALE_NAMES)) first.set(name, 'm');
  for (const name of split(FEMALE_NAMES)) first.set(name, first.get(name) === 'm' ? 'n' : 'f');
  lists = { places: new Set(split(PLACES)), organizations: new Set(split(ORGANIZATIONS)), first };
  return lists;
}

/** A word of a name: "U.S.", "J.", "St.", "O'Connor", "AT&T"; only initials and titles keep a full stop, or two sentences would run together. */
const NAME_WORD = String.raw`(?:(?:\p{Lu}\.){2,6}|(?:\p{Lu}|St|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|Rev|Prof|Capt|Sgt|Maj|Adm)\.(?= \p{Lu})|\p{Lu}[\p{L}\p{M}\p{N}'’&-]*)`;
/** Such words in a row, small words of names between them; at most eight, so that the search stays linear. */
const NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])${NAME_WORD}(?:(?: (?:of|de|du|del|la|le|van|von|der|bin|ibn|al|el|y|da|dos|for|the|and|&)){0,2} ${NAME_WORD}){0,7}`,
  'gu',
);
const OPENS = /(?:^|[.!?:"”“'’)\]\n]|--|—|–)\s*["“'‘(]*\s*$/;
const LONGEST_NAME = 70;

const keyOf = (name: string): string => name.toLowerCase().replaceAll('.', '').replaceAll('’', "'").trim();

/** Stable across articles: letters and digits of the name without accents, joined by hyphens. */
export const entityId = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '') || 'name';

interface Found {
  start: number;
  end: number;
  name: string;
  initial: boolean;
  honorific?: string;
}

/** Finds the people, organisations and places an article names; those it cannot tell apart are left out. */
export function indexEntities(text: string, furniture: readonly Furniture[]): EntityIndex {
  const found = findNames(text, furniture);
  const resolved = resolveNames(text, found);
  const counts = new Map<string, number>();
  for (const { entity } of resolved.named) counts.set(entity.id, (counts.get(entity.id) ?? 0) + 1);
  const { named } = resolved;
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
    countOf: (entity) => counts.get(entity.id) ?? 0,
  };
}

function firstFrom(named: readonly Named[], start: number): number {
  let low = 0;
  let high = named.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((named[middle] as Named).start < start) low = middle + 1;
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

function findNames(text: string, furniture: readonly Furniture[]): Found[] {
  const found: Found[] = [];
  let f = 0;
  NAME.lastIndex = 0;
  for (let match = NAME.exec(text); match; match = NAME.exec(text)) {
    const start = match.index;
    while (f < furniture.length && (furniture[f] as Furniture).end <= start) f++;
    const over = furniture[f];
    if (over && over.start <= start) continue;
    const initial = OPENS.test(text.slice(Math.max(0, start - 6), start)) || start === 0;
    split(match[0], start, initial, found);
  }
  return found;
}

/** Cuts a run of capitalised words where two names meet: after possessives, before "and" that joins people, off small openers. */
function split(run: string, start: number, initial: boolean, found: Found[]): void {
  const words = [...run.matchAll(/\S+/g)].map((m) => ({ word: m[0], at: m.index }));
  let from = 0;
  let honorific: string | undefined;
  const push = (to: number): void => {
    let a = from;
    let b = to;
    while (a < b && /^(?:and|of|for|the|&|y|la|le|el)$/.test(words[a]?.word ?? '')) a++;
    while (
      b > a &&
      /^(?:and|of|for|the|de|du|del|la|le|van|von|der|bin|ibn|al|el|y|da|dos|&)$/.test(words[b - 1]?.word ?? '')
    )
      b--;
    if (b > a) {
      const first = words[a] as { word: string; at: number };
      const last = words[b - 1] as { word: string; at: number };
      const possessive = /['’]s?$/.test(last.word) ? last.word.replace(/['’]s?$/, '').length : last.word.length;
      const end = last.at + possessive;
      const name = run.slice(first.at, end);
      if (name.length <= LONGEST_NAME && name.length > 1)
        found.push({
          start: start + first.at,
          end: start + end,
          name,
          initial: initial && a === 0,
          ...(honorific === undefined ? {} : { honorific }),
        });
    }
    honorific = undefined;
    from = to;
  };
  for (let i = 0; i < words.length; i++) {
    const { word } = words[i] as { word: string };
    const key = keyOf(word);
    if (
      i === from &&
      HONORIFICS.has(key) &&
      !(key === 'general' && ORGANIZATION_WORDS.has(keyOf(words.at(-1)?.word ?? ''))) &&
      !/^(?:motors|electric|assembly|mills|dynamics|foods)/.test(keyOf(words[i + 1]?.word ?? ''))
    ) {
      honorific =
        honorific && !/^(?:president|minister|secretary|chief|leader|director)$/.test(key)
          ? `${honorific} ${key}`
          : key;
      from = i + 1;
      continue;
    }
    const opener =
      i === from &&
      /^\p{Lu}/u.test(word) &&
      SMALL_WORDS.has(key) &&
      !/^(?:new|us|central|united|north|south)$/i.test(word) &&
      !/^\p{Lu}{2,}$|\./u.test(word);
    if (opener || (i === from && NOT_NAMES.has(key))) {
      push(i);
      from = i + 1;
      continue;
    }
    if (
      NOT_NAMES.has(key) &&
      i > from &&
      !ORGANIZATION_WORDS.has(keyOf(words[i + 1]?.word ?? '')) &&
      !/^(?:of|and)$/.test(words[i - 1]?.word ?? '')
    ) {
      if (/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(key)) {
        push(i);
        from = i + 1;
        continue;
      }
    }
    if (/['’]s$/.test(word) && i + 1 < words.length) {
      push(i + 1);
      continue;
    }
    if ((word === 'and' || word === '&') && i > from) {
      // "Procter & Gamble", "Securities and Exchange Commission", but "Poland and Hungary", "Craig and Joan Campbell"
      const rest = words.slice(i + 1).map((w) => keyOf(w.word));
      const firm =
        word === '&' ||
        rest.some((w) => ORGANIZATION_WORDS.has(w)) ||
        ORGANIZATION_WORDS.has(keyOf(words[from]?.word ?? ''));
      if (!firm) {
        push(i);
        from = i + 1;
      }
    }
    if (
      (word === 'of' || word === 'for' || word === 'the') &&
      i > from &&
      !ORGANIZATION_WORDS.has(keyOf(words[i - 1]?.word ?? '')) &&
      !PLACE_WORDS.has(keyOf(words[i - 1]?.word ?? '')) &&
      word !== 'of'
    ) {
      push(i);
      from = i + 1;
    }
  }
  push(words.length);
}

function resolveNames(text: string, found: readonly Found[]): { named: Named[]; genders: Map<string, 'm' | 'f'> } {
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
  found.forEach((one, i) => {
    const entity = entities[i] ?? classify(one);
    if (entity) named.push({ start: one.start, end: one.end, entity });
  });
  return { named, genders };
}
