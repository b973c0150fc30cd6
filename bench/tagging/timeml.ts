import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One gold time expression: offsets into the document's plain text. */
export interface GoldTimex {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
}

/** A TimeML document, tags taken out. */
export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly dct: string | undefined;
  readonly timexes: readonly GoldTimex[];
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves the five entities of XML and numeric references; anything else stays as written. */
const resolveEntities = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return NAMED[name] ?? whole;
  });

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`).exec(tag);
  return found?.[1] === undefined ? undefined : resolveEntities(found[1]);
};

function toIsoDay(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const compact = /^(\d{4})(\d\d)(\d\d)/.exec(value);
  return compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : value.slice(0, 10);
}

/**
 * Reads one TimeML document: the text of its TEXT element, the time expressions in it, and the day it was created.
 *
 * @throws Error if it has no TEXT element.
 */
export function readTimeMl(xml: string, id: string): GoldDocument {
  const source = xml.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const from = source.indexOf('<TEXT>');
  const to = source.lastIndexOf('</TEXT>');
  if (from < 0 || to < 0) throw new Error(`${id} has no TEXT element`);
  const creation = /<DCT>.*?(<TIMEX3[^>]*>)/s.exec(source)?.[1];
  const open: { start: number; tag: string }[] = [];
  const timexes: GoldTimex[] = [];
  let text = '';
  for (const [token] of source.slice(from + 6, to).matchAll(/<[^>]+>|[^<]+/g)) {
    if (!token.startsWith('<')) text += resolveEntities(token);
    else if (token.startsWith('<TIMEX3') && !token.endsWith('/>')) open.push({ start: text.length, tag: token });
    else if (token.startsWith('</TIMEX3')) {
      const begun = open.pop();
      if (begun && begun.start < text.length)
        timexes.push({
          start: begun.start,
          end: text.length,
          type: attribute(begun.tag, 'type') ?? '',
          value: attribute(begun.tag, 'value') ?? '',
        });
    }
  }
  timexes.sort((a, b) => a.start - b.start || b.end - a.end);
  return { id, text, dct: toIsoDay(creation && attribute(creation, 'value')), timexes };
}

/** Every `.tml` document of a folder, by name. */
export function readCorpus(folder: string): GoldDocument[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.tml'));
  if (files.length === 0) throw new Error(`${folder} holds no .tml files: give --corpus a folder of TimeML documents`);
  return files.sort().map((file) => readTimeMl(readFileSync(join(folder, file), 'utf8'), file.slice(0, -4)));
}
