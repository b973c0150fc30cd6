import { MOSTLY_NOUNS, VERBS } from './verbs.ts';

/** Which forms of a verb a word can be, as bits. */
export const PAST = 1;
export const PARTICIPLE = 2;
export const BASE = 4;
export const THIRD = 8;
export const GERUND = 16;

/** A word read as a verb form. */
export interface VerbForm {
  readonly lemma: string;
  readonly forms: number;
}

/** Irregular verbs and spellings that the distilled list lacks or has wrong. */
const EXTRA = `bear/bore/born become/became/become come/came/come run/ran/run overcome/overcame/overcome outrun/outran/outrun arise/arose/arisen awake/awoke/awoken bear/bore/borne beat/beat/beaten bend/bent bid/bid bite/bit/bitten cast/cast
broadcast/broadcast forecast/forecast forbid/forbade/forbidden foresee/foresaw/foreseen hurt/hurt kneel/knelt lean/leant leap/leapt learn/learnt
lie/lay/lain overrun/overran/overrun overtake/overtook/overtaken redo/redid/redone repay/repaid seek/sought shoot/shot slay/slew/slain
smell/smelt spoil/spoilt stride/strode/stridden swear/swore/sworn undo/undid/undone wed/wed foresee/foresaw/foreseen
burn/burnt dwell/dwelt bust/bust cost/cost flow fit/fit bet/bet weep/wept creep/crept sweep/swept tread/trod/trodden mow/mowed/mown sew/sewed/sewn
invade annex depose coup-proof abdicate crown reign besiege storm secede ratify enact repeal overturn indict convict acquit sentence extradite
deploy evacuate erupt collide derail capsize hijack assassinate execute hang behead massacre bomb shell raid ambush seize occupy liberate surrender
elect inaugurate nominate resign abdicate veto impeach oust topple co-found found launch unveil debut premiere publish patent discover invent
orbit land merge acquire divest default devalue rally plunge plummet soar surge tumble slump marry divorce
die bury mourn commemorate celebrate emigrate immigrate flee migrate defect settle colonise colonize conquer defeat rebel mutiny revolt
strike protest demonstrate march riot clash negotiate convene adjourn postpone cancel cease resume halt suspend`;

/** Entries of the distilled list that have another verb's forms; EXTRA has theirs. */
const WRONG_FORMS = new Set(['flow/flowed/flown']);

/** Nouns and adjectives that look like regular past forms. */
const NOT_PAST = new Set(
  `hundred red bed need speed seed feed breed deed weed indeed greed creed reed shed sled bleed exceed proceed succeed embed united rugged
  naked wicked sacred hatred kindred ragged crooked beloved aged learned alleged supposed unprecedented so-called talented gifted biased
  heed freed-up infrared assorted sophisticated complicated ded interested tired armed mixed medicated unaffected unchanged unnamed undisclosed
  unidentified unexpected unlimited unrelated unemployed uninsured indebted beleaguered oil-hit`.split(/\s+/),
);

/** Nouns that the distilled list holds for verbs. */
const NOT_VERBS = new Set('country company party city member group number people person authority firm'.split(' '));

/** Words in -ing that are nouns, prepositions or pronouns far oftener than verbs. */
const NOT_GERUND = new Set(
  `thing nothing something anything everything king ring string spring wing morning evening during ceiling building including according
  following sibling pudding sterling wedding viking offspring darling duckling lightning plaything meaning sing beijing`.split(
    /\s+/,
  ),
);

const thirdOf = (v: string): string =>
  /(?:s|x|z|ch|sh|o)$/.test(v) ? `${v}es` : /[^aeiou]y$/.test(v) ? `${v.slice(0, -1)}ies` : `${v}s`;

const doubles = (v: string): boolean => /^[^aeiou]*[aeiou][bdgmnprt]$/.test(v);

