/** A stretch of history with a name. Days are ISO, inclusive. */
export interface NamedPeriod {
  readonly key: string;
  readonly start: string;
  readonly end: string;
  readonly source: string;
}

const IOC = 'olympics.com, opening to closing ceremony';
const FIFA = 'fifa.com, first to last match';
const WHITE_HOUSE = 'whitehouse.gov/about-the-white-house/presidents';

/** "year key start end", one a line: years name the games, not always the days. */
const rows = (table: string, prefix: string, source: string): NamedPeriod[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', start = '', end = ''] = line.trim().split(/\s+/);
      return { key: `${prefix}:${name}`, start, end, source };
    });

const SUMMER = `
  1928 1928-07-28 1928-08-12
  1932 1932-07-30 1932-08-14
  1936 1936-08-01 1936-08-16
  1948 1948-07-29 1948-08-14
  1952 1952-07-19 1952-08-03
  1956 1956-11-22 1956-12-08
  1960 1960-08-25 1960-09-11
  1964 1964-10-10 1964-10-24
  1968 1968-10-12 1968-10-27
  1972 1972-08-26 1972-09-11
  1976 1976-07-17 1976-08-01
  1980 1980-07-19 1980-08-03
  1984 1984-07-28 1984-08-12
  1988 1988-09-17 1988-10-02
  1992 1992-07-25 1992-08-09
  1996 1996-07-19 1996-08-04
  2000 2000-09-15 2000-10-01
  2004 2004-08-13 2004-08-29
  2008 2008-08-08 2008-08-24
  2012 2012-07-27 2012-08-12
  2016 2016-08-05 2016-08-21
  2020 2021-07-23 2021-08-08
  2024 2024-07-26 2024-08-11`;
const WINTER = `
  1948 1948-01-30 1948-02-08
  1952 1952-02-14 1952-02-25
  1956 1956-01-26 1956-02-05
  1960 1960-02-18 1960-02-28
  1964 1964-01-29 1964-02-09
  1968 1968-02-06 1968-02-18
  1972 1972-02-03 1972-02-13
  1976 1976-02-04 1976-02-15
  1980 1980-02-13 1980-02-24
  1984 1984-02-08 1984-02-19
  1988 1988-02-13 1988-02-28
  1992 1992-02-08 1992-02-23
  1994 1994-02-12 1994-02-27
  1998 1998-02-07 1998-02-22
  2002 2002-02-08 2002-02-24
  2006 2006-02-10 2006-02-26
  2010 2010-02-12 2010-02-28
  2014 2014-02-07 2014-02-23
  2018 2018-02-09 2018-02-25
  2022 2022-02-04 2022-02-20
  2026 2026-02-06 2026-02-22`;
const WORLD_CUP = `
  1930 1930-07-13 1930-07-30
  1934 1934-05-27 1934-06-10
  1938 1938-06-04 1938-06-19
  1950 1950-06-24 1950-07-16
  1954 1954-06-16 1954-07-04
  1958 1958-06-08 1958-06-29
  1962 1962-05-30 1962-06-17
  1966 1966-07-11 1966-07-30
  1970 1970-05-31 1970-06-21
  1974 1974-06-13 1974-07-07
  1978 1978-06-01 1978-06-25
  1982 1982-06-13 1982-07-11
  1986 1986-05-31 1986-06-29
  1990 1990-06-08 1990-07-08
  1994 1994-06-17 1994-07-17
  1998 1998-06-10 1998-07-12
  2002 2002-05-31 2002-06-30
  2006 2006-06-09 2006-07-09
  2010 2010-06-11 2010-07-11
  2014 2014-06-12 2014-07-13
  2018 2018-06-14 2018-07-15
  2022 2022-11-20 2022-12-18
  2026 2026-06-11 2026-07-19`;
/** Presidents of the United States whose surname alone is plain; the Bushes and the second term of others are not. */
const PRESIDENCIES = `
  lincoln 1861-03-04 1865-04-15
  wilson 1913-03-04 1921-03-04
  coolidge 1923-08-02 1929-03-04
  hoover 1929-03-04 1933-03-04
  truman 1945-04-12 1953-01-20
  eisenhower 1953-01-20 1961-01-20
  kennedy 1961-01-20 1963-11-22
  nixon 1969-01-20 1974-08-09
  carter 1977-01-20 1981-01-20
  reagan 1981-01-20 1989-01-20
  clinton 1993-01-20 2001-01-20
  obama 2009-01-20 2017-01-20`;

const PERIODS = new Map(
  [
    ...rows(SUMMER, 'summer-olympics', IOC),
    ...rows(WINTER, 'winter-olympics', IOC),
    ...rows(WORLD_CUP, 'world-cup', FIFA),
    ...rows(PRESIDENCIES, 'presidency', WHITE_HOUSE),
  ].map((period) => [period.key, period]),
);

/** The period of a key ("summer-olympics:2008", "presidency:clinton"), if the gazetteer has it. */
export const namedPeriod = (key: string): NamedPeriod | undefined => PERIODS.get(key);
