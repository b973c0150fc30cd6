// Made by bench/extraction/distil-lexicon.ts (compromise 14 over English news and histories); do not edit by hand.

/** Verbs: `infinitive`, or `infinitive/past` and `infinitive/past/participle` where the forms are not regular. */
export const VERBS = `
abandon abbreviate abide/abide abolish abort absolve absorb abuse accelerate accept accommodate accompany accomplish
accord account accredit accrue accumulate accuse accustom achieve acknowledge acquire act activate adapt add address
adjourn adjust administer admire admit/admitted adopt adorn advance advertise advise advocate affect affiliate
affirm affix afflict afford age aggravate agitate agonise agree aid aim air alarm alert alienate align allege
allocate allot/allotted allow ally alter amass amaze amend amount analyze anchor anger angle announce annoy
annualize anoint answer antagonize anticipate apologise apologize appeal appear appease applaud apply appoint
appraise appreciate approach approve argue arise/arose/arisen arm arrange arrest arrive ask assail assemble assert
assess assign assist associate assort assume assure astonish astound attach attack attain attempt attend attentuate
attract attribute auction audit augure authorize automate average avert avoid await award back baffle bag/bagged
bail balance balk balloon ban/banned bandy bank bar/barred base batter battle be/was bear/bore beat/beat/beaten
become/became beef beg/begged begin/began/begun beguile behave behold/beheld belch beleaguer believe belong benefit
bereave besiege bet/bet betray bias bill billow bind/bound biodegrade blacken blame blast bleed/bled blink block
blow/blew/blown blur/blurred boat bog/bogged boil bolster bolt bomb bombard bond book boom boost bore borrow
botch bother bounce bow boycott brace brand breach break/broke/broken breathe breed/bred brew brief brighten
bring/brought bristle brush brutalize bubble budge buffer build/built bump burn burst/burst bury bust bustle
buy/bought buzz bypass calculate calibrate call calm campaign cancel/cancelled cap/capped capitalize capture care
carry carve case catalog/catalogged catalogue catalyze catapult catch/caught cater cause caution cease celebrate
cement center centre certify chaf chair chalk challenge change chant characterise characterize charge chart charter
check cheer cherish chill choke choose/chose/chosen churn circulate cite claim clap/clapped clarify clash class
classify clean cleanse clear climb cling/clung clobber clog/clogged clone close cloth cloud club/clubbed coagulate
coalesce coat coerce coin coincide collapse collect color comb combine come/came comfort command commend comment
commission commit/committed communicate compare compel/compelled compensate compete compile complain complete
complicate comply compose compound compress comprise compromise conceal concede conceive concentrate concern concert
conclude concoct condemn condition conduct confect confine confirm confiscate conflict conform confront confuse
conjure connect conquer conserve consider consist consolidate constitute constrain construct consult consume
consummate contact contain contaminate contemplate continue contract contrast contravene contribute
control/controlled convene convert convey convict convince cook cool cooperate coordinate cope copy cork corner
correct corroborate corrode cost/cost couch cough count counter couple court cover crack crackle craft crash crave
crawl/crawl create creep/crept cripple criticise criticize crop/cropped cross crowd crucify crumble crumple crush
cry crystallise crystallize cull culture curb curdle cure curtail cut/cut cycle dam/dam damage damn dampen dare
darken dash date deaden deal/dealt debate debilitate decapitate decay decide decimate declare decline decommission
decrease deduct deem deepen defeat defect defend defer/deferred define deflect deform defraud defy degenerate
degrade delay delist deliver demand demarcate dement demolish demonstrate denounce dent deny depart depend depict
deplete deplore deploy deport depose deposit depress deprive descend describe desert deserve design designate desire
despoil destabilize destine destroy detach detail detain detect deter/deterred determine devastate develop devise
devote diagnose dial dictate die diffuse dig/dug dilute dim/dimmed diminish dine dip/dipped direct disable disagree
disappear disappoint disarm disburse discard discharge discipline disclose disconnect discount discover discredit
discuss disengage disjoint dislodge dismantle dismember dismiss disorient dispatch dispense disperse displace
display dispose dispute disrupt dissent dissipate dissolve dissuade distance distinguish distort distract distress
distribute disturb dive/dove diversif divert divest divide divorce divulge do/did/done dock doctor document dodge
dog/dogged dole dominate don/donned donate doom double doubt douse downgrade downplay draft drag/dragged drain
draw/drew/drawn dream/dreamed/dreamt dredge drench dress drift drill drink/drank/drunk drip/dripped
drive/drove/driven drop/dropped drown drum/drummed dry dub/dubbed duck dump earmark earn ease eat/ate/eaten echo
eclipse edge edit educate eject elect elevate elicit eliminate elude email emanate embark embarrass embattle
embed/embedded embellish embolden embrace embroil emerge emphasise emphasize employ empower empty emulsify enable
enact encase encircle enclose encompass encounter encourage encroach end endanger endorse endure energize enforce
engage engineer engulf enhance enjoy enlarge enrage enshrine ensure enter entertain entitle entrench envelop
envisage epitomize equip/equipped erase erect erode erupt escalate escape escort establish estimate euthanize
evacuate evaluate evaporate evict evolve exacerbate exaggerate examine exasperate exceed excerpt exchange exclaim
exclude execute exempt exercise exert exhaust exhibit exhort exile exist exit expand expect expedite expel/expelled
expend experience experiment expire explain explode exploit explore export expose express expropriate extend
exterminate extinguish extract extrapolate eye fabricate face facilitate factor fade fail fall/fell/fallen fare
fasten fate fault fear feature feed/fed feel/felt fence fend ferry fetch field fight/fought figure file fill film
filter finalize finance find/found fine finish fire firm fish fit/fit fix fizzle flag/flagged flail flank
flap/flapped flare flaw flee/fled float flood flow/flowed/flown flummox flush fly/flew/flown foam focus focuss fold
follow foment fool force foreshadow forge forget/forgot/forgotten forgive/forgave/forgiven form formulate foster
foul found fracture fragment frame fray free freeze/froze/frozen fret/fretted frighten frustrate fuel/fuelled
fulfil/fulfilled fulfill fumble function fund funnel/funnelled furnish fuss gain gange garden garner gather
gear/gear generate get/got/gotten give/gave/given glare globalise gloss glue go/went/gone gobble golf govern
grab/grabbed graduate grandstand/grandstood grant grapple gravitate greet gridlock grieve grill grind/ground
grip/gripped ground grow/grew/grown guarantee guard guess guide gush hail halt halve hammer hamper hand handle
hang/hung happen harass harden harm harvest hatch hate haul haunt have/had head heal hear/heard
heartbreak/heartbreak hearten heat hedge heed heighten helicopter help herniate hide/hid/hidden highlight hightail
hijack hinder hint hire hit/hit hoard hoist hold/held hole holler hollow hone honor hood hook hope horrify hose host
hound house hover huddle hug/hugged hunch hunt hurl hurry hurt/hurt hush hustle hypothesize identify idle ignite
ignore illuminate illustrate imagine immerse immolate impact impede imperill implement implicate implode imply
import impose impoverish impress imprison improve incense inch incite include income/income increase incubate
incur/incurred indebt indemnify indicate indict industrialize infect inflame inflate inflict influence inform
infuriate inhabit inhale inhibit initiate inject injure innovate insert insist inspect inspire install institute
instruct insult insure integrate intend intensify interact interceep/intercept intercept interconnect interest
interlink intern interpret interrogate interrupt intersect intertwine intervene interview introduce inundate invade
inventory invest investigate invite invoke involve irk irritate isolate issue jail jam/jammed jeopardise join joke
judge jump justify keep/kept kick kidnap/kidnapped kill knit/knitted knock know/knew/known label lace lack
lag/lagged lambast lambaste lament land lap/lapped lash last laud launch lavish lay/laid lead/led leak learn lease
leave/left lend/lent lessen let/let level leverage levy liberate license lie lift light/lit like liken limit line
linger link liquidate list listen litter live load loan lobby locate lock lodge log/logged look loom loosen
loot/loot lose/lost love lower lurch lurk magnify maim maintain make/made manage maneuver manifest manipulate
manufacture map/mapped march mark market marry mask mass master match materialize mature mean/meant measure meet/met
melt mend mention merge message mimic/mimicked mine mingle miniaturize minimize minus/minus mirror miscalculate
mischaracterize misconstrue misinform misinterpret mislead/misled misrepresent miss misspel/misspelled misstate
mistake/mistook mitigate mix moan mobilise mobilize model moderate monitor motivate mottle mount move muddle mull
multiply murder mutate nail name narrow near need neglect negotiate neighbour nest network nickname nominate note
notice notify nudge nurse object oblige observe obstruct obtain occupy occur/occurred offend offer offset/offset oil
omit/omitted ooze open operate operationalise operationalize oppose opt optimise orchestrate order organise organize
originate oust outlast outline outmatch outnumber outperform outrage outsmart outstand/outstood overcome/overcame
overcrowd overestimate overfish overflow overheate overjoy overlook overpower overreact overrule
oversee/oversaw/overseen overshadow oversize overstate overthrow/overthrew/overthrown overturn overwhelm owe own
pack package paint pale pan/panned panic/panicked panick parachute paralyse paralyze parlay participate partition
party pass past paste patrol/patrolled pause pave pay/paid peak peg/pegged pend penetrate pepper perceive perfect
perform perish permeate permit/permitted perpetrate persevere persist persuade pervade photograph pick picture pile
pillory pin/pinned pinch pincushion pioneer pipe place plan/planned play plead please pledge plot/plotted plow pluck
plug/plugged plummet plunge pock point poise poison poll pollute pop/popped populate portray pose position possess
post postpone pounce pound pour practice praise pray precipitate preclude predict prefabricate prefer/preferred
premise prepare prescribe present preserve preside press pressure pressurize presume pretend prevail prevent prey
price prime principle print prioritise probe proceed process proclaim produce profess progress prohibit project
proliferate promise promote prompt pronounce propel/propelled propose prosecute protect protest protract
prove/proved/proven provide provoke publish puff pull pump punctuate puncture punish purchase pursue push put/put
qualify quarantine question quit/quit quizz quote race radicalize rage raid raise rally ramp range rank rankle
ransack rate ratify ration ravage raze reach react read/read ready reaffirm realize reap reappear reason reassemble
reassess reassure rebound rebrand rebuff rebuild/rebuilt rebuke recall receive recite reckon reclaim recognize
recommend reconfigure record recover recruit recycle redeem redeploy redirect reduce reel refer/referred reference
refine reflect refocus reform reformat/reformatted reformulate refurbish refuse regard register regroup regulate
rehabilitate reimburse reinforce reinstall reinstate reinvigorate reiterate reject rekindle relate relax release
relent relieve rely remain remark remember remind remove rename render renegotiate renew renounce renovate rent
reopen repair repatriate repeat repel/repelled replace replenish reply report reposition represent reprimand
reproach repudiate request require reschedule rescrub/rescrubbed rescue resell/resold resemble reserve reshape
resign resist resolve respect respond rest restate restore restrain restrict restructure result resume retain
retake/retook retire retract retreat retrieve return reunite revamp reveal reverse review revise revitalize revive
revoke reward rework rewrite/rewrote/rewritten riddle ride/rode/ridden ridicule rig/rigged ring/rang/rung ringfence
ripple rise/rose/risen risk roar roll root rough ruin rule run/ran rupture rush sabotage sack sacrifice sadden sail
salvage sample sandwich sanitize sap/sapped satisfy save say/said scale scan/scanned scare scaremonger scatter
schedule scoop score scotch scour scramble scrap/scrapped screen screw scrub/scrubbed scrutinise scrutinize seal
search seat secure see/saw/seen seek/sought seem seep segue seize sell/sold send/sent sentence separate serve
set/set settle sever shake/shook/shaken shape share sharpen shatter shave shear shed/shed shell shelter shelve shift
shine/shone ship/shipped shock shoot/shot shop/shopped shore shorten shout shove show/showed/shown shred/shredded
shrimp shrink/shrank/shrunk shrug/shrugged shuck shuffle shun/shunned shut/shut shutter sicken side sideline sign
signal signify silence simplify sing/sang/sung single sink/sank/sunk siphon/siphon siphone sit/sat situate size
sizzle skew skim/skimmed skyrocket slam/slammed slap/slapped slash slate slaughter slay/slayed/slain sleep/slept
slice slide/slid slim/slimmed slip/slipped slosh slow slump smack smash smile smudge snap/snapped sneeze sniff
snub/snubbed soak soar sober soften soil solidify solve sort sound sour spare spark spatter spawn speak/spoke/spoken
spearhead specialise specialize specify speculate spell spend/spent spew spike spild/spilt spill/spilled/spilt
spin/spun spit/spat splash split/split sponsor spook spot/spotted spray spread/spread spur/spurred square
stab/stabbed stabilise stabilize stack staff stage stagger stall stanch stand/stood stare start starve state station
stave stay steal/stole/stolen steer stem/stemmed step/stepped stick/stuck stifle stimulate stipulate stitch
stockpile stop/stopped store storm strain strand strap/strapped stream strengthen stress stretch strike/struck
strip/stripped strive/strove struggle strum/strummed study stuff stumble stump stunt subject submerge
submit/submitted subordinate subpoena subside substantiate subtract succeed succumb suck sue suffer suffocate
suggest sully summon supersede supervise supply support suppose suppress surface surge surpass surprise surrender
surround survey survive suspect suspend sustain swallow swamp sweep/swept sweeten swell swim/swam/swum swing/swung
swirl switch swoop tackle taint take/took/taken talk tally tangle tap/tapped tape target task tax teach/taught team
tear/tore/torn televise tell/told temper tempt tend term terminate terrify test testify tether thank thin/thinned
think/thought threaten thrill thrive throng throw/threw/thrown thunder thwart tie tighten tild/tilt time tingle
tinker tip/tipped title toil top/topped topple torture totall touch toughen tour tow trace track trade train
transfer/transferred transform translate transmit/transmitted transport trap/trapped travel/travelled treasure treat
trick trigger trim/trimmed triple trouble truck trust try tuck tumble tune turn unaccount unaffect unanswer unarm
unassimilate unassist uncap/uncapped unchange unconfirm uncontrol/uncontrolled uncover undercut/undercut
underestimate undergo/underwent/undergone underlie/underlay undermine underperform underprepare underscore
understand/understood understate undertake/undertook undervalue undetect undiscover unexpect unexplore unfold unfurl
unidentify unify unimpress uninhabit uninhibit uninvolve unite unlease unleash unlimit unlove unmiss unmonitor
unprepare unqualify unravel/unravelled unrealise unrealize unrelate unrestrain unsatisfy unseat unseate unsettle
unsubstantiate unsupport untaint untouch untry unuse unveil unwill up/upped upcome/upcome update upgrade
uphold/upheld upload uprise/uprised/uprisen upset/upset urge use vacation vaccinate validate value vanish vary vaunt
vent verify victimise vie view vilify violate visit visualise voice volunteer vote vow wade/wade wage wait waive
wake/waked/woken walk wall wane want warm warn warrant wash watch wave waver weaken wean/wean wear/wore/worn weather
weave/wove/woven weigh weight welcome weld widen wield will wilt win/won wind/wound wipe wire wish
withdraw/withdrew/withdrawn wither withhold/withheld witness wolf wonder word work worry worsen wound wrack
wrap/wrapped wreak/wreak wreck wrestle wretch wring/wrung write/wrote/written yank yell yield zag/zagged
`;

