import type { ArticleMention } from '../mentions/article-mention.ts';
import type { Decision } from '../mentions/explain.ts';
import type { ReferredEvent } from './referred-mention.ts';

/** The decisions on events that are dated by other events, with the event that each date comes from. */
export const explainReferences = (text: string, referred: readonly ReferredEvent[]): Decision[] =>
  referred.map(({ mention, base, rule }) => {
    const { sentence, trigger, timex, date, modality, title, confidence } = mention;
    const from = base ? sourceOf(text, mention, base) : 'the day of writing';
    return {
      sentence: text.slice(sentence.start, sentence.end),
      trigger: text.slice(trigger.start, trigger.end),
      timex: timex.text,
      basis: 'derived',
      date: date.edtf,
      dateFrom: `${from} (rule ${rule.name})`,
      modality,
      title,
      confidence,
      outcome: 'event',
      features: [],
    };
  });

function sourceOf(text: string, { sentence }: ArticleMention, base: ArticleMention): string {
  const told = text.slice(base.trigger.start, base.trigger.end);
  const where =
    base.sentence.start === sentence.start
      ? ''
      : ` in “${text.slice(base.sentence.start, base.sentence.end).replace(/\s+/g, ' ')}”`;
  return `“${told}” of ${base.date.edtf}, dated by “${base.timex.text}”${where}`;
}
