import iconv from 'iconv-lite';

/** How much of a document is looked at for its own statement of charset; HTML asks for 1,024 bytes, real pages need more. */
const HEAD_BYTES = 4096;

/** WHATWG Encoding §4.2: what these labels mean on the web is the wider Windows or national set. */
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
 * The text of a response in any charset: a byte order mark decides, then the header, then the document's own
 * statement (XML declaration or meta element), then the bytes themselves.
 *
 * Bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever a one-byte label says (a server's default header; no other
 * charset's text is valid UTF-8 by accident). A label of UTF-8 on bytes that aren't gives way to the document's own statement
 * or Windows-1252.
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
  // UTF-16 without a mark and without its zero bytes is a label, not a charset.
  return iconv.encodingExists(charset) && !/^utf-?(16|32)|base64|hex|binary/.test(charset) ? charset : undefined;
}

function charsetOfBom(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** XML 1.0 appendix F: `<` and a zero byte tell UTF-16 that has no mark. */
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

/** Shifts between charsets by escape sequences, all of it ASCII bytes. iconv-lite has no table for it, Node has. */
const JAPANESE = 'iso-2022-jp';
const isStateful = (charset: string | undefined): boolean => charset === JAPANESE;

/**
 * A UTF-8 text with a few broken characters (cut at a byte count) is still UTF-8. Of a text in a one-byte charset,
 * nearly every character beyond ASCII is broken as UTF-8.
 */
function mostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const broken = text.split('\ufffd').length - 1;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII is meant
  const beyondAscii = text.length - text.replace(/[^\x00-\x7f]/g, '').length;
  return broken * 2 <= beyondAscii;
}
