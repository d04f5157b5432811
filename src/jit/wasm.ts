/** Writes WebAssembly: the binary format's numbers, the body of a function, a module around bodies. */

/** Types of values; `void` is the type of a block without result. */
export const type = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, void: 0x40 } as const;
export type ValueType = "i32" | "i64" | "f32" | "f64";

/** Instructions without immediates, by their names in the specification's text format. */
export const op = {
  unreachable: 0x00,
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
  "f64.ne": 0x62,
  "f64.lt": 0x63,
  "f64.gt": 0x64,
  "f64.ge": 0x66,
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
  "f64.abs": 0x99,
  "f64.add": 0xa0,
  "f64.sub": 0xa1,
  "f64.mul": 0xa2,
  "i32.wrap_i64": 0xa7,
  "i32.trunc_f64_s": 0xaa,
  "i32.trunc_f64_u": 0xab,
  "i64.extend_i32_s": 0xac,
  "i64.extend_i32_u": 0xad,
  "f32.demote_f64": 0xb6,
  "f64.convert_i32_s": 0xb7,
  "f64.convert_i32_u": 0xb8,
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

/** Bytes that grow. */
export interface Bytes {
  data: Uint8Array;
  length: number;
}

const newBytes = (room: number): Bytes => ({ data: new Uint8Array(room), length: 0 });

function reserve(to: Bytes, more: number): void {
  while (to.data.length < to.length + more) {
    const wider = new Uint8Array(2 * to.data.length);
    wider.set(to.data);
    to.data = wider;
  }
}

function byte(to: Bytes, value: number): void {
  reserve(to, 1);
  to.data[to.length++] = value;
}

function append(to: Bytes, from: Bytes): void {
  reserve(to, from.length);
  to.data.set(from.data.subarray(0, from.length), to.length);
  to.length += from.length;
}

/** LEB128. */
function unsigned(to: Bytes, value: number): void {
  let rest = value >>> 0;
  while (rest >= 0x80) {
    byte(to, (rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  byte(to, rest);
}

function signed(to: Bytes, value: number): void {
  let rest = value | 0;
  while (rest < -64 || rest > 63) {
    byte(to, (rest & 0x7f) | 0x80);
    rest >>= 7;
  }
  byte(to, rest & 0x7f);
}

/** A place that `br` can go to. */
export type Label = symbol;

/** The body of one function under construction. */
export interface Body {
  readonly bytes: Bytes;
  readonly locals: ValueType[];
  /** Open blocks, outermost first. */
  readonly open: Label[];
  /** How many parameters come before the locals, all i32. */
  readonly parameters: number;
}

export const newBody = (parameters: number): Body => ({ bytes: newBytes(1024), locals: [], open: [], parameters });

/** A new local, zero at the start. */
export function newLocal(body: Body, kind: ValueType): number {
  body.locals.push(kind);
  return body.parameters + body.locals.length - 1;
}

export function emit({ bytes }: Body, ...names: readonly Op[]): void {
  for (const name of names) byte(bytes, op[name]);
}

function withNumber({ bytes }: Body, code: number, value: number): void {
  byte(bytes, code);
  unsigned(bytes, value);
}

export function constant({ bytes }: Body, value: number): void {
  byte(bytes, 0x41);
  signed(bytes, value);
}

/** A 64-bit constant that fits in 32 bits. */
export function wideConstant({ bytes }: Body, value: number): void {
  byte(bytes, 0x42);
  signed(bytes, value);
}

export const get = (body: Body, local: number): void => withNumber(body, 0x20, local);
export const set = (body: Body, local: number): void => withNumber(body, 0x21, local);
export const tee = (body: Body, local: number): void => withNumber(body, 0x22, local);

export function memoryAccess(body: Body, name: AccessOp, offset: number): void {
  const [code, alignment] = access[name];
  byte(body.bytes, code);
  withNumber(body, alignment, offset);
}

export function doubleConstant({ bytes }: Body, value: number): void {
  byte(bytes, 0x44);
  for (const one of new Uint8Array(new Float64Array([value]).buffer)) byte(bytes, one);
}

const structured = { block: 0x02, loop: 0x03, if: 0x04 } as const;

/** Open a structure; `br` to its label goes to its end, of a loop to its begin. */
export function open(body: Body, kind: keyof typeof structured, result: ValueType | "void" = "void"): Label {
  const label: Label = Symbol(kind);
  byte(body.bytes, structured[kind]);
  byte(body.bytes, type[result]);
  body.open.push(label);
  return label;
}

export const otherwise = ({ bytes }: Body): void => byte(bytes, 0x05);

export function close(body: Body): void {
  body.open.pop();
  byte(body.bytes, 0x0b);
}

function depthOf(body: Body, label: Label): number {
  const index = body.open.lastIndexOf(label);
  if (index < 0) throw new Error("branch to a closed label");
  return body.open.length - 1 - index;
}

export const branch = (body: Body, label: Label): void => withNumber(body, 0x0c, depthOf(body, label));
export const branchIf = (body: Body, label: Label): void => withNumber(body, 0x0d, depthOf(body, label));

/** To the label that the number on the stack picks, or to the last. */
export function branchTable(body: Body, labels: readonly Label[], last: Label): void {
  withNumber(body, 0x0e, labels.length);
  for (const label of [...labels, last]) unsigned(body.bytes, depthOf(body, label));
}

/** `before`, then `body`: one function, with the locals of the latter. */
export function prefixed(before: Body, body: Body): Body {
  append(before.bytes, body.bytes);
  return { ...body, bytes: before.bytes };
}

function section(to: Bytes, id: number, write: (content: Bytes) => void): void {
  const content = newBytes(256);
  write(content);
  byte(to, id);
  unsigned(to, content.length);
  append(to, content);
}

function text(to: Bytes, ascii: string): void {
  unsigned(to, ascii.length);
  for (const character of ascii) byte(to, character.charCodeAt(0));
}

function list(to: Bytes, values: readonly number[]): void {
  unsigned(to, values.length);
  for (const value of values) byte(to, value);
}

function functionCode(to: Bytes, body: Body): void {
  const content = newBytes(body.bytes.length + 4 * body.locals.length + 16);
  unsigned(content, body.locals.length);
  for (const kind of body.locals) {
    byte(content, 1);
    byte(content, type[kind]);
  }
  append(content, body.bytes);
  byte(content, 0x0b);
  unsigned(to, content.length);
  append(to, content);
}

/**
 * A module that imports `env.memory`, `pages` pages large and no larger, and exports the body as the function `region`,
 * (i32, i32, i32) -> i32.
 */
export function moduleOf(body: Body, pages: number): Uint8Array<ArrayBuffer> {
  const to = newBytes(body.bytes.length + 1024);
  for (const value of [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]) byte(to, value);
  section(to, 1, (content) => {
    for (const value of [1, 0x60]) byte(content, value);
    list(content, [type.i32, type.i32, type.i32]);
    list(content, [type.i32]);
  });
  section(to, 2, (content) => {
    byte(content, 1);
    text(content, "env");
    text(content, "memory");
    for (const value of [0x02, 0x01]) byte(content, value);
    unsigned(content, pages);
    unsigned(content, pages);
  });
  section(to, 3, (content) => list(content, [0]));
  section(to, 7, (content) => {
    byte(content, 1);
    text(content, "region");
    for (const value of [0x00, 0x00]) byte(content, value);
  });
  section(to, 10, (content) => {
    byte(content, 1);
    functionCode(content, body);
  });
  return new Uint8Array(to.data.buffer as ArrayBuffer, 0, to.length);
}
