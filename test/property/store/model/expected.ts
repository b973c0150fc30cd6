import { ARTICLES, TOPICS } from './steps.ts';

/** What an editor did, undone or not. `topic` is the one whose entry was named first. */
type Edit =
  | { readonly kind: 'rename'; readonly topic: number; readonly title: string }
  | { readonly kind: 'hide'; readonly topic: number; readonly hidden: boolean }
  | { readonly kind: 'merge'; readonly topic: number; readonly other: number };

/** An entry as readers must see it. */
export interface ExpectedEntry {
  /** `article@offset` of all its evidence, sorted. */
  readonly evidence: readonly string[];
  readonly topics: readonly number[];
  /** Titles of which it must have one; any where an editor's words of several entries came together. */
  readonly titles: readonly string[] | 'any';
  readonly isHidden: boolean | 'any';
}

/** The position of a topic in an article. */
export const offsetOf = (topic: number): number => topic * 1_000;
/** How evidence is named in comparisons. */
export const evidenceKey = (article: string, start: number): string => `${article}@${start}`;

/**
 * The store in memory, kept as plain as can be: articles tell topics, editors rename, hide and merge; nothing of the store is used here.
 *
 * An edit holds as long as some of its entry's evidence stays from one fold to the next. What becomes of it when all of it goes, and other evidence comes
 * later or in the same batch, is left open: such topics are `unsure`.
 */
export class ExpectedStore {
  readonly told = new Map<string, readonly number[]>();
  readonly unsure = new Set<number>();
  private edits: Edit[] = [];
  private toldAtFold: ReadonlyMap<string, readonly number[]> = new Map();

  tell(article: number, topics: readonly number[]): void {
    this.told.set(ARTICLES[article] ?? '', topics);
    this.forgetEmptied();
  }

  takeDown(article: number): void {
    this.told.delete(ARTICLES[article] ?? '');
    this.forgetEmptied();
  }

  /** All that was told until now is in the views. */
  folded(): void {
    this.toldAtFold = new Map(this.told);
  }

  edit(edit: Edit): void {
    this.edits.push(edit);
  }

  undo(): void {
    this.edits.pop();
  }

  hasEvidence(topic: number): boolean {
    return [...this.told.values()].some((topics) => topics.includes(topic));
  }

  /** The topics that share an entry with this one; the first is the entry that the others were merged into. */
  entryOf(topic: number): readonly number[] {
    const heads = TOPICS.map((_, index) => index);
    for (const edit of this.edits) {
      if (edit.kind !== 'merge') continue;
      const [into, from] = [heads[edit.topic], heads[edit.other]];
      heads.forEach((head, index) => {
        if (head === from) heads[index] = into ?? head;
      });
    }
    const head = heads[topic] ?? topic;
    return [head, ...heads.flatMap((own, index) => (own === head && index !== head ? [index] : []))];
  }

  /** Every entry that has evidence. */
  entries(): readonly ExpectedEntry[] {
    const heads = new Set(TOPICS.map((_, topic) => this.entryOf(topic)[0] ?? topic));
    return [...heads].flatMap((head) => {
      const topics = this.entryOf(head);
      const evidence = [...this.told].flatMap(([article, told]) =>
        told.filter((topic) => topics.includes(topic)).map((topic) => evidenceKey(article, offsetOf(topic))),
      );
      if (evidence.length === 0) return [];
      return [
        {
          evidence: evidence.sort(),
          topics,
          titles: this.titlesOf(head, topics),
          isHidden: this.isHidden(head, topics),
        },
      ];
    });
  }

  private titlesOf(head: number, topics: readonly number[]): ExpectedEntry['titles'] {
    const renames = this.edits.filter((edit) => edit.kind === 'rename');
    const own = renames.findLast((edit) => edit.topic === head);
    if (renames.some((edit) => edit.topic !== head && topics.includes(edit.topic))) return 'any';
    return own
      ? [own.title]
      : topics.filter((topic) => this.hasEvidence(topic)).map((topic) => TOPICS[topic]?.title ?? '');
  }

  private isHidden(head: number, topics: readonly number[]): ExpectedEntry['isHidden'] {
    const hides = this.edits.filter((edit) => edit.kind === 'hide');
    if (hides.some((edit) => edit.topic !== head && topics.includes(edit.topic))) return 'any';
    return hides.findLast((edit) => edit.topic === head)?.hidden ?? false;
  }

  private hasStayed(topic: number): boolean {
    return [...this.toldAtFold].some(
      ([article, topics]) => topics.includes(topic) && this.told.get(article)?.includes(topic),
    );
  }

  private forgetEmptied(): void {
    for (const edit of this.edits) {
      const touched = edit.kind === 'merge' ? [edit.topic, edit.other] : [edit.topic];
      if (touched.every((topic) => this.hasStayed(topic))) continue;
      for (const topic of touched.flatMap((one) => this.entryOf(one))) this.unsure.add(topic);
    }
  }
}
