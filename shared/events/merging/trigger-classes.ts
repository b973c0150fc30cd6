import { stem } from '../../text/stem.ts';
import { verbForm } from '../lexicon/verb-forms.ts';

/**
 * Words that different reports use for one kind of event, verbs and nouns; each line is a class. A word may be in
 * several. Two mentions whose triggers share a class may be one event although they share no word; the class alone is
 * not sufficient to merge them.
 */
const CLASSES = `
explode explosion blast blow blew blown blowout detonate detonation bomb bombing bombard burst erupt eruption
attack assault raid strike airstrike struck hit bomb bombing shell shelling bombard bombardment fire ambush target offensive storm storming
kill killing die died death dead slay slain murder massacre fatality casualty toll perish claim execution
injure injury wound wounded hurt maim casualty
shoot shot shooting gun gunfire fire open
fight fighting battle clash skirmish combat war conflict
protest demonstrate demonstration rally march riot unrest uprising revolt rebellion revolution rise gather strike walkout
crackdown suppress crush disperse quell repress repression violence
arrest detain detention seize apprehend round custody jail imprison hold capture
capture seize seizure take taken took overrun overran storm occupy occupation control recapture retake fall fell conquer conquest enter sweep
charge indict indictment accuse prosecute prosecution sue lawsuit suit file
convict conviction guilty verdict find found rule ruling
acquit acquittal clear cleared innocent
sentence sentencing jail prison punish punishment imprison condemn
trial try tried court hearing hear testify testimony evidence appear face grill question questioning inquiry
elect election vote poll ballot win won victory defeat referendum re-elect
resign resignation quit quits step stepped depart departure oust ouster sack sacking fire fired dismiss dismissal retire retirement overthrow topple depose
appoint appointment name named nominate nomination promote choose chosen pick elect swear sworn inaugurate inauguration
meet met meeting talk talks negotiate negotiation summit discuss discussion confer conference
visit trip travel tour arrive arrival fly flew flown journey
announce announcement declare declaration unveil reveal disclose proclaim
speak spoke speech address lecture
warn warning caution urge call appeal
apologise apologize apology sorry regret
agree agreement deal accord pact treaty sign signing settle settlement truce ceasefire
approve approval pass passage adopt adoption ratify ratification endorse back vote
reject rejection refuse refusal deny denial veto block decline
ban prohibit prohibition bar outlaw embargo sanction sanctions restrict freeze
order command instruct direct decree
begin began begun start launch open opening commence kick
end ended stop stopped halt cease close closing shut suspend suspension cancel cancellation
cut slash reduce reduction lower decrease downgrade scrap
rise rose raise increase climb gain jump surge soar up
fall fell drop decline slide slip plunge tumble sink sank down lower dip
crash collide collision derail derailment wreck plunge
sink sank sunk capsize sinking
earthquake quake tremor temblor shake shook strike struck hit disaster devastate devastation
tsunami wave flood flooding inundate swamp
hurricane storm cyclone typhoon tornado landfall hit strike struck
fire blaze burn burnt burned wildfire arson ignite
disaster catastrophe tragedy accident incident crisis explosion explode blast blow blew blown blowout earthquake quake crash collision spill flood fire collapse shooting bombing attack
spill leak leaked gush spew pour dump seep flow release escape
plug cap seal contain kill stop
evacuate evacuation flee fled escape rescue airlift leave
free release freed liberate liberation rescue ransom
withdraw withdrawal pull pullout retreat leave
deploy deployment send sent dispatch troop reinforce
invade invasion intervene intervention incursion enter
buy bought purchase acquire acquisition takeover merge merger
sell sold sale divest
pay paid payment compensate compensation fine fund donate donation pledge plunk
publish publication release report issue print
confirm confirmation verify test positive diagnose diagnosis
infect infection outbreak epidemic pandemic spread case contract
marry married wedding wed
born birth
divorce split separate separation
build built construct construction erect
destroy destruction demolish demolition raze ruin flatten
discover discovery find found detect
kidnap kidnapping abduct abduction hostage hijack hijacking
defect defection join switch
estimate estimates reckon calculate put
investigate investigation probe inquiry inquest
win won award victory prize
debut premiere release open
land landing touchdown splashdown
launch liftoff lift blast
quarantine isolate isolation seal
`;