function build(): { forms: Map<string, VerbForm>; nouns: Set<string>; pasts: Map<string, string> } {
  const pasts = new Map<string, string>();
  const forms = new Map<string, VerbForm>();
  const add = (form: string, lemma: string, bit: number): void => {
    const known = forms.get(form);
    if (!known) forms.set(form, { lemma, forms: bit });
    else if (known.lemma === lemma) forms.set(form, { lemma, forms: known.forms | bit });
    else if (bit & (PAST | PARTICIPLE) && !(known.forms & (PAST | PARTICIPLE)))
      forms.set(form, { lemma, forms: known.forms | bit });
  };
  for (const entry of `${VERBS} ${EXTRA}`.split(/\s+/)) {
    if (!entry || WRONG_FORMS.has(entry)) continue;
    const [verb = '', past, participle] = entry.split('/');
    if (NOT_VERBS.has(verb)) continue;
    const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
    const doubled = doubles(verb) ? verb + verb.at(-1) : stem;
    const regular = verb.endsWith('e')
      ? `${verb}d`
      : /[^aeiou]y$/.test(verb)
        ? `${verb.slice(0, -1)}ied`
        : `${doubled}ed`;
    add(verb, verb, BASE);
    add(thirdOf(verb), verb, THIRD);
    add(`${/ie$/.test(verb) ? `${verb.slice(0, -2)}y` : /ee$/.test(verb) ? verb : doubled}ing`, verb, GERUND);
    if (doubled !== stem) add(`${stem}ing`, verb, GERUND);
    add(past ?? regular, verb, PAST);
    pasts.set(verb, past ?? regular);
    add(participle ?? past ?? regular, verb, PARTICIPLE);
  }
  return { forms, pasts, nouns: new Set(MOSTLY_NOUNS.split(/\s+/).filter(Boolean)) };
}

let tables: ReturnType<typeof build> | undefined;

/** What verb form a lower-case word can be; unknown words in -ed and -ing are taken for verbs, as news coins them daily. */
export function verbForm(word: string): VerbForm | undefined {
  tables ??= build();
  const known = tables.forms.get(word);
  if (known) return NOT_GERUND.has(word) && known.forms === GERUND ? undefined : known;
  if (word.length > 4 && word.endsWith('ed') && !NOT_PAST.has(word)) {
    const dash = word.lastIndexOf('-');
    if (dash > 0) return undefined; // "oil-soaked": an adjective, except for prefixes such as "re-elected"
    return { lemma: lemmaOf(word, tables.forms, 2), forms: PAST | PARTICIPLE };
  }
  if (word.length > 5 && word.endsWith('ing') && !NOT_GERUND.has(word) && !word.includes('-'))
    return { lemma: lemmaOf(word, tables.forms, 3), forms: GERUND };
  if (/^(?:re|co|over|under|out|pre)-?[a-z]{3,}$/.test(word)) {
    const bare = tables.forms.get(word.replace(/^(?:re|co|over|under|out|pre)-?/, ''));
    if (bare && bare.forms & (PAST | PARTICIPLE | THIRD)) return { lemma: word, forms: bare.forms };
  }
  return undefined;
}

function lemmaOf(word: string, forms: Map<string, VerbForm>, suffix: number): string {
  const stem = word.slice(0, -suffix);
  for (const candidate of [stem, `${stem}e`, stem.slice(0, -1), stem.endsWith('i') ? `${stem.slice(0, -1)}y` : ''])
    if (candidate && forms.get(candidate)?.lemma === candidate) return candidate;
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  return /(.)\1$/.test(stem) && !/[sl]{2}$/.test(stem)
    ? stem.slice(0, -1)
    : /(?:at|iz|is|us|uc|ag|iv|ang|nc|dg|s)$/.test(stem)
      ? `${stem}e`
      : stem;
}

/** True for forms that are nouns or adjectives more often than verbs ("talks", "plans", "building"). */
export function isMostlyNoun(word: string): boolean {
  tables ??= build();
  return tables.nouns.has(word);
}

/** The simple past of a verb, from the same tables: "lose" → "lost". */
export function pastOf(lemma: string): string {
  tables ??= build();
  return (
    tables.pasts.get(lemma) ??
    (lemma.endsWith('e') ? `${lemma}d` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`)
  );
}
