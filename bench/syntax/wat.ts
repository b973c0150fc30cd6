/** An S-expression of the WebAssembly text format. */
type Expression = string | readonly Expression[];
type List = readonly Expression[];

const I32 = 0x7f;
const TYPES: Readonly<Record<string, number>> = { i32: I32, f32: 0x7d, v128: 0x7b };

/** Instructions without immediates. */
const PLAIN: Readonly<Record<string, readonly number[]>> = {
  'i32.eqz': [0x45],
  'i32.lt_u': [0x49],
  'i32.le_u': [0x4d],
  'i32.ge_u': [0x4f],
  'i32.popcnt': [0x69],
  'i32.add': [0x6a],
  'i32.sub': [0x6b],
  'i32.mul': [0x6c],
  'i32.and': [0x71],
  'i32.xor': [0x73],
  'i32.shl': [0x74],
  'i32.shr_u': [0x76],
  'i32.gt_s': [0x4a],
  'v128.xor': [0xfd, 0x51],
  'i32x4.shr_u': [0xfd, 0xad, 0x01],
  'i32x4.mul': [0xfd, 0xb5, 0x01],
  'i32x4.splat': [0xfd, 0x11],
  'f32x4.splat': [0xfd, 0x13],
  'i8x16.add': [0xfd, 0x6e],
  'i16x8.extend_low_i8x16_s': [0xfd, 0x87, 0x01],
  'i16x8.extend_high_i8x16_s': [0xfd, 0x88, 0x01],
  'i16x8.add': [0xfd, 0x8e, 0x01],
  'i32x4.extend_low_i16x8_s': [0xfd, 0xa7, 0x01],
  'i32x4.extend_high_i16x8_s': [0xfd, 0xa8, 0x01],
  'f32x4.convert_i32x4_s': [0xfd, 0xfa, 0x01],
  'f32x4.add': [0xfd, 0xe4, 0x01],
  'f32x4.mul': [0xfd, 0xe6, 0x01],
  'f32x4.max': [0xfd, 0xe9, 0x01],
};

/** Loads and stores, with the alignment that is encoded (its logarithm). */
const MEMORY: Readonly<Record<string, { readonly code: readonly number[]; readonly align: number }>> = {
  'i32.load': { code: [0x28], align: 2 },
  'i32.store': { code: [0x36], align: 2 },
  'v128.load': { code: [0xfd, 0x00], align: 0 },
  'v128.load32_splat': { code: [0xfd, 0x09], align: 2 },
  'v128.load32_zero': { code: [0xfd, 0x5c], align: 2 },
  'v128.store': { code: [0xfd, 0x0b], align: 0 },
};

function parse(text: string): List {
  const words = text.replace(/;;.*/g, '').match(/[()]|"[^"]*"|[^\s()"]+/g) ?? [];
  const open: Expression[][] = [[]];
  for (const word of words) {
    if (word === '(') open.push([]);
    else if (word === ')') {
      const closed = open.pop() as Expression[];
      if (open.length === 0) throw new RangeError('a bracket closes what was not opened');
      (open.at(-1) as Expression[]).push(closed);
    } else (open.at(-1) as Expression[]).push(word);
  }
  if (open.length !== 1) throw new RangeError('a bracket is never closed');
  return (open[0] as Expression[])[0] as List;
}

function unsigned(value: number): number[] {
  const low = value & 127;
  const rest = value >>> 7;
  return rest === 0 ? [low] : [low | 128, ...unsigned(rest)];
}

function signed(value: number): number[] {
  const low = value & 127;
  const rest = value >> 7;
  return (rest === 0 && low < 64) || (rest === -1 && low >= 64) ? [low] : [low | 128, ...signed(rest)];
}

const vector = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()];
const section = (id: number, body: readonly number[]): number[] => [id, ...unsigned(body.length), ...body];
const name = (quoted: Expression | undefined): number[] => {
  const bytes = [...Buffer.from((quoted as string).slice(1, -1))];
  return [...unsigned(bytes.length), ...bytes];
};
const isList =
  (head: string) =>
  (expression: Expression): expression is List =>
    typeof expression !== 'string' && expression[0] === head;
const typeOf = (word: Expression | undefined): number => {
  const type = TYPES[word as string];
  if (type === undefined) throw new RangeError(`unknown type ${String(word)}`);
  return type;
};
const float = (value: number): number[] => {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return [...bytes];
};

/** Indices of what a function's body may name. */
interface Names {
  readonly locals: ReadonlyMap<Expression, number>;
  readonly globals: ReadonlyMap<Expression, number>;
  readonly functions: ReadonlyMap<Expression, number>;
}

