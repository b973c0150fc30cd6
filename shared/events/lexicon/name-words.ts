import { wordSet } from '../../text/word-list.ts';
import nameWords from './name-words.json';

// name-words.json says what each list means.
const { lists } = nameWords;
export const HONORIFICS = wordSet(lists.honorifics);
export const MALE_HONORIFICS = wordSet(lists.maleHonorifics);
export const FEMALE_HONORIFICS = wordSet(lists.femaleHonorifics);
export const ORGANIZATION_WORDS = wordSet(lists.organizationWords);
export const PUBLIC_BODIES = wordSet(lists.publicBodies);
export const PLACE_WORDS = wordSet(lists.placeWords);
export const PLACE_FIRST_WORDS = wordSet(lists.placeFirstWords);
export const NOT_NAMES = wordSet(lists.notNames);

/** Canonical name and kind by alias: lower case, without full stops. */
export const ALIASES: ReadonlyMap<string, readonly [string, 'place' | 'organization']> = new Map(
  (['place', 'organization'] as const).flatMap((kind) =>
    Object.entries(nameWords.aliases[kind]).flatMap(([name, aliases]) =>
      aliases.map((alias) => [alias, [name, kind] as const] as const),
    ),
  ),
);
