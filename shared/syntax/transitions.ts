/** Actions of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). */
export const SHIFT = 0;
/** The next token governs the top of the stack, which is popped. */
export const LEFT = 1;
/** The second token of the stack governs the top, which is popped. */
export const RIGHT = 2;
export const ACTIONS = 3;

/** The state of a parse: tokens below `next` are on the stack or have a head. Token `size`, after the sentence, is the root. */
export class ParserState {
  readonly size: number;
  readonly stack: number[] = [];
  depth = 0;
  next = 0;
  readonly heads: number[];
  /** Index of the relation of each token that has a head. */
  readonly labels: number[];
  /** Leftmost and second leftmost, rightmost and second rightmost dependents so far; -1 for none. */
  readonly left1: number[];
  readonly left2: number[];
  readonly right1: number[];
  readonly right2: number[];
  /** One bit a relation (modulo 31) of the dependents on each side. */
  readonly leftSet: number[];
  readonly rightSet: number[];

  constructor(size: number) {
    const filled = (value: number): number[] => new Array<number>(size + 1).fill(value);
    this.size = size;
    this.heads = new Array<number>(size).fill(-1);
    this.labels = filled(0);
    this.left1 = filled(-1);
    this.left2 = filled(-1);
    this.right1 = filled(-1);
    this.right2 = filled(-1);
    this.leftSet = filled(0);
    this.rightSet = filled(0);
  }

  get done(): boolean {
    return this.next === this.size && this.depth === 0;
  }

  /** Whether an action can be taken. Only the last token of the stack may depend on the root, so a sentence has one root. */
  allows(action: number): boolean {
    if (action === SHIFT) return this.next < this.size;
    if (action === LEFT) return this.depth > 0 && (this.next < this.size || this.depth === 1);
    return this.depth > 1;
  }

  /** Takes an action that is allowed; `label` is the relation of the arc that LEFT and RIGHT make. */
  take(action: number, label: number): void {
    if (action === SHIFT) {
      this.stack[this.depth++] = this.next++;
      return;
    }
    const child = this.stack[--this.depth] as number;
    this.labels[child] = label;
    const bit = 1 << (label % 31);
    if (action === LEFT) {
      const head = this.next;
      this.heads[child] = head;
      this.left2[head] = this.left1[head] as number;
      this.left1[head] = child;
      this.leftSet[head] = (this.leftSet[head] as number) | bit;
    } else {
      const head = this.stack[this.depth - 1] as number;
      this.heads[child] = head;
      this.right2[head] = this.right1[head] as number;
      this.right1[head] = child;
      this.rightSet[head] = (this.rightSet[head] as number) | bit;
    }
  }
}
