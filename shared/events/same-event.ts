import type { Mention } from './mentions.ts';

/** Mentions in one article that are one event: same days and same trigger. The plainer one is kept. */
export function mergeMentions(mentions: readonly Mention[]): Mention[] {
  const kept = new Map<string, Mention>();
  for (const mention of mentions) {
    const key = `${mention.date.start}/${mention.date.end}/${mention.trigger.start}`;
    const known = kept.get(key);
    if (!known || known.strength < mention.strength) kept.set(key, mention);
  }
  return [...kept.values()];
}
