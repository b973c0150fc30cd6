const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Before a name they make it a person. Lower case, without full stops. */
export const HONORIFICS = set(
  `mr mrs ms miss dr prof professor sir dame lord lady president vice-president premier chancellor king queen prince princess emperor empress pope cardinal
  bishop archbishop rev reverend father sister rabbi imam ayatollah sheikh general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm
  commander marshal corporal senator sen congressman congresswoman representative rep governor gov mayor judge justice secretary minister ambassador
  chairman chairwoman chief spokesman spokeswoman director officer detective inspector attorney analyst coach actor actress singer author leader`,
);
/** Of a man, of a woman. */
export const MALE_HONORIFICS = set(
  'mr sir lord king prince emperor pope cardinal father imam ayatollah sheikh congressman chairman spokesman actor',
);
export const FEMALE_HONORIFICS = set(
  'mrs ms miss dame lady queen princess empress sister congresswoman chairwoman spokeswoman actress',
);

/** Last words of names of organisations. */
export const ORGANIZATION_WORDS = set(
  `inc corp corporation co company ltd limited plc llc gmbh ag sa holdings group partners associates brothers bros industries enterprises university college
  institute institution school academy ministry department bureau agency administration authority commission committee council board court tribunal parliament
  congress senate assembly cabinet house party front movement league union federation confederation alliance coalition association society foundation fund trust
  bank exchange securities insurance airlines airways motors electronics systems technologies laboratories petroleum oil pharmaceuticals hospital clinic church
  police army navy force forces guard marines corps service services office organization organisation times post journal herald tribune gazette guardian telegraph
  news press network television radio agency museum orchestra club team fc united nations treasury pentagon kremlin taliban brigade division command centre center
  regiment legion mission programme program initiative`,
);

/** Last words of names of places. */
export const PLACE_WORDS = set(
  `river lake sea ocean gulf bay strait straits channel canal island islands peninsula cape coast beach mountain mountains mount hill hills valley desert forest
  county province state region district territory republic kingdom city town village square street avenue road park bridge airport harbor harbour port base camp
  plaza palace stadium arena tower canyon basin creek falls springs heights delta oblast prefecture strip border`,
);

/** First words of names of places. */
export const PLACE_FIRST_WORDS = set(
  'lake mount cape fort port san santa saint gulf north south east west northern southern eastern western central new',
);

/** Capitalised words that are no names by themselves: nationalities, religions, languages, months and days come from elsewhere. */
export const NOT_NAMES = set(
  `i i'm monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun
  chinese american british french german russian japanese israeli palestinian iraqi iranian indian pakistani afghan european african asian arab muslim islamic
  christian jewish catholic protestant english spanish italian korean vietnamese cuban mexican canadian australian dutch swedish polish turkish greek egyptian
  libyan syrian lebanese saudi soviet communist nazi republican democrat democratic democrats republicans internet god christmas easter ramadan
  americans europeans muslims christians jews arabs russians germans israelis palestinians iraqis chinese-born
  am pm bc bce ad ce est edt gmt bst cet utc pst pdt tv dna cd dvd ceo cfo gdp hiv aids ufo usd ok yes no mr mrs ms dr sir`,
);

/** Other names of the same: written (lower case, no full stops) → [name, kind]. */
export const ALIASES: ReadonlyMap<string, readonly [string, 'place' | 'organization']> = new Map(
  (
    [
      ['us|usa|united states|united states of america|america|the states', 'United States', 'place'],
      ['uk|united kingdom|britain|great britain', 'United Kingdom', 'place'],
      ['ussr|soviet union', 'Soviet Union', 'place'],
      ['uae|united arab emirates', 'United Arab Emirates', 'place'],
      ['prc|china|peoples republic of china', 'China', 'place'],
      [
        'drc|dr congo|democratic republic of congo|democratic republic of the congo',
        'Democratic Republic of the Congo',
        'place',
      ],
      ['burma|myanmar', 'Myanmar', 'place'],
      ['holland|netherlands', 'Netherlands', 'place'],
      ['peking|beijing', 'Beijing', 'place'],
      ['nyc|new york city', 'New York City', 'place'],
      ['la|los angeles', 'Los Angeles', 'place'],
      ['dc|washington dc', 'Washington', 'place'],
      ['kiev|kyiv', 'Kyiv', 'place'],
      ['turkey', 'Turkey', 'place'],
      ['gaza strip|gaza', 'Gaza', 'place'],
      ['west bank', 'West Bank', 'place'],
      ['eu|european union', 'European Union', 'organization'],
      ['un|united nations', 'United Nations', 'organization'],
      ['nato', 'NATO', 'organization'],
      ['who|world health organization|world health organisation', 'World Health Organization', 'organization'],
      ['imf|international monetary fund', 'International Monetary Fund', 'organization'],
      ['wto|world trade organization|world trade organisation', 'World Trade Organization', 'organization'],
      ['opec', 'OPEC', 'organization'],
      ['fbi|federal bureau of investigation', 'FBI', 'organization'],
      ['cia|central intelligence agency', 'CIA', 'organization'],
      ['nasa', 'NASA', 'organization'],
      ['ibm|international business machines|international business machines corp', 'IBM', 'organization'],
      ['fed|federal reserve|federal reserve board', 'Federal Reserve', 'organization'],
      ['sec|securities and exchange commission', 'Securities and Exchange Commission', 'organization'],
      ['ap|associated press', 'Associated Press', 'organization'],
      ['white house', 'White House', 'organization'],
      ['eec|european economic community', 'European Economic Community', 'organization'],
      ['red army', 'Red Army', 'organization'],
      ['taliban', 'Taliban', 'organization'],
      ['hezbollah|hizbollah', 'Hezbollah', 'organization'],
      ['hamas', 'Hamas', 'organization'],
      ['al-qaeda|al qaeda|al-qaida', 'al-Qaeda', 'organization'],
    ] as const
  ).flatMap(([names, name, kind]) => names.split('|').map((n) => [n, [name, kind] as const] as const)),
);
