import { DOUBTING_ADVERBS, isReporting } from '../lexicon/factuality-verbs.ts';
import { BASE, PAST, pastOf } from '../lexicon/verb-forms.ts';
import { clauseEnd } from '../sentence/clause.ts';
import { type OmittedDate, renderWords, type SentenceView } from '../sentence/render-words.ts';
import { subjectOf } from '../sentence/subject.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import { headOfSubject, relativeSubject, subjectWords } from './subject-words.ts';
import { finish, fitsTitle } from './title-ends.ts';
import { firstComma, fronted, type Reported, reportEnd, reportedClause, whatIsSaid } from './title-report.ts';
import {
  contactObject,
  dueSubject,
  governorStart,
  invertedLead,
  subjectFor,
  type TitleSubject,
} from './title-subject.ts';

/** From the clause of a verb: its subject, the verb, what follows, without who says so. */
export function titleOfVerb(view: SentenceView, g: number, dropped: OmittedDate): string {
  const { words, groups } = view;
  const group = groups[g] as VerbGroup;
  const due = dueSubject(words, group);
  if (due)
    return finish([
      ...renderWords(view, due.from, due.to, dropped),
      ...renderWords(view, group.first - 1, clauseEnd(words, groups, g), dropped),
    ]);
  const day = dateAsSubject(view, g);
  if (day !== undefined) {
    const isIt = dropped.first <= group.first && dropped.last >= day;
    return finish(renderWords(view, day, clauseEnd(words, groups, g), isIt ? undefined : dropped));
  }
  const reported = isReporting(group.lemma) && group.kind === 'finite' ? reportedClause(words, groups, g) : undefined;
  const clause: Clause = { view, g, subject: subjectFor(view, g), reported };
  const parts = tell(clause, dropped);
  if (reported && !fitsTitle(parts)) {
    // what is said matters more than where, and than who in full
    const short = tell(clause, dropped, { bare: true });
    return finish(fitsTitle(short) ? short : tell(clause, dropped, { bare: true, brief: true }));
  }
  if (!fitsTitle(parts) && sharedGovernor(view, g) !== undefined) {
    const direct = finish(tell(clause, dropped, { direct: true }));
    if (holds(direct, words, group)) return direct;
  }
  const title = finish(parts);
  if (holds(title, words, group)) return isBare(title) ? withRest(clause, dropped, title) : title;
  // the verb was cut off: "The report is due", "A technician who …": a shorter subject or the date beside it keeps it
  for (const other of [{ direct: true }, { brief: true, direct: true }, { brief: true, dated: true }]) {
    const shorter = finish(tell(clause, other.dated ? undefined : dropped, other));
    if (holds(shorter, words, group)) return shorter;
  }
  return title;
}

/** Up to this many words say too little on their own: "Sirens wailed", "A campaign began". */
const BARE_WORDS = 3;

const isBare = (title: string): boolean => title.split(' ').length <= BARE_WORDS;

/** A bare clause with what follows it in its sentence, as far as a title has room; the clause alone where nothing fits. */
function withRest(clause: Clause, dropped: OmittedDate, bare: string): string {
  const longer = finish(tell(clause, dropped, { rest: true }));
  return longer.startsWith(bare) ? longer : bare;
}

interface Clause {
  readonly view: SentenceView;
  readonly g: number;
  readonly subject: TitleSubject;
  readonly reported: Reported | undefined;
}

interface Shortening {
  /** Leaves out what stands between the verb of saying and what is said. */
  readonly bare?: boolean;
  /** Only the head of the subject. */
  readonly brief?: boolean;
  /** Goes on after the clause, to the end of the sentence. */
  readonly rest?: boolean;
  /** Leaves out the verb that shares its governor: "will [come and] open". */
  readonly direct?: boolean;
}

