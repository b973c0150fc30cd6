import { INFLECTED, type LemmaEdit, type LemmaRules, LONGEST_ENDING, lemmaOf } from '../../shared/syntax/lemma.ts';
import type { GoldSentence } from './conllu.ts';

const editOf = (form: string, lemma: string): LemmaEdit => {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  return { cut: form.length - same, add: lemma.slice(same) };
};

/**
 * Learns rules from the lemmas of a treebank, shortest endings first: an ending gets a rule if the rules of its shorter endings are wrong
 * for most of its words, and a word gets its own rule if all of them are.
 */
export function trainLemmas(sentences: readonly GoldSentence[]): LemmaRules {
  const words = new Map<string, { form: string; tag: string; lemmas: Map<string, number> }>();
  for (const { tokens, tags, lemmas } of sentences)
    tokens.forEach(({ lower, kind }, i) => {
      const tag = tags[i] as string;
      const lemma = (lemmas[i] as string).toLowerCase();
      if (kind !== 'word' || !INFLECTED.test(tag) || lemma === '_') return;
      const key = `${tag} ${lower}`;
      const word = words.get(key) ?? { form: lower, tag, lemmas: new Map<string, number>() };
      word.lemmas.set(lemma, (word.lemmas.get(lemma) ?? 0) + 1);
      words.set(key, word);
    });
  const known = [...words.values()].map(({ form, tag, lemmas }) => {
    const lemma = ([...lemmas].sort((a, b) => b[1] - a[1])[0] as [string, number])[0];
    return { form, tag, lemma, edit: editOf(form, lemma) };
  });
  const rules = new Map<string, LemmaEdit>();
  for (let length = 0; length <= LONGEST_ENDING; length++) {
    const votes = new Map<string, Map<string, number>>();
    for (const { form, tag, edit } of known) {
      if (form.length <= length) continue;
      const key = `${tag} ${form.slice(form.length - length)}`;
      const vote = `${edit.cut} ${edit.add}`;
      const counts = votes.get(key) ?? new Map<string, number>();
      counts.set(vote, (counts.get(vote) ?? 0) + 1);
      votes.set(key, counts);
    }
    const fresh: [string, LemmaEdit][] = [];
    for (const [key, counts] of votes) {
      const [vote, count] = [...counts].sort((a, b) => b[1] - a[1])[0] as [string, number];
      const total = [...counts.values()].reduce((sum, each) => sum + each, 0);
      if (length > 0 && (count < 2 || count * 2 < total)) continue;
      const [cut = '0', add = ''] = vote.split(' ');
      const tag = key.slice(0, key.indexOf(' '));
      const ending = key.slice(key.indexOf(' ') + 1);
      const shorter = shorterRule(rules, tag, ending);
      if (!shorter || shorter.cut !== Number(cut) || shorter.add !== add) fresh.push([key, { cut: Number(cut), add }]);
    }
    for (const [key, edit] of fresh) rules.set(key, edit);
  }
  for (const { form, tag, lemma, edit } of known)
    if (lemmaOf(rules, form, form, tag) !== lemma) rules.set(`${tag} ^${form}`, edit);
  return rules;
}

function shorterRule(rules: LemmaRules, tag: string, ending: string): LemmaEdit | undefined {
  for (let cut = 1; cut <= ending.length; cut++) {
    const rule = rules.get(`${tag} ${ending.slice(cut)}`);
    if (rule) return rule;
  }
  return undefined;
}
