import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainArticle } from '../../shared/events/event.ts';

/** An EVENT that TimeML places inside a time expression. Offsets in the document's text. */
export interface TimeMlLink {
  readonly event: { readonly start: number; readonly end: number };
  readonly timex: { readonly start: number; readonly end: number };
}

export interface TimeMlDocument {
  readonly article: PlainArticle;
  readonly links: readonly TimeMlLink[];
  /** All EVENTs, linked or not. */
  readonly events: readonly { readonly start: number; readonly end: number }[];
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) =>
    decimal
      ? String.fromCodePoint(Number(decimal))
      : hex
        ? String.fromCodePoint(Number.parseInt(hex, 16))
        : (NAMED[name] ?? whole),
  );

const attributes = (tag: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...tag.matchAll(/(\w+)\s*=\s*"([^"]*)"/g)].map((m) => [m[1], decode(m[2] ?? '')]));

/** TLINKs that place an event inside a time expression, and the same seen from the time expression. */
const INSIDE = new Set(['IS_INCLUDED', 'DURING', 'SIMULTANEOUS', 'IDENTITY']);
const CONVERSE: Readonly<Record<string, string>> = {
  INCLUDES: 'IS_INCLUDED',
  IS_INCLUDED: 'INCLUDES',
  DURING_INV: 'DURING',
};

/** Reads the event-to-time links of one TimeML document. Single line breaks of its text become blanks, so that offsets stay. */
function readLinks(source: string, id: string): TimeMlDocument {
  const xml = source.replace(/\r\n?/g, '\n');
  const body = /<TEXT>([\s\S]*)<\/TEXT>/.exec(xml)?.[1] ?? '';
  let text = '';
  const open: { id: string; start: number }[] = [];
  const spans = new Map<string, { start: number; end: number }>();
  for (const piece of body.split(/(<[^>]+>)/)) {
    if (!piece.startsWith('<')) text += decode(piece);
    else if (/^<(?:EVENT|TIMEX3)\b/.test(piece) && !piece.endsWith('/>')) {
      const { eid, tid } = attributes(piece);
      open.push({ id: eid ?? tid ?? '', start: text.length });
    } else if (/^<\/(?:EVENT|TIMEX3)>/.test(piece)) {
      const begun = open.pop();
      if (begun) spans.set(begun.id, { start: begun.start, end: text.length });
    }
  }
  const created = attributes(/<DCT>[\s\S]*?<TIMEX3\b([^>]*)>/.exec(xml)?.[1] ?? '').value ?? '';
  const day = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(created);
  const eventOf = new Map(
    [...xml.matchAll(/<MAKEINSTANCE\b([^>]*?)\/?>/g)].map((m) => {
      const { eiid = '', eventID = '' } = attributes(m[1] ?? '');
      return [eiid, eventID];
    }),
  );
  const links: TimeMlLink[] = [];
  for (const found of xml.matchAll(/<TLINK\b([^>]*?)\/?>/g)) {
    const link = attributes(found[1] ?? '');
    const forward = link.eventInstanceID !== undefined && link.relatedToTime !== undefined;
    const instance = forward ? link.eventInstanceID : link.relatedToEventInstance;
    const time = forward ? link.relatedToTime : link.timeID;
    const relation = forward ? link.relType : (CONVERSE[link.relType ?? ''] ?? link.relType);
    const event = spans.get(eventOf.get(instance ?? '') ?? '');
    const timex = spans.get(time ?? '');
    if (event && timex && relation !== undefined && INSIDE.has(relation)) links.push({ event, timex });
  }
  return {
    article: {
      id,
      text: text.replace(/([^\n])\n(?=[^\n])/g, '$1 '),
      ...(day ? { publishedAt: `${day[1]}-${day[2]}-${day[3]}` } : {}),
    },
    links,
    events: [...spans].filter(([name]) => name.startsWith('e')).map(([, span]) => span),
  };
}

/** Every TimeML document of a folder, by name. */
export const readTimeMlLinks = (folder: string): TimeMlDocument[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.tml'))
    .sort()
    .map((file) => readLinks(readFileSync(join(folder, file), 'utf8'), file.slice(0, -4)));
