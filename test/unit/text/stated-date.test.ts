import { readStatedDate } from '../../../shared/text/stated-date.ts';

describe('a stated date', () => {
  test.each([
    ['RFC 822', 'Sun, 30 Mar 2014 23:30:00 +0800', '2014-03-30T23:30:00+08:00'],
    ['in its own offset: still the thirtieth', 'Sun, 30 Mar 2014 23:30:00 -0500', '2014-03-30T23:30:00-05:00'],
    ['named zone', 'Sun, 30 Mar 2014 23:30:00 EDT', '2014-03-30T23:30:00-04:00'],
    ['GMT', 'Sun, 30 Mar 2014 23:30:00 GMT', '2014-03-30T23:30:00Z'],
    ['a wrong weekday is the writer’s slip', 'Mon, 30 Mar 2014 09:00 GMT', '2014-03-30T09:00:00Z'],
    ['two-digit year', '30 Mar 99 09:00:00 GMT', '1999-03-30T09:00:00Z'],
    ['an unknown zone leaves the day alone', 'Sun, 30 Mar 2014 23:30:00 XYZ', '2014-03-30'],
    ['no zone leaves the day alone', '2014-03-30 23:30:00', '2014-03-30'],
    ['W3C date-time', '2014-03-30T23:30:00.123+08:00', '2014-03-30T23:30:00+08:00'],
    ['W3C without seconds', '2014-03-30T23:30Z', '2014-03-30T23:30:00Z'],
    ['offset without a colon', '2014-03-30T23:30:00+0800', '2014-03-30T23:30:00+08:00'],
    ['a day', '2014-03-30', '2014-03-30'],
    ['slashes, year first', '2014/03/30 23:30:00 +0800', '2014-03-30T23:30:00+08:00'],
    ['month first', 'March 30, 2014 11:30 pm GMT', '2014-03-30T23:30:00Z'],
    ['noon is twelve pm', 'March 30, 2014 12:05 PM GMT', '2014-03-30T12:05:00Z'],
    ['midnight is twelve am', 'March 30, 2014 12:05 AM GMT', '2014-03-30T00:05:00Z'],
    ['compact', '20140330T233000Z', '2014-03-30T23:30:00Z'],
    ['long month', '3 September 2014', '2014-09-03'],
    ['a leap day', '29 Feb 2024', '2024-02-29'],
    ['German', 'Mi, 04 Mär 2020 10:00:00 +0100', '2020-03-04T10:00:00+01:00'],
    ['French', 'sam., 4 juil. 2020 10:00:00 +0200', '2020-07-04T10:00:00+02:00'],
    ['Spanish', 'mié, 08 ene 2020 10:00:00 -0300', '2020-01-08T10:00:00-03:00'],
    ['Spanish in words', '8 de enero de 2020', '2020-01-08'],
    ['Polish', 'pt., 16 paź 2020 10:00:00 +0200', '2020-10-16T10:00:00+02:00'],
    ['Russian', 'Ср, 09 сен 2020 10:00:00 +0300', '2020-09-09T10:00:00+03:00'],
    ['one-digit clock', 'Fri, 07 Feb 2020 7:4:9 GMT', '2020-02-07T07:04:09Z'],
    ['one-digit hour', '2020-02-07T7:04:00Z', '2020-02-07T07:04:00Z'],
    ['a number for the weekday', '007, 07 Feb 2020 10:00:00 +0000', '2020-02-07T10:00:00+00:00'],
    ['a weekday that a template left empty', ', 07 Feb 2020 10:00:00 +0000', '2020-02-07T10:00:00+00:00'],
    ['a template that was not filled in', '%a, 07 Feb 2020 10:00:00 +0000', '2020-02-07T10:00:00+00:00'],
    ['day first, by its size', '27/02/2020', '2020-02-27'],
    ['day first, by its dots', '7.2.2020 14:00', '2020-02-07'],
    ['asctime', 'Fri Feb  7 10:00:00 2020', '2020-02-07'],
    ['the date command', 'Fri Feb  7 10:00:00 CET 2020', '2020-02-07T10:00:00+01:00'],
    ['the date command with an offset', 'Fri Feb 7 10:00:00 +0100 2020', '2020-02-07T10:00:00+01:00'],
    ['seconds since 1970', '1581069600', '2020-02-07T10:00:00Z'],
    ['milliseconds since 1970', '1581069600000', '2020-02-07T10:00:00Z'],
    ['Chinese and Japanese', '2020年2月7日 14:28:04', '2020-02-07'],
    ['Korean, with the half of the day before the hour', '2020년 2월 7일 오후 11:23:17', '2020-02-07'],
    ['Greek', 'Παρ, 07 Φεβ 2020 10:00:00 +0200', '2020-02-07T10:00:00+02:00'],
    ['Hungarian, year first', '2020-február-07T9:15+01:00', '2020-02-07T09:15:00+01:00'],
    ['year and name of the month first', '2020-Feb-07', '2020-02-07'],
    ['dots, year first', '2020. 02. 07.', '2020-02-07'],
    ['English in full', 'Friday, 7th of February 2020', '2020-02-07'],
    ['an hour of twelve without minutes leaves the day alone', 'Feb. 7th 2020 11 a.m.', '2020-02-07'],
    ['as web servers log it', '07/Feb/2020:10:00:00 +0100', '2020-02-07T10:00:00+01:00'],
    ['the day of a year', '2020-038', '2020-02-07'],
    ['the day of a week of a year', '2020-W06-5', '2020-02-07'],
    ['basic ISO with an offset', '20200207T100000+0100', '2020-02-07T10:00:00+01:00'],
  ])('%s', (_why, raw, expected) => {
    expect(readStatedDate(raw)).toBe(expected);
  });

  test.each([
    ['the placeholder of a content system', 'Thu, 01 Jan 1970 00:00:00 +0000'],
    ['the placeholder west of Greenwich', 'Wed, 31 Dec 1969 19:00:00 -0500'],
    ['year one', '0001-01-01T00:00:00Z'],
    ['no such day', '30 Feb 2014'],
    ['no such leap day', '2023-02-29'],
    ['a month dates no article', '2014-03'],
    ['day or month first? nobody knows', '03/04/2014'],
    ['words', 'yesterday'],
    ['a duration', 'P1D'],
    ['a clock', '10:00'],
    ['a count', '1234567'],
    ['a day that its year does not have', '2019-366'],
    ['a week that its year does not have', '2019-W53-1'],
    ['the year before year one', 'Mon, 30 Nov -0001 00:00:00 +0000'],
    ['the first day of a spreadsheet', '1900-01-01'],
    ['nothing', ''],
    ['absent', undefined],
  ])('is not invented: %s', (_why, raw) => {
    expect(readStatedDate(raw)).toBeUndefined();
  });
});

test('numbers are read in the order that is known', () => {
  expect(readStatedDate('03/04/2014', 'day-first')).toBe('2014-04-03');
  expect(readStatedDate('03/04/2014', 'month-first')).toBe('2014-03-04');
});
