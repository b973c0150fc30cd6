import { writeCsv } from '../../shared/formats/csv/write.ts';
import { writeGrafana } from '../../shared/formats/grafana/write.ts';
import { writeIcs } from '../../shared/formats/ics/write.ts';
import { writeJson } from '../../shared/formats/json/write.ts';
import { writeJsonld } from '../../shared/formats/jsonld/write.ts';
import { writeMd } from '../../shared/formats/md/write.ts';
import type { ExportFormat } from '../../shared/formats/media-types.ts';
import { writeRss } from '../../shared/formats/rss/write.ts';
import { writeTimelinejs } from '../../shared/formats/timelinejs/write.ts';
import { writeTimelinejsCsv } from '../../shared/formats/timelinejs/write-csv.ts';
import type { TimelineDocument } from '../../shared/timeline/timeline-document.ts';

/** The writer of every format that is made from a list of events. */
export const WRITERS: Readonly<Record<Exclude<ExportFormat, 'svg'>, (document: TimelineDocument) => string>> = {
  json: writeJson,
  csv: writeCsv,
  ics: writeIcs,
  rss: writeRss,
  jsonld: writeJsonld,
  'timelinejs.json': writeTimelinejs,
  'timelinejs.csv': writeTimelinejsCsv,
  'grafana.json': writeGrafana,
  md: writeMd,
};
