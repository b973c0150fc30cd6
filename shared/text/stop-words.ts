const WORDS = `
a about above across after again against ago all almost alone along already also although always am among an and another any anyone
anything are around as ask asked at away back be became because become been before behind being below between both but by came can cannot
come could did do does doing done down during each either else enough even ever every everyone everything far few for found from further
gave get gets getting give given gives go goes going gone got had has have having he her here hers herself him himself his how however i if
in indeed instead into is it its itself just keep kept knew know known last later least less let like likely little long made make makes
making many may maybe me might mine more moreover most mostly mr mrs ms much must my myself near need never nevertheless next no nobody none
nor not nothing now nowhere of off often on once one only onto or other others otherwise our ours ourselves out over own per perhaps put
quite rather really said same saw say saying says see seem seemed seems seen several shall she should since so some someone something
sometimes somewhere soon still such take taken tell than that the their theirs them themselves then there therefore these they thing things
think this those though through thus to together told too took toward towards two under unless until up upon us use used using very via
want wanted was way we well went were what whatever when where whether which while who whoever whole whom whose why will with within without
would yes yet you your yours yourself yourselves
`;

/** English words that carry no subject, lower case: left out of keywords, centroids and comparisons of wording. */
export const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