function tell(
  clause: Clause,
  dropped: OmittedDate | undefined,
  { bare, brief, direct, rest }: Shortening = {},
): string[] {
  const { view, g, reported } = clause;
  const { words, groups } = view;
  const group = groups[g] as VerbGroup;
  let { subject } = clause;
  // "trapped the oil, lighted it": only with an object is the form sure to be the doer's
  const next = words[group.last + 1]?.tag ?? '';
  if (brief && subject.whole && group.kind === 'participle' && /^(?:object-pronoun|determiner|possessive)$/.test(next))
    subject = { from: subject.from, to: subject.clauseSubjectTo ?? subject.to };
  const reporting = (isReporting(group.lemma) || group.lemma === 'predict') && group.kind === 'finite';
  let end = reporting
    ? reportEnd(words, groups, g, reported && (groups[reported.verb] as VerbGroup).last + 1)
    : clauseEnd(words, groups, g);
  const parts: string[] = [];
  const partOf = subject.whole
    ? relativeSubject(view, { from: subject.from, to: subject.from + 3 }, dropped)
    : undefined;
  if (partOf) parts.push(...partOf, ...renderWords(view, subject.from + 3, subject.to, dropped));
  else if (subject.whole) parts.push(...renderWords(view, subject.from, subject.to, dropped));
  else if (subject.to > subject.from) parts.push(...subjectWords(view, subject, dropped));
  if (brief && !subject.whole) parts.splice(0, parts.length, ...headOfSubject(parts));
  const ownSubject = group.kind === 'gerund' && subject.to === group.first && subject.to > subject.from;
  if (group.kind !== 'finite') end = Math.min(end, mainVerbAfter(view, g));
  if (rest) end = restEnd(words, end, dropped);
  const governed = sharedGovernor(view, g);
  let from =
    governed ??
    (group.kind === 'finite' || group.kind === 'participle' || ownSubject
      ? group.first
      : governorStart(groups, g, words));
  const lead = invertedLead(words, subject, from);
  // what takes certainty from the verb stays with it: "nearly went to war", "never signed"
  while (from > subject.to && keepsDoubt(words[from - 1])) from--;
  if (lead) parts.unshift(lead);
  const said = reporting && !reported ? fronted(view, g, subject, dropped) : undefined;
  const stop = said ? firstComma(words, group.last + 1, end) : end;
  const start = subject.from < from ? Math.max(subject.to, from) : from;
  const shared = passiveBefore(view, g);
  const sibling = direct && governed !== undefined ? (groups[g - 1] as VerbGroup) : undefined;
  const body = sibling
    ? [...renderWords(view, start, sibling.head, dropped), ...renderWords(view, group.first, stop, dropped)]
    : bare && reported
      ? [...renderWords(view, start, reported.objectEnd, dropped), ...whatIsSaid(view, reported, stop, dropped)]
      : reporting && subject.from > group.last
        ? [...renderWords(view, group.first, subject.from, dropped), ...renderWords(view, subject.to, stop, dropped)]
        : [
            ...(shared ? renderWords(view, shared.first, shared.head, dropped) : []),
            ...renderWords(view, start, stop, dropped),
          ];
  // "shareholders tendering", "a holding company": right after a noun the form stays, but for "with output reaching …"
  const absolute = words[subject.from - 1]?.lower === 'with';
  const apart = subject.to < group.first || absolute || words[group.first]?.tag === 'have';
  if (group.kind === 'gerund' && apart && subject.to <= group.first && subject.to > subject.from && !subject.whole) {
    // "Murray, having closed his clinic" → "Murray closed his clinic"
    if (from === group.head && body.length > 0) body[0] = pastOf(group.lemma);
    else if (/^having$/i.test(body[0] ?? '') && body.length > 1) body.splice(0, 2, pastOf(group.lemma));
  }
  // "Born in Haugesund in 1926, she …": its capital was the sentence's
  if (subject.from > group.first && body[0] && parts.length > 0)
    body[0] = body[0].charAt(0).toLowerCase() + body[0].slice(1);
  const object = contactObject(words, group);
  if (object) parts.push(body[0] ?? '', ...renderWords(view, object.from, object.to, dropped), ...body.slice(1));
  else parts.push(...body);
  if (said && body.length < 9) parts.push(...said);
  return parts;
}

/**
 * Where a clause with what depends on it ends: "… when six men came in", "…, leading to a spill", "… and collapsed". The clause's own end where
 * something else follows; a semicolon, a dash, a bracket or a quotation mark ends it in any case.
 */
