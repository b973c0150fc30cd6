import type { Modality } from '../../../shared/events/event.ts';

/** Day of writing of all sentences here: a Tuesday. */
export const DAY_OF_WRITING = '2015-06-16';

type Hedge = Exclude<Modality, 'asserted'>;

const listed = (modality: Hedge, sentences: string): readonly (readonly [Hedge, string])[] =>
  sentences
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((sentence) => [modality, sentence] as const);

/** Sentences whose one dated event did not simply happen, with what a careful reader would call it. */
export const HEDGED: readonly (readonly [Hedge, string])[] = [
  ...listed(
    'planned',
    `The new bridge will open on 3 July.
     The northern road will not open until 3 July.
     The talks are supposed to end on 4 July.
     The board will decide on Friday what help, if any, to accept.
     The orchestra is to tour Japan in October.
     The ferry company plans to add a night service next month.
     The court is due to hear the case on Thursday.
     Parliament will debate the budget next week.
     The museum intends to reopen its east wing in spring 2016.
     Voters are scheduled to go to the polls on 12 July.
     The airline is set to start flights to Lima in September.
     The two ministers have agreed to meet in Vienna next month.
     The union has promised to strike on Friday.
     The summit will take place in Oslo on 20 June.
     The launch is planned for 14 August.
     A memorial for the victims is scheduled for Saturday.
     The bank is going to close forty branches by the end of 2016.
     The village aims to be free of cars by 2018.
     The publisher will release her second novel in November.
     The company has vowed to cut its emissions by 2020.
     The president's planned visit to Warsaw in July has drawn protests.
     The regulator will publish its findings on Monday.
     The party is preparing to choose a new leader in September.
     The railway's new line opens on 1 December.
     The committee meets on Thursday to discuss the merger.
     The mayor pledged to plant a million trees by 2017.
     The army is about to leave the valley next week.
     The stadium is slated to host the final in August.
     The exhibition runs until 30 August and will then travel to Madrid.
     The proposed sale of the port in 2016 needs the approval of parliament.
     The group is threatening to blow up the bridge on Friday.
     Officials said the embassy would reopen in July.
     The firm said it would hire 300 people next year.
     The upcoming election in October worries investors.
     The scheduled talks on Thursday concern fishing rights.
     The council has decided to build a second school in 2016.
     The minister is expected in Ankara on Wednesday and will hold talks with his counterpart.
     The choir is booked to sing at the cathedral on Sunday.
     The satellite is timed to lift off on 2 July.
     Negotiators have set a deadline of 30 June for signing the accord.
     The prosecutor will seek an indictment on Friday.
     The troops are to be withdrawn by December.
     The ban will take effect on 1 January 2016.`,
  ),
  ...listed(
    'predicted',
    `Economists expect prices to fall in the autumn.
     The river is likely to flood again next week.
     Analysts predict that the currency will collapse next year.
     The bank forecasts that growth will slow in 2016.
     Unemployment should decline by the end of the year.
     The comet is expected to return in 2061.
     The population is projected to reach nine million by 2030.
     He predicted that the coalition would break up in the summer.
     Experts fear the glacier may vanish by 2040.
     The storm could reach the coast on Thursday.
     The drought may worsen in July.
     The shortage might ease next month.
     It is likely that the talks will fail next week.
     The ministry anticipates a record harvest in August.
     Observers think the government will fall in September.
     The volcano could erupt again this year.
     Sales are forecast to double in 2016.
     Rents will probably rise next year.
     The party will likely lose its majority in October.
     The deficit is seen shrinking in 2016.
     Lawyers hoped that the court would free him on Friday.
     Doctors warn that the epidemic may spread to the north in July.
     The reservoir is bound to run dry in August.
     The expected collapse of the bridge next winter worries engineers.
     Investors hope that the strike will end on Friday.
     Her recovery is expected to take until October.
     The plant is not expected to reach full output until October.
     The carrier will almost double its fleet by August 2016.
     The relief column would not reach the town until August, if it came at all.
     The court may rule on Thursday.
     Wages are likely to rise in 2016.
     The price of copper might drop next year.
     Meteorologists expect a heat wave next week.
     The island will disappear under the sea by 2090.`,
  ),
  ...listed(
    'negated',
    `The two sides did not meet in March.
     The factory never reopened after the fire and was not sold in 2012.
     No one was arrested on Sunday.
     The committee failed to reach a decision last week.
     The ship didn't arrive on Monday.
     The minister denied that troops had crossed the border in May.
     The company denies that it dumped waste in 2009.
     Nobody claimed responsibility for it last year.
     The vote was not held in April.
     The concert on Saturday was cancelled.
     The talks planned for Monday were called off.
     The team has not won since 2011.
     Neither party signed the accord in 2013.
     The patient was not treated on Friday.
     The bank did not raise rates last month.
     The general was never tried and no court heard the case in 1998.
     The president hasn't visited the island since 2010.
     No election took place in 2014.
     The witness couldn't be found in January.
     It is not true that she resigned in March.
     It is a myth that the tower was built in 1203.
     The government refrained from devaluing the currency in 1997.
     The march on Sunday never took place.
     The tower wasn't finished in 1931.
     The two clubs never played each other in 1938.
     The treaty was not ratified in 1921.
     The refugees were never allowed to return in 1949.
     The museum wasn't damaged last week.
     The prisoner was not released on Thursday.
     None of the miners survived the night of 3 May.
     The senator did not attend the hearing on Wednesday.
     The claim that the plant leaked in 1986 is denied by the ministry.`,
  ),
  ...listed(
    'hypothetical',
    `Had the dam burst in 1975, the whole valley would have been lost.
     If the king had died in 1640, there would have been no war.
     If the banks had failed in 2008, the state would have paid.
     Had she won in 2012, she would have closed the mine.
     Should the vote fail on Thursday, the cabinet will resign.
     Were the bank to collapse next year, savers would lose everything.
     If the rains come in July, the harvest can be saved.
     Unless a deal is reached on Friday, the workers will walk out.
     The army would have attacked in April if the weather had been better.
     He could have become president in 1996.
     They should have evacuated the town on Monday.
     The fire might have started on Sunday.
     He may have left the country in March.
     The painting is believed to have been stolen in 1990.
     The general allegedly ordered the killings in 1982.
     The two men are said to have met in Prague in 2001.
     She is thought to have died in 1943.
     The firm reportedly offered a bribe in 2006.
     Perhaps the fleet sailed in 1421.
     The letter was possibly written in 1605.
     Did the minister know of the raid in 2003?
     Was the treaty signed in 1878?
     It is unclear whether the reactor was shut down on Monday.
     Investigators are trying to learn whether he travelled to Cairo in May.
     She wished that her brother had stayed home in 1944.
     The opposition demanded that the chancellor resign in June.
     Farmers want the government to lift the ban in July.
     The mayor wants the state to send help on Monday.
     The alleged theft in 2011 was reported by a neighbour.
     The ministry is considering selling the airport next year.
     The club considered moving to the coast in 1999.
     The two countries might have gone to war in 1983.
     But for the storm the expedition would have reached the pole in 1909.
     Without the loan the firm would have gone bankrupt in 2009.
     The police suspect that he hid the money in 1994.
     There is speculation that the bank was warned in 2007.
     Rumours that the queen had abdicated in March proved hard to kill.
     The king is rumoured to have fled in 1917.
     Suppose the wall had stood in 1990.
     The scientists doubt that the crater formed in 1908.
     He appears to have entered the building on Saturday.
     The treaty seems to have been forged in 1340.
     The plan would require a referendum in 2016.
     The report asks what would happen if the grid failed in January.
     Imagine that the comet had struck in 1910.
     The prosecutor accused him of having sold the plans in 1987.
     If only the doctors had known in 1918.
     It is possible that the letter was burned in 1945.
     It is doubtful that the ship reached Iceland in 1012.
     The poet would have turned ninety in 2014.
     Whether the ship sank in 1120 is not known.
     The critics say the state could have saved the mill in 2010.
     The possible closure of the line next year alarms commuters.
     She might have been the first woman in space in 1961.
     Even if the strike ends on Monday, the port will stay shut.`,
  ),
];
