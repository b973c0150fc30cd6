import { wordSet } from '../../text/word-list.ts';
import nameWords from './name-words.json';

// name-words.json says what each list means.
const { lists } = nameWords;
export const HONORIFICS = wordSet(lists.honorifics);
export const MALE_HONORIFICS = wordSet(lists.maleHonorifics);
export const FEMALE_HONORIFICS = wordSet(lists.femaleHonorifics);
export const ORGANIZATION_WORDS = wordSet(lists.organizationWords);
export const PLACE_WORDS = wordSet(lists.placeWords);
export const PLACE_FIRST_WORDS = wordSet(lists.placeFirstWords);
export const NOT_NAMES = wordSet(lists.notNames);

/** Canonical name and kind by alias: lower case, without full stops. */
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
