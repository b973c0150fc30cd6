import iconv from 'iconv-lite';
import { decodeText } from '../../../shared/ingest/decode-text.ts';

const xml = (charset: string, words: string) => `<?xml version="1.0" encoding="${charset}"?><t>${words}</t>`;
const html = (charset: string, words: string) =>
  `<!doctype html><html><head><title>x</title><meta charset="${charset}"></head>${words}`;

test.each([
  ['the header says it', iconv.encode('<t>Ärger</t>', 'windows-1252'), 'text/xml; charset=iso-8859-1', 'Ärger'],
  [
    'Latin-1 on the web is Windows-1252',
    iconv.encode('<t>“quoted” – €</t>', 'windows-1252'),
    'text/html; charset=ISO-8859-1',
    '“quoted” – €',
  ],
  [
    'the XML declaration says it',
    iconv.encode(xml('windows-1251', 'Правда'), 'windows-1251'),
    'application/rss+xml',
    'Правда',
  ],
  ['the meta element says it', iconv.encode(html('Shift_JIS', '朝日新聞'), 'shift_jis'), 'text/html', '朝日新聞'],
  [
    'the old meta element says it',
    iconv.encode('<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">한겨레', 'euc-kr'),
    'text/html',
    '한겨레',
  ],
  ['gb2312 is meant wider', iconv.encode(xml('gb2312', '朱镕基'), 'gb18030'), 'text/xml', '朱镕基'],
  ['koi8-r', iconv.encode(xml('koi8-r', 'Известия'), 'koi8-r'), '', 'Известия'],
  ['big5', iconv.encode(html('big5', '中國時報'), 'big5'), '', '中國時報'],
  [
    'Japanese by escape sequences, all of it ASCII bytes',
    Buffer.from('<t>\u001b$B$"$$\u001b(B</t>', 'latin1'),
    'text/xml; charset=iso-2022-jp',
    '<t>あい</t>',
  ],
  [
    'a byte order mark is stronger than the header',
    Buffer.from('\ufeff<t>Ärger</t>'),
    'text/xml; charset=iso-8859-1',
    'Ärger',
  ],
  ['UTF-16 with its mark', iconv.encode('<t>Ärger</t>', 'utf-16', { addBOM: true }), 'text/xml', 'Ärger'],
  ['UTF-16 without its mark', iconv.encode('<t>Ärger</t>', 'utf-16le', { addBOM: false }), 'text/xml', 'Ärger'],
  ['UTF-16, the other way round', iconv.encode('<t>Ärger</t>', 'utf-16be', { addBOM: false }), 'text/xml', 'Ärger'],
  [
    'UTF-8 though the server’s default header says Latin-1',
    Buffer.from('<t>Ärger – 朝日</t>'),
    'text/html; charset=iso-8859-1',
    'Ärger – 朝日',
  ],
  [
    'Latin-1 though the header says UTF-8: the document knows',
    iconv.encode(xml('iso-8859-1', 'Ärger, größer'), 'latin1'),
    'text/xml; charset=utf-8',
    'Ärger, größer',
  ],
  [
    'Windows-1252 though everything says UTF-8',
    iconv.encode(xml('utf-8', 'Ärger “größer”'), 'windows-1252'),
    'text/xml; charset=utf-8',
    'Ärger “größer”',
  ],
  ['UTF-8 when neither header nor document names a charset', Buffer.from('<t>Ärger</t>'), '', 'Ärger'],
  [
    'Windows-1252 when nothing names a charset and the bytes are not UTF-8',
    iconv.encode('<t>Ärger</t>', 'windows-1252'),
    '',
    'Ärger',
  ],
  [
    'one broken character leaves the rest',
    Buffer.concat([Buffer.from('<t>größer, später, über alles'), Buffer.from([0xc3]), Buffer.from('</t>')]),
    'text/xml; charset=utf-8',
    'größer, später, über alles',
  ],
  ['a charset that does not exist', Buffer.from('<t>Ärger</t>'), 'text/xml; charset=utf-ate', 'Ärger'],
  ['a label that is no charset of text', Buffer.from('<t>Ärger</t>'), 'text/xml; charset=base64', 'Ärger'],
  ['UTF-16 said, UTF-8 sent', Buffer.from(xml('utf-16', 'Ärger')), 'text/xml', 'Ärger'],
])('%s', (_why, bytes, contentType, words) => {
  expect(decodeText(bytes, contentType)).toContain(words);
});
