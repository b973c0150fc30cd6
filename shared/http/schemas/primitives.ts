import * as z from 'zod/mini';
import { DATE_BASES, MODALITIES } from '../../events/event.ts';
import { parseIsoDay } from '../../time/day.ts';
import { boundDay } from '../../time/day-bound.ts';
import { INTERFACE_LANGUAGES } from '../../timeline/view.ts';

/** Text without control characters, which would end up in headers, logs and feeds. */
export const line = (maxLength: number) =>
  z.string().check(
    z.minLength(1, 'must not be empty'),
    z.maxLength(maxLength, `must have at most ${maxLength} characters`),
    z.refine((text) => !/[\p{Cc}\p{Surrogate}\u2028\u2029]/u.test(text), 'must be one line without control characters'),
  );

/** Text of several lines, without other control characters. */
export const paragraphs = (maxLength: number) =>
  z.string().check(
    z.refine((text) => /\S/.test(text), 'must not be empty'),
    z.maxLength(maxLength, `must have at most ${maxLength} characters`),
    z.refine(
      (text) => !/[^\P{Cc}\n\r\t]|\p{Surrogate}/u.test(text),
      'must be text without control characters other than line breaks',
    ),
  );

/** An inclusive ISO day that exists; BCE years are astronomical and signed. */
export const IsoDay = z.string().check(
  z.regex(/^-?\d{4}-\d{2}-\d{2}$/, 'must be an ISO day such as 1989-06-04 or -0043-03-15'),
  z.refine((text) => parseIsoDay(text) !== undefined, 'must be a day that exists'),
  z.describe('An ISO day. BCE years are astronomical and signed: `-0043-03-15` is 15 March 44 BC.'),
);

/** A bound of a range: an ISO day, or EDTF of a coarser unit, of which the first or last day counts. */
export const Bound = (edge: 'first' | 'last') =>
  z.pipe(
    z.string().check(
      z.refine(
        (text) => boundDay(text, edge) !== undefined,
        'must be a day that exists, or a month or year: 1989-06-04, 1989-06, 1989, -0043-03-15',
      ),
      z.describe(
        `An ISO day, or EDTF of a month, season, year, decade or century, of which the ${edge} day counts: \`2010-06\`, \`2010\`, \`201X\`. BCE years are astronomical and signed.`,
      ),
    ),
    z.transform((text: string): string => boundDay(text, edge) ?? text),
  );

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?$/i;

/** An ISO day, or a date-time whose own offset says which day it is. */
export const IsoDayOrTime = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}(?:[Tt ].{4,32})?$/, 'must be an ISO date or date-time such as 2014-03-30T09:00:00+08:00'),
  z.refine((text) => parseIsoDay(text.slice(0, 10)) !== undefined, 'must be a day that exists'),
  z.refine((text) => text.length === 10 || TIME.test(text.slice(11)), 'must have a time of day that exists'),
  z.describe('An ISO date or date-time; the day in its own offset counts.'),
);

/** An instant in UTC as the service writes it. */
export const Instant = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/, 'must be a UTC date-time'));

const NAME = /^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/;
const NAME_RULE = 'must be 1 to 64 of a–z, 0–9, - and _, with a letter or digit at both ends';

/** The name of a collection. */
export const Collection = z.string().check(z.regex(NAME, NAME_RULE), z.describe('The name of a collection.'));

/** The name of a timeline in URLs. */
export const Slug = z.string().check(z.regex(NAME, NAME_RULE));

/** An id in a path; it need not exist. */
export const Id = z.string().check(z.regex(/^[\w.~-]{1,128}$/, 'must be an id: letters, digits, - and _'));

/** A facet's value in a query. */
export const FacetValue = line(200);

/** How certain the text is of an event. */
export const Modality = z.enum(MODALITIES);

/** How the event got its date. */
export const Basis = z.enum(DATE_BASES);

/** 0…1. */
export const Share = z.number().check(z.gte(0, 'must be at least 0'), z.lte(1, 'must be at most 1'));

/** A whole number within bounds, both inclusive. */
export const whole = (least: number, most: number) =>
  z
    .int('must be a whole number')
    .check(z.gte(least, `must be at least ${least}`), z.lte(most, `must be at most ${most}`));

/** An opaque cursor: the `next` of the page before. */
export const Cursor = z.string().check(z.minLength(1), z.maxLength(4096, 'must be the `next` of the page before'));

/** An absolute http or https address. */
export const WebAddress = z
  .string()
  .check(
    z.maxLength(2048, 'must have at most 2048 characters'),
    z.refine(isWebAddress, 'must be an absolute http or https address'),
  );

/** An https URL without a user name, from which a page may load a picture. */
export const PictureAddress = z.string().check(
  z.maxLength(2048, 'must have at most 2048 characters'),
  z.refine(
    (text) => isWebAddress(text) && /^https:/i.test(text) && new URL(text).username === '',
    'must be an absolute https address',
  ),
);

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}

/** Whether a text is a valid collection name. */
export const isCollection = (text: string): boolean => NAME.test(text);

/** The language of formatted dates. */
export const langShape = {
  lang: z.exactOptional(
    z
      .enum(INTERFACE_LANGUAGES)
      .check(z.describe('The language of `date.display`, and of a picture’s own words. Default: `en`.')),
  ),
};
