import iconv from 'iconv-lite';

/** Bytes searched for a document's own charset declaration; HTML requires 1,024, real pages need more. */
const HEAD_BYTES = 4096;

/** WHATWG Encoding §4.2: on the web these labels mean the larger Windows or national charset. */
const WIDER: Readonly<Record<string, string>> = {
  ...{
    'iso-8859-1': 'windows-1252',
    'iso8859-1': 'windows-1252',
    latin1: 'windows-1252',
    ascii: 'windows-1252',
    'us-ascii': 'windows-1252',
  },
  ...{
    'iso-8859-9': 'windows-1254',
    'iso-8859-11': 'windows-874',
    'tis-620': 'windows-874',
    'x-sjis': 'shift_jis',
    'windows-31j': 'shift_jis',
  },
  ...{
    gb2312: 'gb18030',
    gbk: 'gb18030',
    'x-gbk': 'gb18030',
    'euc-kr': 'cp949',
    'ks_c_5601-1987': 'cp949',
    'x-user-defined': 'windows-1252',
  },
};

/**
 * Decodes the text of a response in any charset. A byte order mark decides, then the header, then the document's own
 * declaration (XML declaration or meta element), then the bytes themselves.
 *
 * Bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever a one-byte label says (servers send default headers, and
 * text in other charsets is never valid UTF-8 by accident). A label of UTF-8 on other bytes is overridden by the
 * document's declaration or Windows-1252.
 *
 * @param contentType Value of the Content-Type header, or empty.
 */
export function decodeText(bytes: Buffer, contentType: string): string {
  const bom = charsetOfBom(bytes);
  if (bom !== undefined) return iconv.decode(bytes, bom);
  const wide = wideWithoutBom(bytes);
  if (wide !== undefined) return iconv.decode(bytes, wide);
  const header = known(/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1]);
  const stated = known(statedIn(bytes));
  const utf8 = utf8Of(bytes);
  if (utf8 !== undefined && (utf8.beyondAscii || !isStateful(header ?? stated))) return utf8.text;
  const charset = [header, stated].find((label) => label !== undefined && label !== 'utf-8' && label !== 'utf8');
  if (charset !== undefined)
    return isStateful(charset) ? new TextDecoder(JAPANESE).decode(bytes) : iconv.decode(bytes, charset);
  return mostlyUtf8(bytes) ? bytes.toString('utf8') : iconv.decode(bytes, 'windows-1252');
}

function known(label: string | undefined): string | undefined {
  const lower = label?.toLowerCase();
  if (lower === undefined) return undefined;
  const charset = WIDER[lower] ?? lower;
  if (charset === JAPANESE) return charset;
  // A label of UTF-16 without a byte order mark and without zero bytes is wrong.
  return iconv.encodingExists(charset) && !/^utf-?(16|32)|base64|hex|binary/.test(charset) ? charset : undefined;
}

function charsetOfBom(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** XML 1.0 appendix F: `<` and a zero byte indicate UTF-16 without a byte order mark. */
function wideWithoutBom(bytes: Buffer): string | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  return undefined;
}

function statedIn(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, HEAD_BYTES);
  return (
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ??
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
  );
}

function utf8Of(bytes: Buffer): { text: string; beyondAscii: boolean } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, beyondAscii: text.length !== bytes.length };
  } catch {
    return undefined;
  }
}

/** Switches charsets by escape sequences of ASCII bytes. iconv-lite does not support it; Node does. */
const JAPANESE = 'iso-2022-jp';
const isStateful = (charset: string | undefined): boolean => charset === JAPANESE;

/**
 * A UTF-8 text with a few broken characters (truncated at a byte count) is still UTF-8. In a one-byte charset, nearly
 * every character beyond ASCII is invalid UTF-8.
 */
function mostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const broken = text.split('\ufffd').length - 1;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII is meant
  const beyondAscii = text.length - text.replace(/[^\x00-\x7f]/g, '').length;
  return broken * 2 <= beyondAscii;
}
