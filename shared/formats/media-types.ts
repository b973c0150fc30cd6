/** Extensions of export addresses, after `events.`. */
export type ExportFormat =
  | 'json'
  | 'csv'
  | 'ics'
  | 'rss'
  | 'jsonld'
  | 'timelinejs.json'
  | 'timelinejs.csv'
  | 'grafana.json'
  | 'md'
  | 'svg';

/** The media type of each export. */
export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  json: 'application/json; charset=utf-8',
  // RFC 4180 §3: the header row is part of the file.
  csv: 'text/csv; charset=utf-8; header=present',
  ics: 'text/calendar; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
  'timelinejs.json': 'application/json; charset=utf-8',
  'timelinejs.csv': 'text/csv; charset=utf-8; header=present',
  'grafana.json': 'application/json; charset=utf-8',
  // RFC 7763
  md: 'text/markdown; charset=utf-8; variant=CommonMark',
  svg: 'image/svg+xml; charset=utf-8',
};
