/** Most rows of one file. */
const MOST_ROWS = 20_000;
const PLAIN = /[^,\r\n]*/y;
const QUOTED = /"((?:[^"]|"")*)"[^,\r\n]*/y;

/**
 * Parses a CSV file (RFC 4180): cells are separated by commas; a cell in double quotes may contain commas, line ends
 * and doubled quotes. Accepts any line end, a byte order mark and a last line without an end; empty lines are ignored.
 *
 * @throws RangeError for an unclosed quote, and for too many rows.
 */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length || row.length > 0) {
    const isQuoted = text[at] === '"';
    const form = isQuoted ? QUOTED : PLAIN;
    form.lastIndex = at;
    const found = form.exec(text);
    if (!found) throw new RangeError(`Row ${rows.length + 1} has a quote that is never closed.`);
    row.push(isQuoted ? (found[1] ?? '').replaceAll('""', '"') : found[0]);
    at = form.lastIndex;
    if (text[at] === ',') {
      at++;
      continue;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    if (rows.length > MOST_ROWS) throw new RangeError(`The file has more than ${MOST_ROWS} rows.`);
    row = [];
  }
  return rows;
}
