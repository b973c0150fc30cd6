import { tag } from '../../../../shared/tagging/tag.ts';

/** Monday 31 March 2014. */
const found = (text: string) =>
  tag(text, { dct: '2014-03-31', language: 'de' }).map(({ text: words, value }) => [words, value]);

describe('German dates with day, month and year', () => {
  test.each([
    ['Der Vertrag wurde am 4. Juni 1989 geschlossen.', '4. Juni 1989', '1989-06-04'],
    ['Der Vertrag vom 4.6.1989 gilt.', '4.6.1989', '1989-06-04'],
    ['Im Juni 1989 stiegen die Preise.', 'Juni 1989', '1989-06'],
    ['Die Brücke steht seit 2008.', '2008', '2008'],
    ['In den 1990er Jahren wuchs der Handel.', 'den 1990er Jahren', '199'],
    ['Im 19. Jahrhundert kam der Dampf.', '19. Jahrhundert', '18'],
    ['Er fiel 44 v. Chr. in Rom.', '44 v. Chr.', 'BC0044'],
    ['Ende März 2013 war es kalt.', 'Ende März 2013', '2013-03'],
    ['Im Sommer 2008 regnete es.', 'Sommer 2008', '2008-SU'],
    ['Im dritten Quartal 2013 fiel der Gewinn.', 'dritten Quartal 2013', '2013-Q3'],
    ['An Weihnachten 2013 schneite es.', 'Weihnachten 2013', '2013-12-25'],
    ['Die Mühle steht seit 1640.', '1640', '1640'],
    ['Die Mühle wurde um 1640 gebaut.', '1640', '1640'],
    ['Ein Plan von ca. 1715 zeigt sie.', 'ca. 1715', '1715'],
    ['Im zweiten Halbjahr 2011 sank er.', 'zweiten Halbjahr 2011', '2011-H2'],
    ['In der zweiten Hälfte des 18. Jahrhunderts verfiel sie.', 'der zweiten Hälfte des 18. Jahrhunderts', '17'],
    ['Zwei Wochen vor dem 15. Juni 2001 riss sie.', 'Zwei Wochen vor dem 15. Juni 2001', '2001-06-01'],
    ['Um 9.15 Uhr am 3. Mai 2001 brannte es.', '9.15 Uhr am 3. Mai 2001', '2001-05-03T09:15'],
    ['In den Siebzigerjahren wuchs sie.', 'den Siebzigerjahren', '197'],
  ])('%s', (text, words, value) => expect(found(text)).toEqual([[words, value]]));
});

describe('German dates relative to the day of writing', () => {
  test.each([
    ['Gestern kam sie an.', 'Gestern', '2014-03-30'],
    ['Sie will übermorgen reisen.', 'übermorgen', '2014-04-02'],
    ['Letztes Jahr scheiterten die Gespräche.', 'Letztes Jahr', '2013'],
    ['Sie reden nächsten Monat weiter.', 'nächsten Monat', '2014-04'],
    ['Vor zwei Jahren zog er fort.', 'Vor zwei Jahren', '2012'],
    ['In drei Wochen wird er kommen.', 'drei Wochen', '2014-W17'],
    ['Der Minister sagte am Freitag, es sei vorbei.', 'Freitag', '2014-03-28'],
    ['Am Freitag wird gewählt.', 'Freitag', '2014-04-04'],
    ['Am 11. Februar traf er sie.', '11. Februar', '2014-02-11'],
  ])('%s', (text, words, value) => expect(found(text)).toEqual([[words, value]]));
});

test('German durations and sets have no calendar days', () => {
  expect(found('Er diente fünf Jahre, täglich und jeden Freitag.')).toEqual([
    ['fünf Jahre', 'P5Y'],
    ['täglich', 'P1D'],
    ['jeden Freitag', 'XXXX-WXX-5'],
  ]);
});

describe('German text without a time expression:', () => {
  test.each([
    ['Das kostet 1.990 Euro oder 3,5 Prozent mehr.', 'a dot parts thousands, a comma decimals'],
    ['Am Morgen war es still.', 'the noun for the early day is not the word for the day after'],
    ['Siehe Seite 1999.', 'a page'],
    ['Es war der Prager Frühling.', 'a name, not a season'],
    ['Am 31. Februar sollte es sein.', 'no such day'],
  ])('%s: %s', (text) => expect(found(text)).toEqual([]));
});

