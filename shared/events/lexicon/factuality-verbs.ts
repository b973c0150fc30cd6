const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Verbs of saying and showing: what follows is as true as it would be by itself. Lemmas. */
const REPORTING =
  set(`say tell add announce report state note explain declare claim argue insist assert acknowledge admit concede confirm reveal disclose
  recall remark observe comment maintain stress emphasize emphasise complain write testify warn indicate show reply respond answer describe mention
  point suggest believe think know learn hear find conclude remember contend allege charge accuse agree repeat reiterate quote cite inform advise boast brag
  joke cry shout exclaim whisper tweet post notify assure attest affirm recount relate narrate read estimate`);

/** What they govern is foretold. */
const PREDICTING =
  set(`predict expect forecast anticipate foresee foretell project envisage envision prophesy bet guess reckon fear worry hope likely tip poise
  look await figure pray augur portend`);

/** What they govern is meant to be. */
const PLANNING =
  set(`plan intend schedule aim propose promise pledge vow agree decide choose prepare arrange set mean seek undertake commit slate
  offer design determine resolve elect opt book earmark swear threaten order target authorize authorise approve invite due bind`);

/** What they govern is only thought or wished. */
const WISHING =
  set(`want wish urge demand ask request call appeal recommend suggest consider weigh mull ponder contemplate discuss debate wonder doubt suspect
  imagine suppose pretend assume dream press lobby push beg plead encourage advocate ask favor favour prefer need would-like try attempt campaign hesitate
  allow permit enable let hypothesise hypothesize speculate seem appear look rumor rumour think believe allege suppose purport dispute question ask exhort
  advise implore entreat require oblige risk tempt struggle seek fight refuse-not believe contest tend claim accuse`);

/** What they govern did not happen, or is said not to. */
const DENYING =
  set(`deny refuse fail decline reject avoid prevent stop prohibit forbid ban bar block refrain rule-out dismiss disprove refute rebut neglect forget stave
  avert miss omit cease resist deter dissuade halt thwart foil discourage abstain lack`);

/** Their object was planned and now will not be. */
const CANCELLING = set('cancel scrap postpone abandon shelve drop axe ditch delay suspend abort defer revoke rescind');

/** Verbs that only think of what their object names: "considered moving". */
const WEIGHING = set('consider contemplate mull weigh ponder discuss debate propose suggest risk fear');
export const isWeighing = (lemma: string): boolean => WEIGHING.has(lemma);

/** Nouns that make a following "to …" or "that …" a plan, a forecast, a wish or a denial. */
const NOUN_ATTITUDES: Readonly<Record<string, 'planned' | 'predicted' | 'hypothetical' | 'negated'>> =
  Object.fromEntries([
    ...'plan plans intention intentions promise promises pledge pledges vow vows decision decisions agreement agreements deal deals commitment schedule preparations proposal proposals bid order orders offer date deadline permission mandate authorization authorisation authority approval'
      .split(' ')
      .map((w) => [w, 'planned'] as const),
    ...'forecast forecasts prediction predictions expectation expectations hope hopes fear fears threat threats warning prospect prospects concern concerns worry worries likelihood outlook estimate estimates projection projections'
      .split(' ')
      .map((w) => [w, 'predicted'] as const),
    ...'possibility chance chances idea suggestion suggestions allegation allegations claim claims rumour rumours rumor rumors speculation suspicion suspicions theory notion attempt attempts effort efforts call calls demand demands request requests appeal appeals need option question doubt doubts belief wish desire risk right ability opportunity case proposition hypothesis scenario invitation power'
      .split(' ')
      .map((w) => [w, 'hypothetical'] as const),
    ...'refusal failure denial denials inability reluctance ban'.split(' ').map((w) => [w, 'negated'] as const),
  ]);

export const isReporting = (lemma: string): boolean => REPORTING.has(lemma);
export const isPredicting = (lemma: string): boolean => PREDICTING.has(lemma);
export const isPlanning = (lemma: string): boolean => PLANNING.has(lemma);
export const isWishing = (lemma: string): boolean => WISHING.has(lemma);
export const isDenying = (lemma: string): boolean => DENYING.has(lemma);
export const isCancelling = (lemma: string): boolean => CANCELLING.has(lemma);

/** What a noun does to the "to …" or "that …" after it. */
export const nounAttitude = (noun: string): 'planned' | 'predicted' | 'hypothetical' | 'negated' | undefined =>
  Object.hasOwn(NOUN_ATTITUDES, noun) ? NOUN_ATTITUDES[noun] : undefined;

/** Adverbs and phrases that take certainty from the clause they stand in. */
export const DOUBTING_ADVERBS =
  set(`allegedly reportedly supposedly purportedly apparently possibly perhaps maybe probably presumably conceivably potentially
  hypothetically theoretically seemingly arguably likely unlikely hopefully ostensibly`);

/** Adjectives before an event noun that make it a plan, a forecast or a thought. */
export const ADJECTIVE_ATTITUDES: Readonly<Record<string, 'planned' | 'predicted' | 'hypothetical' | 'negated'>> = {
  planned: 'planned',
  scheduled: 'planned',
  upcoming: 'planned',
  forthcoming: 'planned',
  intended: 'planned',
  impending: 'planned',
  coming: 'planned',
  expected: 'predicted',
  predicted: 'predicted',
  forecast: 'predicted',
  anticipated: 'predicted',
  projected: 'predicted',
  likely: 'predicted',
  looming: 'predicted',
  threatened: 'predicted',
  possible: 'hypothetical',
  potential: 'hypothetical',
  alleged: 'hypothetical',
  proposed: 'planned',
  hypothetical: 'hypothetical',
  would: 'hypothetical',
  'would-be': 'hypothetical',
  supposed: 'hypothetical',
  suspected: 'hypothetical',
  purported: 'hypothetical',
  rumoured: 'hypothetical',
  rumored: 'hypothetical',
  feared: 'hypothetical',
  imagined: 'hypothetical',
  cancelled: 'negated',
  canceled: 'negated',
  aborted: 'negated',
  abandoned: 'negated',
  averted: 'negated',
  postponed: 'negated',
  foiled: 'negated',
};
