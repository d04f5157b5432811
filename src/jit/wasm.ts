/** Writes WebAssembly: the binary format's numbers, the body of a function, a module around bodies. */

/** Types of values; `void` is the type of a block without result. */
export const type = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, void: 0x40 } as const;
export type ValueType = "i32" | "i64" | "f32" | "f64";

/** Instructions without immediates, by their names in the specification's text format. */
export const op = {
  unreachable: 0x00,
  return: 0x0f,
  drop: 0x1a,
  select: 0x1b,
  "i32.eqz": 0x45,
  "i32.eq": 0x46,
  "i32.ne": 0x47,
  "i32.lt_s": 0x48,
  "i32.lt_u": 0x49,
  "i32.ge_u": 0x4f,
  "i64.eqz": 0x50,
  "f32.eq": 0x5b,
  "f32.ne": 0x5c,
  "f32.lt": 0x5d,
  "f64.eq": 0x61,
  "f64.ne": 0x62,
  "f64.gt": 0x64,
  "i32.clz": 0x67,
  "i32.add": 0x6a,
  "i32.sub": 0x6b,
  "i32.mul": 0x6c,
  "i32.div_s": 0x6d,
  "i32.div_u": 0x6e,
  "i32.and": 0x71,
  "i32.or": 0x72,
  "i32.xor": 0x73,
  "i32.shl": 0x74,
  "i32.shr_s": 0x75,
  "i32.shr_u": 0x76,
  "i32.rotr": 0x78,
  "i64.add": 0x7c,
  "i64.mul": 0x7e,
  "i64.and": 0x83,
  "i64.shr_u": 0x88,
  "f32.abs": 0x8b,
  "f32.neg": 0x8c,
  "f32.sqrt": 0x91,
  "f32.add": 0x92,
  "f32.sub": 0x93,
  "f32.mul": 0x94,
  "f32.div": 0x95,
  "f64.add": 0xa0,
  "f64.sub": 0xa1,
  "f64.mul": 0xa2,
  "i32.wrap_i64": 0xa7,
  "i32.trunc_f32_s": 0xa8,
  "i32.trunc_f32_u": 0xa9,
  "i64.extend_i32_s": 0xac,
  "i64.extend_i32_u": 0xad,
  "f32.convert_i32_s": 0xb2,
  "f32.convert_i32_u": 0xb3,
  "f32.demote_f64": 0xb6,
  "f64.promote_f32": 0xbb,
  "i32.reinterpret_f32": 0xbc,
  "i64.reinterpret_f64": 0xbd,
  "f32.reinterpret_i32": 0xbe,
  "f64.reinterpret_i64": 0xbf,
  "i32.extend8_s": 0xc0,
  "i32.extend16_s": 0xc1,
} as const;
export type Op = keyof typeof op;

/** Loads and stores, with the alignment hint (log2 of bytes). */
const access = {
  "i32.load": [0x28, 2],
  "f32.load": [0x2a, 2],
  "i32.load8_s": [0x2c, 0],
  "i32.load8_u": [0x2d, 0],
  "i32.load16_s": [0x2e, 1],
  "i32.load16_u": [0x2f, 1],
  "i32.store": [0x36, 2],
  "f32.store": [0x38, 2],
  "i32.store8": [0x3a, 0],
  "i32.store16": [0x3b, 1],
} as const;
export type AccessOp = keyof typeof access;

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  while (true) {
    const low = rest & 0x7f;
    rest >>= 7;
    const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(isLast ? low : low | 0x80);
    if (isLast) return bytes;
  }
}

/** A place that `br` can go to. */
export type Label = symbol;

/** The body of one function under construction. */
export interface Body {
  readonly bytes: number[];
  readonly locals: ValueType[];
  /** Open blocks, outermost first. */
  readonly open: Label[];
  /** How many parameters come before the locals, all i32. */
  readonly parameters: number;
}

export const newBody = (parameters: number): Body => ({ bytes: [], locals: [], open: [], parameters });

/** A new local, zero at the start. */
export function newLocal(body: Body, kind: ValueType): number {
  body.locals.push(kind);
  return body.parameters + body.locals.length - 1;
}

export const emit = (body: Body, ...names: readonly Op[]): void => {
  for (const name of names) body.bytes.push(op[name]);
};
export const constant = (body: Body, value: number): void => void body.bytes.push(0x41, ...signed(value));
/** A small 64-bit constant. */
export const wideConstant = (body: Body, value: number): void => void body.bytes.push(0x42, ...signed(value));
export const get = (body: Body, local: number): void => void body.bytes.push(0x20, ...unsigned(local));
export const set = (body: Body, local: number): void => void body.bytes.push(0x21, ...unsigned(local));
export const tee = (body: Body, local: number): void => void body.bytes.push(0x22, ...unsigned(local));

export function memoryAccess(body: Body, name: AccessOp, offset: number): void {
  const [code, alignment] = access[name];
  body.bytes.push(code, alignment, ...unsigned(offset));
}

export function doubleConstant(body: Body, value: number): void {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  body.bytes.push(0x44, ...bytes);
}

const structured = { block: 0x02, loop: 0x03, if: 0x04 } as const;

/** Open a structure; `br` to its label goes to its end, of a loop to its begin. */
export function open(body: Body, kind: keyof typeof structured, result: ValueType | "void" = "void"): Label {
  const label: Label = Symbol(kind);
  body.bytes.push(structured[kind], type[result]);
  body.open.push(label);
  return label;
}

export const otherwise = (body: Body): void => void body.bytes.push(0x05);

export function close(body: Body): void {
  body.open.pop();
  body.bytes.push(0x0b);
}

function depthOf(body: Body, label: Label): number {
  const index = body.open.lastIndexOf(label);
  if (index < 0) throw new Error("branch to a closed label");
  return body.open.length - 1 - index;
}

export const branch = (body: Body, label: Label): void => void body.bytes.push(0x0c, ...unsigned(depthOf(body, label)));
export const branchIf = (body: Body, label: Label): void =>
  void body.bytes.push(0x0d, ...unsigned(depthOf(body, label)));

const counted = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()];
const section = (id: number, content: readonly number[]): number[] => [id, ...unsigned(content.length), ...content];

function functionBytes(body: Body): number[] {
  const locals = counted(body.locals.map((kind) => [1, type[kind]]));
  const content = [...locals, ...body.bytes, 0x0b];
  return [...unsigned(content.length), ...content];
}

const utf8 = (text: string): number[] => [...unsigned(text.length), ...new TextEncoder().encode(text)];

/**
 * A module that imports `env.memory`, `pages` pages large and no larger, and exports each body as a function
 * (i32, i32) -> i32 named by its index.
 */
export function moduleOf(bodies: readonly Body[], pages: number): Uint8Array<ArrayBuffer> {
  const signature = [0x60, ...counted([[type.i32], [type.i32]]), ...counted([[type.i32]])];
  const memory = [...utf8("env"), ...utf8("memory"), 0x02, 0x01, ...unsigned(pages), ...unsigned(pages)];
  const bytes = [
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, counted([signature])),
    ...section(2, counted([memory])),
    ...section(3, counted(bodies.map(() => [0]))),
    ...section(7, counted(bodies.map((_, index) => [...utf8(`${index}`), 0x00, ...unsigned(index)]))),
    ...section(10, counted(bodies.map(functionBytes))),
  ];
  return new Uint8Array(bytes);
}
