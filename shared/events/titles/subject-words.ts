import { SMALL_WORDS } from '../lexicon/closed-class.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import { GERUND, isMostlyNoun, PARTICIPLE, verbForm } from '../lexicon/verb-forms.ts';
import { isPersonNoun } from '../names/person-nouns.ts';
import { antecedent } from '../sentence/antecedent.ts';
import type { WordRange } from '../sentence/clause.ts';
import { type OmittedDate, renderWords, type SentenceView } from '../sentence/render-words.ts';
import { subjectOf } from '../sentence/subject.ts';
import type { Word } from '../sentence/word.ts';

/** A subject as a title has it: without appositions, short, a pronoun resolved where safe (unless `asWritten`). */
export function subjectWords(
  view: SentenceView,
  subject: WordRange,
  dropped: OmittedDate | undefined,
  asWritten = false,
): string[] {
  const { words } = view;
  const whose = relativeSubject(view, subject, dropped);
  if (whose) return whose;
  let end = subject.to;
  for (let i = subject.from; i < subject.to; i++) {
    const word = words[i] as Word;
    if (word.text !== ',' || (words[i - 1]?.tag === 'time' && words[i + 1]?.tag === 'time')) continue;
    const rest = words.slice(i + 1, subject.to);
    const list =
      rest.some((w) => w.lower === 'and' || w.lower === 'or') &&
      !rest.some((w) => w.tag === 'relative' || w.tag === 'verb');
    if (!list) {
      end = i;
      break;
    }
  }
  const only = words[subject.from];
  // "The company" where the article names it
  if (end - subject.from === 2 && only?.lower === 'the') {
    const name = view.nameFor(words[subject.from + 1] as Word);
    if (name) return [name];
  }
  return brief(renderWords(view, subject.from, end, dropped, asWritten ? '' : speakerBefore(view, subject)));
}

/** "whose illness", "most of which": the relative word gives way to what it stands for. */
export function relativeSubject(
  view: SentenceView,
  subject: WordRange,
  dropped: OmittedDate | undefined,
): string[] | undefined {
  const { words } = view;
  const first = words[subject.from];
  if (first?.lower === 'whose') {
    const owner = antecedent(words, subject.from);
    const name = renderWords(view, owner.from, owner.to, dropped);
    if (name.length === 0) return undefined;
    const last = name.pop() as string;
    return [
      ...name,
      `${last}${last.endsWith('s') ? "'" : "'s"}`,
      ...renderWords(view, subject.from + 1, subject.to, dropped),
    ];
  }
  if (words[subject.from + 1]?.lower !== 'of' || words[subject.from + 2]?.tag !== 'relative') return undefined;
  const whole = antecedent(words, subject.from);
  let from = whole.to;
  while (from > whole.from && words[from - 1]?.tag !== 'preposition') from--;
  const group = renderWords(view, from, whole.to, dropped);
  // "Those withdrawals" began the sentence
  const opener = group[0] ?? '';
  if (SMALL_WORDS.has(opener.toLowerCase())) group[0] = opener.toLowerCase();
  return group.length > 0 ? [...renderWords(view, subject.from, subject.from + 2, dropped), ...group] : undefined;
}

const AMOUNT =
  /^(?:group|majority|minority|number|handful|couple|pair|dozens|hundreds|thousands|series|total|lot|half|third|most|member|members|list|string|none)$/;

/** "None of", "two of", "a group of": the noun is yet to come. */
const counts = (word: string): boolean =>
  AMOUNT.test(word.toLowerCase()) || SMALL_WORDS.has(word.toLowerCase()) || /^\d/.test(word);

/** The head of a subject alone: its phrases and clauses go, and what a named person is. */
export function headOfSubject(parts: readonly string[]): string[] {
  let end = parts.length;
  // "Lee, her sister, three cousins and some friends"
  const comma = parts.findIndex((part) => part.endsWith(','));
  if (comma >= 0) return headOfSubject([...parts.slice(0, comma), (parts[comma] as string).slice(0, -1)]);
  for (let i = 1; i < end; i++) {
    const part = parts[i] as string;
    const named = /^\p{Lu}/u.test(parts[i + 1] ?? '');
    if (
      /^(?:in|at|for|from|with|on|by|to|who|which|that|whose)$/.test(part) ||
      (part === 'of' && !named && !counts(parts[i - 1] as string))
    )
      end = i;
    else if (
      i > 1 &&
      /^[a-z]/.test(part) &&
      (verbForm(part)?.forms ?? 0) & (GERUND | PARTICIPLE) &&
      !isMostlyNoun(part)
    )
      end = i;
  }
  let start = end;
  while (start > 0 && /^\p{Lu}/u.test(parts[start - 1] as string)) start--;
  // "the mayor Anna Berg", "the relief group Friends of the Sea"
  const particle = /^(?:al|el|bin|ibn|von|van|der|de|da|di|du|la)$/.test(parts[start - 1] ?? '');
  const title =
    start > 0 && end - start > 1 && !particle && !SMALL_WORDS.has((parts[start - 1] as string).toLowerCase());
  return parts.slice(title ? start : 0, end);
}

/** A long subject gives room to what is told of it: its phrases after the name go. */
function brief(parts: readonly string[]): string[] {
  const length = (n: number): number => parts.slice(0, n).join(' ').length;
  if (length(parts.length) <= 45) return [...parts];
  for (let i = 1; i < parts.length; i++)
    if (
      /^(?:of|in|at|for|from|with|on|by|to|who|whose|which|that)$/.test(parts[i] as string) &&
      length(i) >= 8 &&
      (parts[i] !== 'of' || length(parts.length) > 60)
    )
      return parts.slice(0, i);
  return [...parts];
}

/** "Kamm said he …", "Sloan said it …": the pronoun right after a verb of saying is mostly who says it. */
function speakerBefore(view: SentenceView, subject: WordRange): string | undefined {
  const { words, groups } = view;
  if (subject.to - subject.from !== 1) return undefined;
  let at = subject.from - 1;
  if (words[at]?.lower === 'that') at--;
  // "said on Monday that he …"
  while (words[at]?.tag === 'time' || (words[at]?.tag === 'preposition' && words[at + 1]?.tag === 'time')) at--;
  const clause = /^(?:when|after|before|while|because|as|since|until|once)$/.test(words[at]?.lower ?? '');
  const g = clause
    ? groups.findLastIndex((x) => x.last < at && x.kind === 'finite')
    : groups.findIndex((x) => x.last === at && x.kind === 'finite' && isReporting(x.lemma));
  if (g < 0) return undefined;
  const speaker = subjectOf(words, groups, g);
  const first = words[speaker.from];
  const last = words[speaker.to - 1];
  if (!first || !last || speaker.to <= speaker.from || first.tag === 'pronoun') return undefined;
  // "his position has worsened since he said so": a thing does not say
  // "Papers suggest he …": a capital that may be the sentence's is no name
  const named = last.tag === 'name';
  const person = named || isPersonNoun(last.lower);
  if (/^(?:he|she)$/.test(words[subject.from]?.lower ?? '') && !person) return undefined;
  // "the relatives … since he was rescued": one of them is not meant
  const plural = !named && /[^s]s$|men$|people$/.test(last.lower);
  if (plural !== (words[subject.from]?.lower === 'they')) return undefined;
  return brief(renderWords(view, speaker.from, speaker.to, undefined)).join(' ');
}
