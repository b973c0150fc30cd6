/**
 * Text that Excel, LibreOffice or Google Sheets could take for a formula (full-width signs count), or that begins with
 * the protecting apostrophe.
 *
 * @see OWASP, CSV Injection.
 */
const LIKE_A_FORMULA = /^[\s\u200b-\u200f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20'\t\r\n]/;

/** Values of a cell. */
export type CellValue = string | number | boolean | undefined;

/** Prevents a spreadsheet from running a text: puts an apostrophe before anything like a formula. */
function inert(text: string): string {
  return LIKE_A_FORMULA.test(text) ? `'${text}` : text;
}

function cell(value: CellValue): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = inert(value);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row of RFC 4180 with its line end. Text never runs as a formula: an apostrophe precedes it, which `ownText` removes. */
export const csvRow = (values: readonly CellValue[]): string => `${values.map(cell).join(',')}\r\n`;

/** The text of a cell that `csvRow` wrote. */
export const ownText = (cell: string): string =>
  cell.startsWith("'") && LIKE_A_FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
