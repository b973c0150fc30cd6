import type { Modality } from '../../../shared/events/event.ts';

/** An event that a careful editor would list: the word that names it (`#2` for its second place in the text), its days, words of a title. */
export interface GoldEvent {
  readonly trigger: string;
  readonly start: string;
  readonly end: string;
  readonly modality: Modality;
  readonly keywords: readonly string[];
}

export interface GoldArticle {
  readonly id: string;
  readonly publishedAt: string;
  readonly text: string;
  readonly events: readonly GoldEvent[];
}

const event = (trigger: string, days: string, keywords: string, modality: Modality = 'asserted'): GoldEvent => {
  const [start = '', end = start] = days.split('/');
  return { trigger, start, end, modality, keywords: keywords.split(',') };
};

/** Articles written for these tests, annotated before any program read them. */
export const GOLD: readonly GoldArticle[] = [
  {
    id: 'dam',
    publishedAt: '2016-05-19',
    text: `Engineers warn of cracks in Tarvik dam

By Lena Moe

Engineers who inspected the Tarvik dam on Tuesday have found cracks in its northern wall, the water authority said on Thursday.

The dam was completed in 1961 after a construction that took nine years and cost the lives of 31 workers. It supplies the city of Holm with two thirds of its water.

The authority lowered the level of the lake by three metres last week, and it will close the road below the dam on Saturday. Residents of two villages may have to leave their homes next month if the cracks grow, said its director, Per Aas.

Aas denied that the authority had ignored a report in 2011 that called the wall unsafe. "We did not receive that report until March 2014," he told reporters.

In September 1987 a landslide pushed a wave over the crest and flooded the valley. Seven people drowned. Had the wall broken then, a government inquiry found in 1989, the whole of lower Holm would have been lost.

Repairs are expected to begin in the autumn and to last until 2018. Parliament is to debate the cost on 2 June.`,
    events: [
      event('inspected', '2016-05-17', 'engineers,dam'),
      event('said', '2016-05-19', 'authority,cracks'),
      event('completed', '1961-01-01/1961-12-31', 'dam,completed'),
      event('lowered', '2016-05-09/2016-05-15', 'authority,level,lake'),
      event('close', '2016-05-21', 'road,close', 'planned'),
      event('leave', '2016-06-01/2016-06-30', 'residents,leave', 'predicted'),
      event('ignored', '2011-01-01/2011-12-31', 'authority,report', 'negated'),
      // "not … until X" is asserted of X
      event('receive', '2014-03-01/2014-03-31', 'report', 'asserted'),
      event('flooded', '1987-09-01/1987-09-30', 'landslide,wave'),
      event('drowned', '1987-09-01/1987-09-30', 'people,drowned'),
      event('found#2', '1989-01-01/1989-12-31', 'inquiry'),
      event('begin', '2016-09-01/2016-11-30', 'repairs', 'predicted'),
      event('debate', '2016-06-02', 'parliament,cost', 'planned'),
    ],
  },
  {
    id: 'retailer',
    publishedAt: '2012-10-24',
    text: `Halden Stores Plc said it lost 4.2 million pounds in the third quarter as customers stayed away from its older shops.

Sales fell 6 percent to 311 million pounds in the three months ended Sept. 30, from 331 million a year earlier. The shares dropped 9 percent in London trading on Tuesday, their steepest fall since 2008.

Chief executive Moira Kent, who took over in February, plans to close 40 of the company's 212 shops by the end of next year. "We should have started this in 2009," Kent told analysts on a conference call on Wednesday.

Halden bought its rival Fenwick & Sons for 90 million pounds in 2006. It agreed in July to sell the chain's warehouse in Leeds, and the sale was completed on Oct. 12.

The company hasn't paid a dividend since 2010. Analysts at Corbin Bank forecast that it will return to profit in 2014.

A takeover bid by the Swedish group Norda collapsed in May after the two sides failed to agree on a price. Norda could make a new offer in early 2013, people close to the talks said.`,
    events: [
      event('lost', '2012-07-01/2012-09-30', 'halden,lost'),
      event('fell', '2012-07-01/2012-09-30', 'sales'),
      event('dropped', '2012-10-23', 'shares'),
      event('took', '2012-02-01/2012-02-29', 'kent'),
      event('close', '2012-10-24/2013-12-31', 'shops,close', 'planned'),
      event('told', '2012-10-24', 'kent,analysts'),
      event('bought', '2006-01-01/2006-12-31', 'halden,fenwick'),
      event('agreed', '2012-07-01/2012-07-31', 'warehouse,sell'),
      event('completed', '2012-10-12', 'sale'),
      event('return', '2014-01-01/2014-12-31', 'profit,return', 'predicted'),
      event('collapsed', '2012-05-01/2012-05-31', 'bid,norda'),
      event('make', '2013-01-01/2013-04-30', 'norda,offer', 'predicted'),
    ],
  },
  {
    id: 'trial',
    publishedAt: '2009-03-05',
    text: `LAGUNA, March 5 (AP) -- A former army captain went on trial Thursday over the killing of eleven farmers in the village of Oro in 1984.

Prosecutors say Captain Luis Ferrer ordered his men to fire on the farmers on the night of November 12, 1984. Ferrer, 61, has said he was in the capital that week.

He fled to Spain in 1999 and was arrested in Malaga two years ago. A Spanish court approved his extradition last October.

The trial had been due to begin in January but was postponed because the defence asked for more time. Judge Rosa Iglesias rejected a second request on Monday.

Some 40 witnesses will testify over the next three weeks. A verdict is expected in April. If he is found guilty, Ferrer could spend the rest of his life in prison.

An amnesty law of 1990 protected soldiers from prosecution until the Supreme Court struck it down in June 2005. Relatives of the victims marched through Oro on Sunday with photographs of the dead.`,
    events: [
      event('went', '2009-03-05', 'captain,trial'),
      event('killing', '1984-01-01/1984-12-31', 'killing,farmers'),
      event('ordered', '1984-11-12', 'ferrer,ordered'),
      event('fled', '1999-01-01/1999-12-31', 'spain,fled'),
      event('arrested', '2007-01-01/2007-12-31', 'arrested,malaga'),
      event('approved', '2008-10-01/2008-10-31', 'court,extradition'),
      event('begin', '2009-01-01/2009-01-31', 'trial', 'planned'),
      event('rejected', '2009-03-02', 'judge,iglesias,request'),
      event('testify', '2009-03-05/2009-03-26', 'witnesses,testify', 'planned'),
      event('expected', '2009-04-01/2009-04-30', 'verdict', 'predicted'),
      event('law', '1990-01-01/1990-12-31', 'amnesty,law'),
      event('struck', '2005-06-01/2005-06-30', 'court,struck'),
      event('marched', '2009-03-01', 'relatives,marched'),
    ],
  },
  {
    id: 'island',
    publishedAt: '2003-07-15',
    text: `Ceasefire holds on Kerang island

The ceasefire on Kerang held for a second day on Tuesday, monitors said, after the army withdrew its last armoured vehicles from the port.

Rebel commander Tomas Wali and Defence Minister Ana Brito signed the truce in Geneva on Sunday. Under its terms, 3,000 rebels will hand in their weapons by the end of August.

Wali arrived at the ceremony an hour late. He shook hands with the minister and left without speaking.

The war broke out in April 1998, when soldiers shot dead four students during a protest in the capital. More than 9,000 people have died since then, and a third of the islanders have fled their homes.

A first truce, signed in Bangkok in late 2000, lasted only eleven weeks. The United Nations withdrew its staff in February 2001 after a bomb wrecked its office.

Wali said in an interview last week that he would not have come to Geneva if the army had attacked again in June.

Elections may be held early next year, according to diplomats. President Duarte has not said whether he will run.`,
    events: [
      event('held', '2003-07-15', 'ceasefire'),
      event('signed', '2003-07-13', 'wali,brito,truce'),
      event('hand', '2003-07-15/2003-08-31', 'rebels,weapons', 'planned'),
      event('arrived', '2003-07-13', 'wali,arrived'),
      event('shook', '2003-07-13', 'hands'),
      event('broke', '1998-04-01/1998-04-30', 'war,broke'),
      event('shot', '1998-04-01/1998-04-30', 'soldiers,students'),
      event('died', '1998-04-01/2003-07-15', 'people,died'),
      event('signed#2', '2000-09-01/2000-12-31', 'truce'),
      event('withdrew#2', '2001-02-01/2001-02-28', 'united nations,staff'),
      event('said#2', '2003-07-07/2003-07-13', 'wali,interview'),
      event('attacked', '2003-06-01/2003-06-30', 'army,attacked', 'hypothetical'),
      event('held#2', '2004-01-01/2004-04-30', 'elections', 'predicted'),
    ],
  },
  {
    id: 'painter',
    publishedAt: '2018-02-10',
    text: `Ida Vang, the painter whose grey seascapes hang in museums from Bergen to Boston, died on Thursday at her home in Stavanger. She was 91.

Born in Haugesund in 1926, she left school at fifteen and worked in a cannery during the war. She moved to Paris in 1948 and studied under the sculptor Henri Laval, whom she married three years later.

Her first exhibition, at a small gallery in Lyon in the spring of 1955, was ignored by the critics. In 1962 the National Gallery in Oslo bought two of her works, and the Venice Biennale showed her in 1964.

Laval died in 1971. Vang never painted in colour again.

She refused the Order of St. Olav in 1983 and gave her last interview in 2004. A fire destroyed some sixty canvases in her studio on New Year's Eve 1999.

A retrospective that she had helped to plan will open in Copenhagen in October. It was to have opened in 2016 but was put off when she fell ill.`,
    events: [
      event('died', '2018-02-08', 'vang,died'),
      event('Born', '1926-01-01/1926-12-31', 'born,haugesund'),
      event('moved', '1948-01-01/1948-12-31', 'moved,paris'),
      event('married', '1951-01-01/1951-12-31', 'married'),
      event('exhibition', '1955-03-01/1955-05-31', 'exhibition'),
      event('bought', '1962-01-01/1962-12-31', 'gallery,works'),
      event('showed', '1964-01-01/1964-12-31', 'venice,biennale'),
      event('died#2', '1971-01-01/1971-12-31', 'laval,died'),
      event('refused', '1983-01-01/1983-12-31', 'order,olav'),
      event('gave', '2004-01-01/2004-12-31', 'interview'),
      event('destroyed', '1999-12-31', 'fire,canvases'),
      event('open', '2018-10-01/2018-10-31', 'retrospective,copenhagen', 'planned'),
      event('opened', '2016-01-01/2016-12-31', 'opened', 'negated'),
    ],
  },
  {
    id: 'storm',
    publishedAt: '2007-11-16',
    text: `DHAKA, Bangladesh (Reuters) - A cyclone slammed into the southern coast late on Thursday, killing at least 240 people and flattening thousands of homes, officials said.

Winds of 220 kph tore off roofs in the town of Patuakhali. The storm weakened on Friday morning as it moved inland.

The navy has sent five ships to the worst-hit islands. Ships carrying food and medicine left the port of Khulna on Friday.

The government had moved 650,000 people to shelters by Thursday evening. "Without the warnings the toll would have been ten times higher," Disaster Minister Karim Reza told a news conference in Dhaka on Friday.

A cyclone killed about half a million people in 1970, and another in April 1991 left 143,000 dead.

Forecasters expect heavy rain until Sunday. Schools in the south will stay closed next week, the minister said, and exams planned for Monday have been cancelled.`,
    events: [
      event('slammed', '2007-11-15', 'cyclone,coast'),
      event('weakened', '2007-11-16', 'storm'),
      event('left', '2007-11-16', 'ships,khulna'),
      event('moved#2', '2007-11-15', 'government,people,shelters'),
      event('told', '2007-11-16', 'reza'),
      event('killed', '1970-01-01/1970-12-31', 'cyclone,killed'),
      event('left#2', '1991-04-01/1991-04-30', 'dead,143,000'),
      event('rain', '2007-11-16/2007-11-18', 'rain', 'predicted'),
      event('stay', '2007-11-19/2007-11-25', 'schools,closed', 'planned'),
      event('cancelled', '2007-11-19', 'exams', 'negated'),
    ],
  },
];
