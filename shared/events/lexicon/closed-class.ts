/** Part of speech of the small words; what is not here is read by its form and its neighbours. */
export type SmallWord =
  | 'determiner'
  | 'possessive'
  | 'preposition'
  | 'coordinator'
  | 'subordinator'
  | 'relative'
  | 'pronoun'
  | 'object-pronoun'
  | 'modal'
  | 'be'
  | 'have'
  | 'do'
  | 'negation'
  | 'to'
  | 'adverb'
  | 'adjective'
  | 'wh';

const LISTS: readonly (readonly [SmallWord, string])[] = [
  [
    'determiner',
    'the a an this these those another any some each every either neither both all no such what whatever several many few most more fewer less much enough half',
  ],
  ['possessive', "his her its their our my your whose 's"],
  [
    'preposition',
    `of in on at by for from with without within into onto upon about above across against along alongside amid amidst among amongst around behind
    below beneath beside besides between beyond despite down during except inside like near off opposite out outside over past per regarding through
    throughout toward towards under underneath unlike up via versus ahead aboard concerning following including than according due owing pending`,
  ],
  ['coordinator', 'and but or nor yet & plus'],
  [
    'subordinator',
    `because if unless while whereas although though when whenever once since until till after before as lest whether where wherever
    that so`,
  ],
  ['relative', 'who whom which'],
  ['wh', 'how why'],
  [
    'pronoun',
    'i he she it we they you there one someone somebody everyone everybody anyone anybody nobody nothing something everything others',
  ],
  [
    'object-pronoun',
    'him them us me himself herself itself themselves ourselves myself yourself mine theirs ours hers',
  ],
  [
    'modal',
    "will would shall should may might can could must wo ca 'll 'd won't wouldn't shouldn't can't cannot couldn't mightn't mustn't shan't ought needn't i'll he'll she'll we'll they'll it'll you'll i'd he'd she'd we'd they'd you'd",
  ],
  [
    'be',
    "is are was were be been being am 're 'm isn't aren't wasn't weren't ain't it's he's she's that's there's we're they're you're i'm",
  ],
  ['have', "has have had having 've hasn't haven't hadn't we've they've i've you've"],
  ['do', "do does did don't doesn't didn't doing done"],
  ['negation', "not never n't"],
  ['to', 'to'],
  [
    'adverb',
    `also already always again almost ago just only even ever still then now soon later earlier here once twice too very quite rather perhaps maybe
    however meanwhile moreover therefore thus hence instead otherwise nevertheless nonetheless indeed together away back forward abroad apart far further
    often sometimes seldom rarely first formally finally initially afterwards afterward eventually yesterday today tomorrow tonight overnight currently
    likely unlikely longer well hard fast long`,
  ],
  [
    'adjective',
    `new old former late early last next own other same big small large great good bad high low major minor main chief top key first second third
    senior junior public private national international federal foreign domestic local regional global political economic military social human
    recent previous current future past present final initial full free open strong weak heavy light young wide broad deep short able due ready
    two three four five six seven eight nine ten dozen hundred thousand million billion trillion
    military naval civil royal imperial nuclear armed joint bilateral official special general annual fresh bloody violent peaceful deadly fatal
    massive serious severe critical possible potential so-called`,
  ],
];

/** Looked up by lower-case word. Words in two lists keep the first class but for those noted in `grammar.ts`. */
export const SMALL_WORDS: ReadonlyMap<string, SmallWord> = (() => {
  const map = new Map<string, SmallWord>();
  for (const [kind, words] of LISTS)
    for (const word of words.split(/\s+/)) if (word && !map.has(word)) map.set(word, kind);
  return map;
})();