const indexIn = (names: ReadonlyMap<Expression, number>, word: Expression | undefined): number[] => {
  const index = names.get(word as Expression);
  if (index === undefined) throw new RangeError(`unknown name ${String(word)}`);
  return unsigned(index);
};

/** Encodes a folded instruction; `labels` are the blocks that enclose it, the innermost last. */
function instruction(expression: Expression, names: Names, labels: readonly Expression[]): number[] {
  if (typeof expression === 'string') throw new RangeError(`instructions must be folded: ${expression}`);
  const [op, ...rest] = expression as readonly [string, ...Expression[]];
  const operands = (from: number): number[] => rest.slice(from).flatMap((each) => instruction(each, names, labels));
  const plain = PLAIN[op];
  if (plain) return [...operands(0), ...plain];
  const memory = MEMORY[op];
  if (memory) {
    const [first] = rest;
    const offset = typeof first === 'string' ? Number(first.replace('offset=', '')) : undefined;
    return [
      ...operands(offset === undefined ? 0 : 1),
      ...memory.code,
      ...unsigned(memory.align),
      ...unsigned(offset ?? 0),
    ];
  }
  switch (op) {
    case 'i32.const':
      return [0x41, ...signed(Number(rest[0]) | 0)];
    case 'f32.const':
      return [0x43, ...float(Number(rest[0]))];
    case 'v128.load32_lane':
      return [...operands(1), 0xfd, 0x56, 2, 0, Number(rest[0])];
    case 'local.get':
      return [0x20, ...indexIn(names.locals, rest[0])];
    case 'local.set':
      return [...operands(1), 0x21, ...indexIn(names.locals, rest[0])];
    case 'global.get':
      return [0x23, ...indexIn(names.globals, rest[0])];
    case 'call':
      return [...operands(1), 0x10, ...indexIn(names.functions, rest[0])];
    case 'block':
    case 'loop': {
      const inner = [...labels, rest[0] as Expression];
      const body = rest.slice(1).flatMap((each) => instruction(each, names, inner));
      return [op === 'block' ? 0x02 : 0x03, 0x40, ...body, 0x0b];
    }
    case 'br_if': {
      const at = labels.lastIndexOf(rest[0] as Expression);
      if (at < 0) throw new RangeError(`unknown label ${String(rest[0])}`);
      return [...operands(1), 0x0d, ...unsigned(labels.length - 1 - at)];
    }
    default:
      throw new RangeError(`unknown instruction ${op}`);
  }
}

/**
 * Assembles a module of the WebAssembly text format, as far as the kernel needs it: folded instructions, one imported memory, immutable i32
 * globals, functions with named parameters and locals.
 *
 * @throws RangeError for anything else.
 */
export function assemble(text: string): Uint8Array {
  const module = parse(text);
  const globals = module.filter(isList('global'));
  const functions = module.filter(isList('func'));
  const imports = module.filter(isList('import'));
  const indices = (lists: readonly List[]) => new Map(lists.map((list, index) => [list[1] as Expression, index]));
  const globalIndices = indices(globals);
  const functionIndices = indices(functions);
  const types: number[][] = [];
  const bodies: number[][] = [];
  const exports: number[][] = [];
  functions.forEach((list, index) => {
    const params = list.filter(isList('param'));
    const results = list.filter(isList('result'));
    const locals = list.filter(isList('local'));
    const exported = list.find(isList('export'));
    if (exported) exports.push([...name(exported[1]), 0x00, ...unsigned(index)]);
    types.push([
      0x60,
      ...vector(params.map((param) => [typeOf(param[2])])),
      ...vector(results.map((result) => [typeOf(result[1])])),
    ]);
    const names = { locals: indices([...params, ...locals]), globals: globalIndices, functions: functionIndices };
    const declared = new Set<Expression>([...params, ...results, ...locals, ...(exported ? [exported] : [])]);
    const code = list.slice(2).flatMap((each) => (declared.has(each) ? [] : instruction(each, names, [])));
    const body = [...vector(locals.map((local) => [1, typeOf(local[2])])), ...code, 0x0b];
    bodies.push([...unsigned(body.length), ...body]);
  });
  const nothing: Names = { locals: new Map(), globals: new Map(), functions: new Map() };
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector(types)),
    ...section(
      2,
      vector(
        imports.map(([, from, what, memory]) => [
          ...name(from),
          ...name(what),
          0x02,
          0x00,
          Number((memory as List)[1]),
        ]),
      ),
    ),
    ...section(3, vector(functions.map((_, index) => unsigned(index)))),
    ...section(
      6,
      vector(globals.map((list) => [typeOf(list[2]), 0x00, ...instruction(list[3] as Expression, nothing, []), 0x0b])),
    ),
    ...section(7, vector(exports)),
    ...section(10, vector(bodies)),
  ]);
}
