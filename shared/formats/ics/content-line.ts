/** RFC 5545 §3.1: a line has at most 75 octets without its end; what is longer goes on in the next, after one space. */
const MOST_OCTETS = 75;

/** A property as it is written: name (with its parameters), value, folded, with CRLF at its end. */
export function contentLine(name: string, value: string): string {
  return `${folded(`${name}:${value}`)}\r\n`;
}

/** Words as a TEXT value (§3.3.11): line breaks kept as `\n`, other control characters, which §3.1 forbids, as spaces. */
export const textValue = (words: string): string =>
  withoutControls(words)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** Words as a TEXT value for what clients show in one line. */
export const lineValue = (words: string): string => textValue(withoutControls(words).replace(/\s+/g, ' ').trim());

const withoutControls = (words: string): string =>
  words
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

/** Never within a character: a reader that joins octets would cope, one that decodes each line would not. */
function folded(line: string): string {
  let result = '';
  let from = 0;
  let octets = 0;
  for (let at = 0; at < line.length; ) {
    const code = line.codePointAt(at) as number;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > MOST_OCTETS) {
      result += `${line.slice(from, at)}\r\n `;
      from = at;
      // The space belongs to the new line.
      octets = 1;
    }
    octets += size;
    at += size === 4 ? 2 : 1;
  }
  return result + line.slice(from);
}
