import { embeddingVerbOf } from '../../shared/events/factuality/embedding-verb.ts';
import { subjectOf } from '../../shared/events/sentence/subject.ts';
import { findVerbGroups, settlePrepositions } from '../../shared/events/sentence/verb-groups.ts';
import { readWords } from '../../shared/events/sentence/words.ts';
import type { ClauseRelation } from '../../shared/syntax/parsed-sentence.ts';
import { tokenize } from '../../shared/text/tokens.ts';
import type { VerbFact } from './clause-facts.ts';

/**
 * The same facts as the rules of shared/events read them, for comparison. The rules give no head of a subject; a clause's relation is read
 * from the word before its subject: "that" or a governing verb make a complement, a relative word a relative clause, a conjunction of time or
 * reason an adverbial clause, which the nearest finite verb before (or else behind) governs.
 */
export function factsOfEventRules(text: string): VerbFact[] {
  const rough = readWords(tokenize(text), () => -1);
  const groups = findVerbGroups(rough);
  const words = settlePrepositions(rough, groups);
  return groups.flatMap((group, g): VerbFact[] => {
    if (group.kind !== 'finite') return [];
    const startOf = (k: number | undefined): number => {
      const found = k === undefined ? undefined : groups[k];
      return found === undefined ? -1 : (words[found.head]?.start ?? -1);
    };
    const range = subjectOf(words, groups, g);
    const opener = words[Math.min(range.from, group.first) - 1];
    const embedding = embeddingVerbOf(words, groups, g);
    const before = groups.findLastIndex((x, k) => k < g && x.kind === 'finite');
    const behind = groups.findIndex((x, k) => k > g && x.kind === 'finite');
    let relation: ClauseRelation = 'main';
    let governor = -1;
    if (embedding?.group !== undefined) {
      relation = 'complement';
      governor = startOf(embedding.group);
    } else if (opener?.tag === 'relative' || words[group.first - 1]?.tag === 'relative') {
      relation = 'relative';
      governor = startOf(before >= 0 ? before : behind);
    } else if (opener?.tag === 'subordinator' && opener.lower !== 'that') {
      relation = 'adverbial';
      governor = startOf(before >= 0 ? before : behind);
    } else if (before >= 0 && (opener?.tag === 'coordinator' || words[group.first - 1]?.tag === 'coordinator')) {
      relation = 'coordinate';
      governor = startOf(before);
    }
    return [
      {
        verb: words[group.head]?.start ?? -1,
        subjectHead: undefined,
        subject: words
          .slice(range.from, range.to)
          .flatMap(({ start, text: form }) => (/[\p{L}\p{N}]/u.test(form) ? [start] : [])),
        otherSubject: [],
        governor,
        relation,
        tense: group.modal === 'will' || group.modal === 'shall' ? 'future' : group.modal ? 'none' : group.tense,
        passive: group.passive,
      },
    ];
  });
}
