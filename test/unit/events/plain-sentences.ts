/** Sentences that tell one thing as a fact, in the past or present: each must give an asserted event, and none that is not. */
export const PLAIN: readonly string[] = `
  The old bridge collapsed on 3 May.
  The orchestra toured Japan in October 2013.
  The ferry sank off the coast on Monday.
  The court heard the case on Thursday.
  Parliament passed the budget last week.
  The museum reopened its east wing in spring 2014.
  Voters went to the polls on 12 April 2015.
  The airline started flights to Lima in September 2012.
  The two ministers met in Vienna last month.
  The union went on strike on Friday.
  The summit took place in Oslo in 1993.
  The rocket lifted off on 14 August 2014.
  A bomb killed nine people in the market on Saturday.
  The bank closed forty branches in 2011.
  She was elected mayor in 2009.
  He was born in Trieste in 1911.
  The publisher released her second novel in November 1987.
  The company was founded in 1921 by two brothers.
  Thousands marched through the capital on Sunday.
  The regulator published its findings on Monday.
  The party chose a new leader in September 2010.
  The railway reached the coast in 1869.
  The earthquake of 1755 destroyed the city.
  The 1968 Olympics were held in Mexico City.
  Troops entered the valley in March 2003.
  The stadium hosted the final in August 2006.
  The pope visited the island in 1983.
  The dictator fled the country in 1979.
  The wall came down in November 1989.
  Scientists discovered the cave in 1994.
  The firm hired 300 people last year.
  The volcano erupted in 1902 and buried the town.
  The treaty was signed in Paris in 1898.
  The king abdicated on 11 December 1936.
  The tanker ran aground in March 1989.
  The prosecutor charged five men with fraud on Wednesday.
  The government fell in 1958.
  The ceasefire took effect on 20 July 1974.
  Rebels seized the airport on Tuesday.
  The currency was devalued in January 1994.
  The flood drowned more than two thousand people in 1953.
  The company moved its headquarters to Zurich in 2005.
  The first printed map of the island appeared in 1507.
  The senate rejected the nominee in 1987.
  The team won the cup in 1966.
  The refugees crossed the border in 1956.
  The army shelled the village on 2 February.
  Police arrested twelve protesters on Sunday.
  The plant has produced steel since 1903.
  The mayor resigned yesterday.
  The two banks merged in 1998.
  A fire broke out in the theatre on 30 December 1903.
  The last emperor died in 1967.
  The judge sentenced him to six years in prison on Friday.
  Fighting between the two clans began in April.
  The satellite failed in 2011.
  The general was tried and executed in 1946.
  The crew abandoned ship on 21 November 1915.
  The strike of 1926 lasted nine days.
  The ministry banned the drug in 1961.
  The island became independent in 1962.
  The house was sold at auction last Wednesday.
  Workers occupied the factory in May 1968.
  The dam was completed in 1936.
  The airline cancelled its order in 1973.
  The tribunal acquitted the colonel in 2008.
  The opposition boycotted the vote in 2010.
  A landslide buried the road last night.
  The chancellor opened the fair on Monday.
  The paper exposed the bribes in 1995.
  The navy rescued 240 migrants on Saturday.
  She married the painter in 1929.
  The famine of 1845 emptied the countryside.
  The two Koreas held talks in June 2000.
  The queen opened the tunnel in 1994.
  Inflation rose to nine per cent in 1974.
  The club sold its best player in January.
  The archive was destroyed in the bombing of 1944.
  The shares lost a third of their value on Thursday.
  The explorer reached the pole in December 1911.
  The province declared independence in 1991.
  The virus was isolated in 1983.
  The theatre burned down in 1808.
  The monks rebuilt the abbey in 1210.
  The actor won an award in February.
  The border was closed on 13 August 1961.
  The hijackers released the hostages on Sunday.
  The firm recalled two million cars last month.
  Engineers shut down the reactor in 1986.
  The duke was murdered in Sarajevo on 28 June 1914.
  The colony revolted in 1804.
  The port handled nine million containers in 2014.
  Caesar was killed on 15 March 44 BC.
  The plague reached Sicily in October 1347.
  The council adopted the charter on 26 June 1945.
  The committee voted against the merger on Tuesday.
  The team refused to play on Sunday.
  The commission met in Geneva in 1955 and agreed on a text.
  The bishop was exiled in 1637.
  The ship left Lisbon in July 1497 and rounded the cape in November.
  Residents elected a new council in May.
  The chairman apologised to the families on Monday.
  The company denied the claim on Friday.
  The minister rejected the offer last week.
  The spokesman predicted a long winter on Thursday.
  The guards stopped the convoy at dawn on 6 April.
  The clinic treated 900 patients in 2012.
  The city hosted the games in 1972.
  The poet published nothing after the fire but taught in Leeds in 1931.
  The patient was not treated until Friday.
  The relief column would not reach the town until May 1905.
  The minister told reporters on Friday that no request had come, and that help would be sent if necessary.
  The price of salt almost doubled in 1911.
  The island could not trade with the mainland until 1968.
  The festival was cancelled on 3 May.
  The expedition was called off in March.
  The rule did not prevent the mayor from selling the quay in 2010.
  Nothing stopped Berg from leaving the party in May 2011.
  The valve that failed was mended in May 2011.
  Profits from selling the old quay rose in May 2011.
  The board did not fail to pay the crew in 2009.
`
  .split('\n')
  .map((line) => line.trim())
  .filter(Boolean);
