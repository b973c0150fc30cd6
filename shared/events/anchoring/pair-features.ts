import type { DatePhrase } from '../dates/date-phrase.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import { type CandidateFeatures, groupKind } from './candidate-features.ts';
import type { EventCandidate } from './candidates.ts';
import { between, bucket, few, type PairContext } from './pair-context.ts';

/** The preposition before a date phrase, or the class of the word there. */
const datePreposition = (words: readonly Word[], phrase: DatePhrase): string => {
  const before = words[phrase.first - 1];
  if (!before) return 'start';
  if (before.tag === 'preposition' || before.tag === 'subordinator' || before.tag === 'to') return before.lower;
  return before.tag === 'mark' ? before.text : before.tag;
};

/** A time expression's form: "weekday", "month-day", "year", "this", "last", "ago" … */
export function dateForm(phrase: DatePhrase): string {
  const text = phrase.timex.text.toLowerCase();
  if (phrase.until) return 'range';
  if (/^(?:now|today|currently|tonight|this (?:morning|afternoon|evening))$/.test(text)) return 'today';
  if (/yesterday|last night/.test(text)) return 'yesterday';
  if (/tomorrow/.test(text)) return 'tomorrow';
  if (/\bago\b|earlier$|before$/.test(text)) return 'ago';
  if (/\blater\b|after$|following/.test(text)) return 'later';
  if (/^(?:the )?(?:last|past|previous)\b/.test(text)) return 'last';
  if (/^(?:the )?(?:next|coming)\b/.test(text)) return 'next';
  if (/^(?:this|that|the same|the current)\b/.test(text)) return 'this';
  if (/^[a-z]+day\b/.test(text)) return 'weekday';
  if (/^\d{4}$/.test(text)) return 'year';
  if (/\d{4}/.test(text)) return 'full';
  if (/year|annual/.test(text)) return 'years';
  if (/quarter|half/.test(text)) return 'quarter';
  if (/^\d?\d[:.]?\d*/.test(text) && phrase.timex.type === 'TIME') return 'clock';
  return phrase.timex.span?.precision ?? phrase.timex.type;
}

/** Tags that may precede a date that opens its sentence. */
const BEFORE_FRONTED: ReadonlySet<Word['tag']> = new Set([
  'preposition',
  'adverb',
  'determiner',
  'coordinator',
  'mark',
  'subordinator',
  'time',
  'adjective',
]);

/**
 * Features of a candidate and a date phrase: properties of both, what lies between them, which other candidates are
 * nearer, and whether the rules choose the candidate. Of words, only lemma, marker and preposition have features of
 * their own.
 */
