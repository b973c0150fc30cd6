/** Words that end in a full stop without ending a sentence, lower case, without the stop. English, with titles common in other Latin scripts. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms messrs mme mlle dr drs prof rev fr sr jr st ste hon pres gov lt col gen maj capt cmdr adm sgt cpl pvt sen rep reps sens
  supt det insp amb sec dep asst assn assoc dept dist univ inst bros co corp inc ltd plc llc llp cos cia gmbh pty
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
  ont que alta vs v viz cf eg ie al etc approx est ca no nos vol vols fig figs pp art arts ch sect ave blvd rd hwy ft mt mts
  bldg cent ed eds trans repr bn mn m tel ext op cit ibid nr dec c ca b d r fl`
    .split(/\s+/)
    .filter(Boolean),
);

/** Abbreviations after which a capital letter may begin a new sentence: company forms, `etc.`, months, states. */
export const MAY_END: ReadonlySet<string> = new Set(
  `co corp inc ltd plc llc cos etc jr sr jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ont que alta
  ft m est al v c ca b d r fl`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that rarely follow an abbreviation with a capital inside a sentence: before one of them, the full stop ended the sentence. */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  `the a an this that these those he she it they we i you his her its their our my your there here in on at by for from with without
  but and or so if when while after before since as although though because however meanwhile moreover yet still then now some many most
  more few several all both each no not one two three another other such what who how why where which until under over during between
  last next earlier later also despite according among about only even since`
    .split(/\s+/)
    .filter(Boolean),
);
