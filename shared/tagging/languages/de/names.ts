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
};

export const DAY_TRIGGERS = Object.keys(DAY_NAMES).join(' ');
