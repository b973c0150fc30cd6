import type { Sentence } from '../../text/sentences.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import { subjectOf } from '../sentence/subject.ts';
import { type Mention, mentionOf } from './mention.ts';
import { type ArticleContext, viewOf } from './read-sentence.ts';

/** What the last dated sentence told: its date carries over to sentences that go on with the scene. */
export interface Scene {
  readonly mention: Mention;
  /** Sentences since. */
  readonly age: number;
}

/** Verbs that are acts or happenings of their own, so that an undated sentence with one goes on telling what happened. */
const ACTS = new Set(
  `sign shake drown accept receive hand present deliver perform sing play win lose score arrest kill wound injure attack bomb shell fire shoot storm seize capture occupy raid
  search evacuate rescue crash collapse explode sink burn destroy damage hit strike land arrive leave depart return flee escape meet visit attend gather march
  protest demonstrate clash riot vote elect appoint name swear resign quit announce declare unveil open close launch begin end start release free charge convict
  sentence acquit indict sue file plead testify approve adopt pass reject veto cancel suspend ban impose lift order call urge send deploy withdraw cross enter
  surrender agree celebrate mark bury die marry pay buy sell acquire merge raise cut fall rise drop plunge soar jump climb slip gain close declare appeal apologise apologize
  offer donate pledge recover find discover detain question blame condemn praise reveal publish issue award honour honor greet embrace greeted board break drive fly`.split(
    /\s+/,
  ),
);

/** Acts of speech: after "said on Friday" they are more of the same saying. */
const SPEECH = new Set(
  'appeal call urge order blame condemn praise apologise apologize question pledge offer agree'.split(' '),
);

/**
 * The event of a sentence without a date of its own that goes on with the scene of the sentence before: "signed documents of accession"
 * after "joined NATO on Friday". Only a simple past act in the main clause counts, and only after a day.
 */
export function carriedOver(
  context: ArticleContext,
  sentence: Sentence,
  previous: Sentence | undefined,
  scene: Scene,
): Mention | undefined {
  const { mention } = scene;
  if (mention.modality !== 'asserted' || mention.presupposed) return undefined;
  if (scene.age > (mention.date.precision === 'day' ? 6 : mention.date.precision === 'month' ? 1 : 0)) return undefined;
  const view = viewOf(context, sentence, previous, []);
  const { words, groups } = view;
  const g = groups.findIndex((group) => group.kind === 'finite');
  const group = groups[g];
  if (group?.tense !== 'past' || group.perfect || group.negated || group.progressive || group.modal) return undefined;
  if (!ACTS.has(group.lemma) || (isReporting(group.lemma) && !/^(?:announce|declare|reveal)$/.test(group.lemma)))
    return undefined;
  if (group.lemma === 'call' && !/^(?:for|on|off)$/.test(words[group.last + 1]?.lower ?? '')) return undefined;
  if (SPEECH.has(group.lemma) && isReporting(mention.lemma)) return undefined;
  const first = words[0];
  if (!first || /^["“'`‘]|^``|^''/.test(first.text) || first.tag === 'subordinator') return undefined;
  const opener = words.slice(0, group.first).some((word) => word.tag === 'relative' || word.tag === 'subordinator');
  if (opener) return undefined;
  const subject = subjectOf(words, groups, g);
  if (subject.to <= subject.from || /^(?:none|no|nobody|few|neither)$/.test(words[subject.from]?.lower ?? ''))
    return undefined;
  const range = { timex: mention.timex, first: -1, last: -1 };
  return mentionOf(
    context,
    view,
    { range, group: g, presupposed: false, strength: 0.45 - 0.03 * scene.age },
    mention.date,
  );
}