function restEnd(words: readonly Word[], end: number, dropped: OmittedDate | undefined): number {
  const at = words[end]?.text === ',' ? end + 1 : end;
  const next = words[at];
  const isJoined =
    next?.tag === 'subordinator' ||
    (next?.tag === 'preposition' && at === end) ||
    (next?.tag === 'coordinator' && at === end && words[at + 1]?.tag === 'verb') ||
    (next?.tag === 'verb' && at > end && /.{2}ing$/.test(next.lower));
  if (!isJoined) return end;
  let to = at;
  while (to < words.length && !/^(?:[;:.?!–—"“”([]|--?|``|'')$/.test((words[to] as Word).text)) to++;
  // "was born and died in 1931": what follows has a date of its own, and would be read as of this one
  const hasOwnDate = words
    .slice(at, to)
    .some(({ tag }, i) => tag === 'time' && !(dropped && dropped.first <= at + i && at + i <= dropped.last));
  return hasOwnDate ? end : to;
}

/** Does a title still have the verb it is made of? */
function holds(title: string, words: readonly Word[], group: VerbGroup): boolean {
  const head = (words[group.head] as Word).lower;
  const lower = title.toLowerCase();
  if (head.length > 3 && lower.includes(head)) return true;
  const past = pastOf(group.lemma);
  return lower.split(/[\s,:;]+/).some((word) => word === head || word === past || word.replaceAll('’', "'") === head);
}

/** "Halloween is …", "Last night was …": the date is what the verb tells of, and the title would have no subject without it. */
function dateAsSubject(view: SentenceView, g: number): number | undefined {
  const { words, groups } = view;
  const group = groups[g] as VerbGroup;
  let from = group.first;
  while (words[from - 1]?.tag === 'adverb') from--;
  const afterDate = from;
  while (words[from - 1]?.tag === 'time') from--;
  if (group.kind !== 'finite' || from === afterDate) return undefined;
  const own = subjectOf(words, groups, g);
  if (own.to > own.from && own.from < from) return undefined;
  while (words[from - 1]?.tag === 'determiner' || words[from - 1]?.tag === 'adjective') from--;
  const before = words[from - 1];
  const opens = before === undefined || before.tag === 'mark' || /^(?:coordinator|subordinator)$/.test(before.tag);
  // after a comma only a date with its own "this" or "last": "In March, 2009 has …" tells of another
  const named = /^(?:this|last|next|today|yesterday|tomorrow|tonight)$/.test(words[from]?.lower ?? '');
  return opens && (before?.text !== ',' || named) ? from : undefined;
}

/** "Inspectors visiting the mill found …": the verb that the subject waits for ends what is told of it in passing. */
function mainVerbAfter(view: SentenceView, g: number): number {
  const { words, groups } = view;
  const group = groups[g] as VerbGroup;
  if (group.kind === 'infinitive' || !/^(?:noun|name|adverb)$/.test(words[group.first - 1]?.tag ?? ''))
    return words.length;
  const next = groups.find((x, k) => k > g && x.kind === 'finite');
  if (!next) return words.length;
  const subject = subjectOf(words, groups, groups.indexOf(next));
  return subject.to > subject.from && subject.from < group.first ? next.first : words.length;
}

/** "will come and open the school", "asked them to try and keep it": the second verb is told with what governs the first. */
function sharedGovernor(view: SentenceView, g: number): number | undefined {
  const { words, groups } = view;
  const group = groups[g] as VerbGroup;
  const before = groups[g - 1];
  const form = words[group.head]?.form;
  if (!before || group.kind !== 'finite' || group.first !== group.last || words[group.first - 1]?.tag !== 'coordinator')
    return undefined;
  if (!form || !(form.forms & BASE) || form.forms & PAST) return undefined;
  if (before.kind === 'infinitive') return governorStart(groups, g - 1, words);
  return before.kind === 'finite' && before.modal !== undefined ? before.first : undefined;
}

/** Verbs whose past form without an object is told of who suffers it. */
export const SUFFERED =
  /^(?:execute|kill|arrest|jail|imprison|charge|sentence|convict|hang|behead|shoot|overthrow|elect|appoint|release|detain|deport|injure|wound|murder|assassinate|bury|seize|capture|destroy|demolish|sack|dismiss|fine|ban|suspend|abduct|kidnap|torture|beat)$/;

/** "was overthrown and executed": without an object the second verb is passive as the first, and takes its auxiliary. */
function passiveBefore(view: SentenceView, g: number): VerbGroup | undefined {
  const { words, groups } = view;
  const [before, group] = [groups[g - 1], groups[g] as VerbGroup];
  if (!before?.passive || group.first !== group.last || words[group.first - 1]?.tag !== 'coordinator') return undefined;
  if (before.last !== group.first - 2 || !SUFFERED.test(group.lemma)) return undefined;
  const next = words[group.last + 1]?.tag ?? 'mark';
  return /^(?:determiner|possessive|noun|name|number|adjective|pronoun|object-pronoun)$/.test(next)
    ? undefined
    : before;
}

const keepsDoubt = (word: Word | undefined): boolean =>
  word !== undefined &&
  (word.tag === 'negation' || DOUBTING_ADVERBS.has(word.lower) || /^(?:nearly|almost|hardly)$/.test(word.lower));