export function pairFeatures(context: PairContext, c: number, p: number, own: CandidateFeatures): string[] {
  const { words, groups, candidates, phrases, dct } = context;
  const candidate = candidates[c] as EventCandidate;
  const phrase = phrases[p] as DatePhrase;
  const { kind } = own;
  const features = [...own.features];
  const group = candidate.group === undefined ? undefined : (groups[candidate.group] as VerbGroup);
  const [first, last] = group ? [group.first, group.last] : [candidate.head, candidate.head];
  const after = phrase.first > last;
  const inside = !after && phrase.last >= first;
  const direction = after ? 'after' : inside ? 'inside' : 'before';
  const n = after
    ? between(context, last + 1, phrase.first)
    : inside
      ? between(context, 0, 0)
      : between(context, phrase.last + 1, first);
  const distance = after ? phrase.first - last - 1 : inside ? 0 : first - phrase.last - 1;
  const preposition = datePreposition(words, phrase);
  const form = dateForm(phrase);
  const coarse = group ? (group.kind === 'finite' ? 'finite' : group.kind) : 'noun';
  let fronted = true;
  for (let i = 0; i < phrase.first && fronted; i++) fronted = BEFORE_FRONTED.has((words[i] as Word).tag);
  const span = phrase.timex.span;
  const when =
    dct === undefined || span === undefined ? 'unknown' : span.start > dct ? 'future' : span.end < dct ? 'past' : 'now';
  const next = words[phrase.last + 1];
  const nextClass = next === undefined ? 'end' : next.tag === 'mark' ? next.text : next.tag;

  features.push(
    `dir=${direction}/${coarse}`,
    `dist=${bucket(distance)}/${direction}/${coarse}`,
    `finite=${few(n.finite)}/${direction}/${coarse}`,
    `groups=${few(n.groups)}/${direction}/${coarse}`,
    `commas=${few(n.commas)}/${direction}`,
    `commas=${few(n.commas)}/${direction}/${coarse}/${fronted ? 'front' : ''}`,
    `marks=${few(n.marks)}/${direction}`,
    `and=${few(n.and)}/${direction}`,
    `sub=${few(n.sub)}/${direction}`,
    `rel=${few(n.rel)}/${direction}`,
    `prep=${few(n.prep)}/${direction}`,
    `path=${few(n.groups)}${n.commas > 0 ? ',' : ''}${n.and > 0 ? '&' : ''}${n.sub + n.rel > 0 ? 's' : ''}/${direction}/${coarse}`,
    `pre=${preposition}`,
    `pre=${preposition}/${coarse}`,
    `pre=${preposition}/${direction}/${few(n.groups)}/${coarse}`,
    `form=${form}`,
    `form=${form}/${coarse}`,
    `type=${phrase.timex.type}/${span?.precision ?? 'none'}`,
    `when=${when}/${kind}`,
    `form=${form}/${kind}`,
    `next=${nextClass}/${direction}`,
    `front=${fronted}/${direction}/${few(n.finite)}/${coarse}`,
  );
  if (phrase.since) features.push(`since/${kind}`);
  if (phrase.ended) features.push('ended');
  if (preposition === 'since' || preposition === 'for') features.push(`pre=${preposition}/${kind}/${direction}`);
  if (context.quoted[candidate.head] !== context.quoted[phrase.first]) features.push('quote-differs');
  if (!group && !after && n.groups === 0 && n.prep === 0 && n.commas === 0)
    features.push(`same-phrase/before/${distance < 3}`);
  if (!group && after && n.groups === 0 && n.prep <= 1) features.push(`same-phrase/after/${preposition}`);

  // which candidates of the same coarse kind are nearer
  let nearer = 0;
  let nearerFinite = 0;
  for (const other of candidates) {
    if (other === candidate) continue;
    const gap = Math.abs(other.head - phrase.first);
    if (gap < Math.abs(candidate.head - phrase.first) && other.head < phrase.first === candidate.head < phrase.first) {
      nearer++;
      if (other.group !== undefined && groups[other.group]?.kind === 'finite') nearerFinite++;
    }
  }
  features.push(
    `nearer=${few(nearer)}/${direction}/${coarse}`,
    `nearer-finite=${few(nearerFinite)}/${direction}/${coarse}`,
  );

  features.push(...ruleFeatures(context, c, p, coarse));
  if (phrases.length > 1) {
    const closer = phrases.some(
      (other, q) => q !== p && Math.abs(other.first - candidate.head) < Math.abs(phrase.first - candidate.head),
    );
    features.push(`closer-date=${closer}`);
  }
  return features;
}

/** The rules' choice for the phrase, and the relation of this candidate to it. */
function ruleFeatures(context: PairContext, c: number, p: number, coarse: string): string[] {
  const chosen = context.chosen[p] ?? [];
  if (chosen.length === 0) return ['rule=none'];
  const at = chosen.indexOf(c);
  if (at === 0) return ['rule=first', `rule=first/${coarse}`];
  if (at > 0) return ['rule=second'];
  return ['rule=other', ...relationFeatures(context, c, chosen[0] as number, 'rule')];
}

/** The relation of a candidate to another one of its sentence: on which side it is, and what lies between. */
export function relationFeatures(context: PairContext, c: number, other: number, name: string): string[] {
  const { words, groups, candidates } = context;
  const choice = candidates[other] as EventCandidate;
  const own = candidates[c] as EventCandidate;
  const kindOf = ({ group }: EventCandidate): string =>
    group === undefined ? 'noun' : groupKind(groups[group] as VerbGroup);
  const coarseOf = ({ group }: EventCandidate): string =>
    group === undefined ? 'noun' : (groups[group] as VerbGroup).kind;
  const [left, right] = own.head < choice.head ? [own, choice] : [choice, own];
  const leftEnd = left.group === undefined ? left.head : (groups[left.group] as VerbGroup).last;
  const rightStart = right.group === undefined ? right.head : (groups[right.group] as VerbGroup).first;
  const n = between(context, leftEnd + 1, rightStart);
  const side = `${name}-${own.head < choice.head ? 'left' : 'right'}`;
  const path = `${few(n.groups)}${n.commas > 0 ? ',' : ''}${n.marks > 0 ? ';' : ''}${n.and > 0 ? '&' : ''}${n.sub > 0 ? 's' : ''}${n.rel > 0 ? 'r' : ''}`;
  const joint = words[rightStart - 1];
  return [
    `${side}=${path}/${coarseOf(own)}/${coarseOf(choice)}`,
    `${side}=${kindOf(own)}/${kindOf(choice)}`,
    `${side}/joint=${joint?.tag === 'mark' ? joint.text : joint?.tag}/${few(n.groups)}/${coarseOf(own)}`,
  ];
}
