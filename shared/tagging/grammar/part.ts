/** A part of an expression and the token after it. */
export interface Part {
  readonly value: number;
  readonly upTo: number;
}
