import { tag } from '../../../../shared/tagging/tag.ts';

/** Monday 31 March 2014. */
const found = (text: string) =>
  tag(text, { dct: '2014-03-31', language: 'de' }).map(({ text: words, value }) => [words, value]);

describe('German dates that state all they need', () => {
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

describe('German dates that lean on the day of writing', () => {
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

test('German lengths and repetitions have no place on the calendar', () => {
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
  test('what counts a noun is none', () => expect(found('Um 1500 Häuser und seit 1200 Soldaten.')).toEqual([]));
});