test('English words are not recognised in a German text', () =>
  expect(found('Das Buch heißt „Last Friday in May“.')).toEqual([]));

describe('German years before 1800', () => {
  test('both ends of a stretch', () =>
    expect(found('Zwischen 1450 und 1475 und von 1510 bis 1530 wuchs sie.')).toEqual([
      ['1450', '1450'],
      ['1475', '1475'],
      ['1510', '1510'],
      ['1530', '1530'],
    ]));
  test('a number before a noun is not a date', () =>
    expect(found('Um 1500 Häuser und seit 1200 Soldaten.')).toEqual([]));
});

describe('German shared parts, counts and abbreviations', () => {
  test.each([
    ['Am 3.2.21 war es kalt.', ['3.2.21 2021-02-03']],
    ['Vom 4.5. bis 6.5.20 ruhte die Arbeit.', ['4.5. 2020-05-04', '6.5.20 2020-05-06']],
    ['Am Do 4.5. wird gewählt.', ['Do 4.5. 2014-05-04']],
    ['Das kostet 3.5. So war es.', []],
    ['Er kam im Sept. 2010.', ['Sept. 2010 2010-09']],
    ['Der Krieg 1618–1648 und der von 1914/18.', ['1618 1618', '1648 1648', '1914 1914', '18 1918']],
    ['Im Winter 1941/42 fror es.', ['Winter 1941/42 1941-WI']],
    ['Im Herbst vergangenen Jahres kam er.', ['Herbst vergangenen Jahres 2013-FA']],
    ['Sie starb im Mai letzten Jahres.', ['Mai letzten Jahres 2013-05']],
    ['Das Gut wird im Jahre 1415 genannt.', ['Jahre 1415 1415']],
    ['Eine Umfrage mit 1850 Teilnehmern in 2000 Haushalten.', []],
    ['Er wohnt in der Mühlenstraße 1945.', []],
  ])('%s', (text, expected) => expect(found(text).map((one) => one.join(' '))).toEqual(expected));
});

describe('German parts of days, weeks and months', () => {
  test.each([
    ['Heute Morgen brannte es.', ['Heute Morgen 2014-03-31TMO']],
    ['Sie reist morgen früh.', ['morgen früh 2014-04-01TMO']],
    ['Am Freitagabend sank der Kahn.', ['Freitagabend 2014-03-28TEV']],
    ['Um halb neun am 3. Mai 2010 begann es.', ['halb neun am 3. Mai 2010 2010-05-03T08:30']],
    ['Um Viertel nach acht kam er.', ['Viertel nach acht 2014-03-31T08:15']],
    ['Am Ende des Monats ist Markt.', ['Ende des Monats 2014-03']],
    ['Anfang des 20. Jahrhunderts wuchs sie.', ['Anfang des 20. Jahrhunderts 19']],
    ['Das war Ende der Neunziger.', ['Ende der Neunziger 199']],
    ['In den fünfziger Jahren stand sie leer.', ['den fünfziger Jahren 195']],
    ['Die letzte Woche im Januar 2008 war kalt.', ['Die letzte Woche im Januar 2008 2008-W05']],
    ['Am ersten Montag im März 2010 kam sie.', ['ersten Montag im März 2010 2010-03-01']],
    ['Im Vorjahr fiel der Gewinn.', ['Vorjahr 2013']],
    ['Am 4. Juni 1989 kam er, am Tag darauf ging er.', ['4. Juni 1989 1989-06-04', 'Tag darauf 1989-06-05']],
    ['Am Tag nach Weihnachten 2011 brannte es.', ['Tag nach Weihnachten 2011 2011-12-26']],
    ['Am Tag der Deutschen Einheit 2010 regnete es.', ['Tag der Deutschen Einheit 2010 2010-10-03']],
    ['Am Rosenmontag 2010 ruht die Arbeit.', ['Rosenmontag 2010 2010-02-15']],
    ['Sie übt jeden Morgen und alle zwei Wochen.', ['jeden Morgen XXXX-XX-XXTMO', 'alle zwei Wochen P2W']],
  ])('%s', (text, expected) => expect(found(text).map((one) => one.join(' '))).toEqual(expected));
});