const classOfStem = new Map<string, readonly number[]>();
CLASSES.trim()
  .split('\n')
  .forEach((line, index) => {
    for (const word of line.split(' ')) {
      const key = stem(word);
      const known = classOfStem.get(key) ?? [];
      if (!known.includes(index)) classOfStem.set(key, [...known, index]);
    }
  });

/**
 * The class of sudden disasters: general nouns ("the disaster") and specific ones (an explosion, a quake, a crash). No
 * other class contains this word.
 */
export const DISASTER = classOfStem.get(stem('catastrophe'))?.[0];
/** Effects of disasters: with a disaster in the title, such a trigger reports the disaster. */
const EFFECTS = new Set(
  [
    'kill',
    'die',
    'injure',
    'wound',
    'hit',
    'strike',
    'begin',
    'start',
    'cause',
    'occur',
    'happen',
    'devastate',
    'rip',
    'destroy',
  ].map(stem),
);

/** Actions of a disaster that is named before the trigger: "the blast ruptured the well", "the fire left 11 missing". */
const CONSEQUENCES = new Set(
  ['trigger', 'spark', 'rock', 'shake', 'rupture', 'leave', 'claim', 'set', 'damage', 'wreck', 'level', 'tear'].map(
    stem,
  ),
);
/** Verbs whose object is a disaster: "the rig suffered an explosion", "caught fire". */
const SUFFERED = new Set(['suffer', 'catch', 'experience'].map(stem));

/** Whether a stemmed word names a sudden disaster or an effect of one. */
export const isDisaster = (stemmed: string): boolean => DISASTER !== undefined && classesOf(stemmed).includes(DISASTER);

/**
 * Whether a title with these triggers reports a sudden disaster: by its trigger, by an effect ("the blast killed 11"),
 * or by a victim.
 *
 * @param title Stems in the order of the text.
 */
export function tellsOfDisaster(triggers: ReadonlySet<string>, title: ReadonlySet<string>): boolean {
  for (const trigger of triggers) if (isDisaster(trigger)) return true;
  const words = [...title];
  const first = words.findIndex(isDisaster);
  if (first < 0) return false;
  return [...triggers].some((trigger) => {
    if (isEffect(trigger)) return true;
    const at = words.findIndex((word) => word === trigger || stem(verbForm(word)?.lemma ?? word) === trigger);
    return (
      (CONSEQUENCES.has(trigger) && first < at) ||
      (SUFFERED.has(trigger) && at >= 0 && words.slice(at + 1).some(isDisaster))
    );
  });
}

const EPIDEMICS = new Set(['pandemic', 'epidemic', 'outbreak'].map(stem));
/** Verbs about epidemics: with an epidemic in the title, such a trigger reports it. */
const OF_EPIDEMICS = new Set(
  ['kill', 'die', 'be', 'remain', 'begin', 'start', 'come', 'occur', 'hit', 'strike'].map(stem),
);

/** Whether a title with these triggers reports an epidemic: "the 1918 pandemic", "the pandemic killed millions". */
export const tellsOfEpidemic = (triggers: ReadonlySet<string>, title: ReadonlySet<string>): boolean =>
  [...triggers].some((one) => EPIDEMICS.has(one)) ||
  ([...triggers].some((one) => OF_EPIDEMICS.has(one)) && [...title].some((one) => EPIDEMICS.has(one)));

/** Whether a stemmed trigger is an effect, so that its subject is the event: "the blast killed 11". */
export const isEffect = (stemmed: string): boolean => EFFECTS.has(stemmed);

/**
 * The kind of event of triggers and title, mostly the same for reports of one event: a class, or the trigger if it has
 * none. A blast, "the disaster" and "the blast killed 11" are of one kind.
 */
export function kindOf(triggers: ReadonlySet<string>, title: ReadonlySet<string>): string {
  const kinds = [...triggers].flatMap(classesOf).sort((a, b) => a - b);
  if (tellsOfDisaster(triggers, title)) return `${DISASTER}`;
  return `${kinds[0] ?? [...triggers].sort()[0] ?? ''}`;
}

/** The classes that a stemmed word belongs to; none for most words. */
export const classesOf = (stemmed: string): readonly number[] => classOfStem.get(stemmed) ?? [];
