import { KERNEL_CODE } from './kernel-code.ts';

/** The used part of the WebAssembly API, which Node.js provides and TypeScript's ES library does not declare. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: object } },
  ) => { readonly exports: object };
};

/** Addresses in a kernel's memory, as in kernel.wat. */
const ATOMS = 0;
const SLOTS = 512;
const UNITS = 4864;
const SCORES = 5376;
const HIDDEN_BIAS = 5888;
const OUTPUT_BIAS = 6400;
const TEMPLATES = 7440;
const OUTPUT_WEIGHTS = 16_384;
const TABLE = 65_536;
const ROWS = 327_680;

/** Largest sizes that fit into the layout of the memory. */
export const MOST_UNITS = 128;
export const MOST_OUTPUTS = 112;
export const MOST_FEATURES = 448;
const MOST_ATOMS = 128;

const PAGE = 65_536;

let compiled: object | undefined;

/** An instance of kernel.wat with views of its memory. */
export interface Kernel {
  /** The atoms of the current features. */
  readonly atoms: Int32Array;
  /** The output of `hash`. */
  readonly slots: Int32Array;
  readonly units: Float32Array;
  /** The output of `score`. */
  readonly scores: Float32Array;
  readonly hiddenBias: Float32Array;
  readonly outputBias: Float32Array;
  readonly templates: Int32Array;
  readonly outputWeights: Float32Array;
  /** Two entries for each 32 slots: one bit per slot that has a row, and the number of rows of all earlier slots. */
  readonly table: Int32Array;
  /** An empty row, and the others in the order of their slots. */
  readonly rows: Int8Array;
  /** Writes the slot of each template; returns how many. */
  readonly hash: () => number;
  /** Sums the rows of the first `count` slots into the units. */
  readonly sum: (count: number, hidden: number) => void;
  /** Scores outputs; `first`, `last` and the distance of one unit's weights to the next are in bytes. */
  readonly score: (first: number, last: number, stride: number) => void;
}

/** Makes an instance whose memory has room for `rowBytes` of rows. */
export function createKernel(rowBytes: number): Kernel {
  compiled ??= new WebAssembly.Module(Buffer.from(KERNEL_CODE, 'base64'));
  const memory = new WebAssembly.Memory({ initial: Math.ceil((ROWS + rowBytes) / PAGE) });
  const { buffer } = memory;
  const { hash, sum, score } = new WebAssembly.Instance(compiled, { env: { memory } }).exports as Pick<
    Kernel,
    'hash' | 'sum' | 'score'
  >;
  return {
    atoms: new Int32Array(buffer, ATOMS, MOST_ATOMS),
    slots: new Int32Array(buffer, SLOTS, MOST_FEATURES),
    units: new Float32Array(buffer, UNITS, MOST_UNITS),
    scores: new Float32Array(buffer, SCORES, MOST_OUTPUTS),
    hiddenBias: new Float32Array(buffer, HIDDEN_BIAS, MOST_UNITS),
    outputBias: new Float32Array(buffer, OUTPUT_BIAS, MOST_OUTPUTS),
    templates: new Int32Array(buffer, TEMPLATES, (OUTPUT_WEIGHTS - TEMPLATES) / 4),
    outputWeights: new Float32Array(buffer, OUTPUT_WEIGHTS, (TABLE - OUTPUT_WEIGHTS) / 4),
    table: new Int32Array(buffer, TABLE, (ROWS - TABLE) / 4),
    rows: new Int8Array(buffer, ROWS, rowBytes),
    hash,
    sum,
    score,
  };
}
