/** German names of days, one word each, by the key of the gazetteer. */
export const DAY_NAMES: Readonly<Record<string, string>> = {
  neujahr: 'new-year',
  silvester: 'new-year-eve',
  karfreitag: 'good-friday',
  ostersonntag: 'easter',
  ostermontag: 'easter-monday',
  ostern: 'easter',
  pfingsten: 'pentecost',
  pfingstmontag: 'whit-monday',
  fronleichnam: 'corpus-christi',
  allerheiligen: 'all-saints',
  heiligabend: 'christmas-eve',
  weihnachten: 'christmas',
  neujahrstag: 'new-year',
  silvesterabend: 'new-year-eve',
  nikolaustag: 'nikolaus',
  rosenmontag: 'rosenmontag',
  fastnacht: 'shrove-tuesday',
  faschingsdienstag: 'shrove-tuesday',
  aschermittwoch: 'ash-wednesday',
  palmsonntag: 'palm-sunday',
  gründonnerstag: 'maundy-thursday',
  karsamstag: 'holy-saturday',
  himmelfahrt: 'ascension',
  pfingstsonntag: 'pentecost',
  muttertag: 'mothers',
  reformationstag: 'reformation',
  allerseelen: 'all-souls',
  martinstag: 'martinmas',
  ramadan: 'ramadan',
};

/** German names that begin with "Tag der", by what follows. */
export const DAYS_OF: readonly (readonly [words: string, key: string])[] = [
  ['deutschen einheit', 'german-unity'],
  ['arbeit', 'may-day'],
];

export const DAY_TRIGGERS = Object.keys(DAY_NAMES).join(' ');
