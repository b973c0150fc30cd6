import { ASKS } from '../lexicon/complement-verbs.ts';
import type { Subtrees } from './subtrees.ts';

/** What somebody is asked to do, hung on a participle of him, and the participle's own words. */
interface Asked {
  readonly infinitive: number;
  readonly participle: readonly number[];
}

/**
 * "will ask the firms |running the docks| to pay": the parser hangs "to pay" on the participle, which the title can do without.
 *
 * @param head The verb of asking.
 */
export function askedOf({ tokens, children, under }: Subtrees, head: number, lemma: string): Asked | undefined {
  if (!ASKS.has(lemma)) return undefined;
  const object = (children[head] ?? []).find((child) => child > head && /^i?obj$/.test(tokens[child]?.relation ?? ''));
  const participle = (children[object ?? -1] ?? []).find(
    (child) => tokens[child]?.relation === 'acl' && tokens[child]?.tag === 'VBG',
  );
  if (participle === undefined) return undefined;
  const own = children[participle] ?? [];
  const hasObject = own.some((child) => tokens[child]?.relation === 'obj');
  const infinitive = own.find(
    (child) =>
      child > participle &&
      /^(?:xcomp|advcl)$/.test(tokens[child]?.relation ?? '') &&
      (children[child] ?? []).some((i) => tokens[i]?.tag === 'TO'),
  );
  if (infinitive === undefined || !hasObject) return undefined;
  const asked = new Set(under(infinitive));
  return { infinitive, participle: under(participle).filter((i) => !asked.has(i)) };
}