/** Forms of those verbs that were nouns or adjectives more often than verbs: they need a sign in the sentence to be read as verbs. */
export const MOSTLY_NOUNS = `
absorbing abuse abuses accelerating accord account acting acts advances advertising advocates affiliate age aid aim
air alarm alarming alarms alert alleged allies ally amazing amends amount amounts anger angles answers anticipated
appeal appeals approach approaches arm armed arms associates attack attacks attempt attempts auction average award
backs bag bags balance balanced ban bank banking banks bans bar bars base battle bears beef beginning benefits bill
billow bills binding biodegrade blame blast blocks bloodshed boat boating bolts bomb bombing bombs bond bonds book
books booming boosts bore boring bow boycott boycotts brand brands breach breaches brief bubble building burn burns
call calls calm campaigns cap caps captures care case cases catalogue cause causes caution cease cement center
centers centres chair challenge challenges change changes changing charge charges chart charter checks choke claim
claims clash clashes class classes clear clogs close clothing cloud clouds club clubs coat collapse color combined
comfort command comment comments commission compare compares compelling competing complaining complicated compound
compounds compromise concern concerns concert condition conditions conflict conflicting conflicts confused confusing
contact contacts contract contracts contrast control controlled controls convincing cool coordinates copies coping
copy cork corner corners correct cost costs coughs counter couple court courts crack cracks crash creeping crippling
crop crowd crowded crowds crushing cull culture cultures cutting damage damaged damages damn damned dashing dates
debate decline declines declining delay delaying delays delivering demand deposit deposits describes desert design
desire destroy detail detailed details devastating diminished dip direct discharge discharges displays dispute
disputes distance distances disturbing divide dock doctor doctors document documents dog don doubt doubts downgrade
downplay draft dredging drew drills drink drinking drinks drip dry duck ducks dumping ease eclipsed edge edges
educated email emails employs empty encounter encouraging encroaching end ends engineer engineering enraging erode
escort estimate estimates excerpts exchange exercise exhausted exile exiles existing exit experience experiences
experiment export exports eye eyes factor factors fail fate fated fault fear fears feed feeding fenced fencing field
fields figure figures filing film filter finances financing finding fine fines fire fires firm fish fishes fishing
fitting flag flags flap flaws floating flood flow fly foam focus fold force forces form forms founding fractured
frame framing fray free freezing fuel fuels fulfilling functions fund funnel fuss gain gains garden gear glare golf
graduate grant grants greeting grip ground grounds growing guarantee guarantees guard guarded guess gush halt halved
hand hands harden harm harvesting haul head heads heat heated heed helicopter helicopters hiring hit hole holes hook
hope hose host hosts house houses idle impact impacts impede imported improved inch inches income increasing injured
inspecting institute insult insulting intercept interest interests intervene interview inventories inventory
investigates isolated issue issues jail joke judge kill knowing label lack land last lasting leak leaks learning
lease leases leaves level levels leverage licensing light likes limited line lines link links list living load loan
loans lobby log loom looming looms lower managing maneuver manufacturing map mapping maps march market marketing
markets mask masks mass masses master measure measures meeting message mine misleading miss mistake mistakes mix
mixing model models moderate monitors murder name names narrow near nest network networks note notice nurse objects
offer oil oils open opening operating order orders outperform outrage outstanding overcrowded overwhelming own
package panic parties party past paste pasted pause peak pending perfect permit permits photograph photographs
picture pictures piles pioneer pipe pipes place places plan plans pledge pledges plot plugs plunge plunging point
points poll polls position positions post pound pounds practice practices preferred premises press pressure
pressures price prices prime principle principles print probe probes proceeds process processes processing progress
project projects promise promises propelled protected protest protests pumps purchase purchases quarantine
quarantines question questioning questions race raging raid raids rallies rally ramp range rank ranks rate rates
rating ready reason reasons reassuring rebuke record records redeem reference refined reform reforms regards release
remaining remark remarks renewed repair repeat repeated report reports request requests rescue reserve reserves
respects rest restructuring result results retain retreat return returns review reward ridicule rig rigs ring ripple
rise risk risks rolling root roots rose rough ruin rule rules ruling rupture ruptures rush sabotage sacks sail
sailing salvage sample samples scale schedule scoop scores scramble screen screening screens scrub sealing search
searches seat seats seep seeps sentence separate serving shape share shares shear shears shells shelter shelves ship
ships shock shop shore shores shrimp shucking side sidelines sides sign signal signals signing signs silence single
sinking sinks siphon size skim slap slaughter slim slow slump soaked sober soil sorts sounding spare spawning
specialized spew spike spill spills split spot spread square stack staff stage stages staggering staging stanch
state states station stations step steps stockpile stockpiles store stores storm storms strain strains strand
strands stream stretch stretching strike strikes strip struggle struggling studies study stuff stunt subjects
subpoena subpoenas sue suffering supplies supply support surface surge surges surging surprise surrounding survey
surveys suspected sustained sweeping swells swing swirls talks tally tangle tap tape target task tax taxes team
teams tear tears term terms test tests thin ties time times timing tip title top torture touch touches tour trace
traces track trade trades trading training transfers transmit travel trouble troubled troubles troubling truck
trucks trust tunes unarmed uncontrolled underlying understanding unified united unlimited update updates ups
vacation value values vent vents view views visit voice voices vote votes wage wages wake wall walls warm warming
warrant wave waves weather weight wind winds winning wire witness witnesses word words work worried worrying wounded
wounds wreck wrecks yield
`;
