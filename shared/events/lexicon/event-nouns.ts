/**
 * Nouns that name something that happens. `strong`: an event by themselves when a date stands at them ("the 1989 crackdown");
 * the others only with a verb that makes them one or a date inside their own noun phrase ("last year's report").
 */
const STRONG = `congresses introduction creation formation establishment completion arrival departure acquisition purchase publication accident airstrike ambush annexation armistice arrest assassination assault attack attempt avalanche award ban bankruptcy battle beheading blackout
blast blaze blockade blowout bombardment bombing boycott breakthrough breakup bust campaign ceasefire cease-fire ceremony clash collapse collision
commemoration conference conflict congress conquest convention conviction coronation coup crackdown crash crisis cyclone deadlock death debacle debut decision declaration
default defeat demonstration deployment deportation derailment devaluation disaster discovery disappearance dispute drought earthquake eclipse election
embargo emergency epidemic eruption escape evacuation execution exodus expedition explosion expulsion fall famine festival fighting fire flood flooding funeral genocide
hearing heist hijacking holocaust hurricane impeachment inauguration incident independence inquest insurgency intervention invasion killing kidnapping kidnap landing landslide
launch lawsuit liberation lockdown march marathon massacre match meeting merger mission murder mutiny negotiations nomination offensive olympics operation
outbreak outage overthrow pandemic parade peace plebiscite pogrom poll polls premiere press-conference protest protests purge quake raid rally rebellion recession referendum
release reshuffle resignation retirement retreat revolt revolution riot riots rout rescue rising robbery scandal secession sentencing shooting shutdown siege slaying slump
speech spill stampede storm stabbing strike strikes struggle suicide summit surge surrender suspension takeover takeover talks telethon terrorism test testimony theft tornado tour tournament
trade-deal tragedy treaty trial trip truce tsunami turmoil typhoon unrest unification upheaval uprising verdict veto victory violence visit vote voyage war wars wedding
walkout withdrawal wreck games cup championship anniversary birth celebration celebrations concert expo fair exhibition exhibitions
abdication acquittal admission adoption agreement appointment approval assassinations breach briefing broadcast capture cessation closure competition
confrontation contract credit-crunch cut cuts deal delivery detention disclosure dismissal downturn drill eviction extradition flight handover hoax hostage-taking incursion indictment
injunction inquiry inspection investigation jailbreak layoffs leak loss losses mobilisation mobilization move mudslide naming nationalisation nationalization occupation onslaught opening
ouster partition pact plot poisoning privatisation privatization probe proclamation promotion prosecution ratification recall recapture reform reunification reunion sabotage
sacking sale sanctions seizure sermon service settlement shelling signing sinking skirmish split standoff stand-off subpoena succession swearing-in tender threat transition transfer
unveiling upset vigil vow warning wildfire win`;

const WEAK = `announcement report statement interview letter debate review study survey plan proposal bid offer order ruling request
resolution decree law bill act amendment constitution book film album song article address message lecture broadcast memo documents papers
increase decrease decline rise drop growth gain gains profit profits earnings income sales revenue revenues results output
construction foundation expansion return journey crossing
game race season series show performance production shipment payment payments investment shift change effort
control rule reign administration regime government presidency term tenure`;

export const STRONG_EVENT_NOUNS: ReadonlySet<string> = new Set(STRONG.split(/\s+/).filter(Boolean));
const WEAK_EVENT_NOUNS: ReadonlySet<string> = new Set(WEAK.split(/\s+/).filter(Boolean));

const singular = (word: string): string =>
  word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : /(?:ss|sh|ch|x)es$/.test(word)
      ? word.slice(0, -2)
      : word.endsWith('s') && !word.endsWith('ss')
        ? word.slice(0, -1)
        : word;

/** 2 for a strong event noun, 1 for a weak one, 0 for any other word. Takes singular and plural, lower case. */
export function eventNounStrength(word: string): 0 | 1 | 2 {
  if (STRONG_EVENT_NOUNS.has(word)) return 2;
  if (WEAK_EVENT_NOUNS.has(word)) return 1;
  if (!word.endsWith('s')) return 0;
  const one = singular(word);
  return STRONG_EVENT_NOUNS.has(one) ? 2 : WEAK_EVENT_NOUNS.has(one) ? 1 : 0;
}
