/** Just enough of the WebAssembly binary format (core specification, section 5.5) to find globals outside of memory. */

export interface WasmGlobal {
  /** Index in the module's global space, imported ones first. */
  readonly index: number;
  readonly mutable: boolean;
  /** `module.field` of an imported global. */
  readonly imported: string | null;
}

const importSection = 2;
const globalSection = 6;
const externalKinds = { function: 0, table: 1, memory: 2, global: 3, tag: 4 } as const;

/** All globals of a module. Throws on bytes that are not a module. */
export function readGlobals(bytes: Uint8Array): WasmGlobal[] {
  if (new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) !== 0x0061736d) throw new Error("not a Wasm module");
  const cursor = { bytes, at: 8 };
  const globals: WasmGlobal[] = [];
  while (cursor.at < bytes.length) {
    const id = bytes[cursor.at++];
    const end = readUnsigned(cursor) + cursor.at;
    if (id === importSection) readImports(cursor, globals);
    if (id === globalSection) readDefined(cursor, globals);
    cursor.at = end;
  }
  return globals;
}

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

function readUnsigned(cursor: Cursor): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = cursor.bytes[cursor.at++];
    if (byte === undefined) throw new Error("the module ends inside a number");
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
}

function readName(cursor: Cursor): string {
  const length = readUnsigned(cursor);
  cursor.at += length;
  return new TextDecoder().decode(cursor.bytes.subarray(cursor.at - length, cursor.at));
}

function readImports(cursor: Cursor, globals: WasmGlobal[]): void {
  for (let count = readUnsigned(cursor); count > 0; count--) {
    const imported = `${readName(cursor)}.${readName(cursor)}`;
    const kind = cursor.bytes[cursor.at++];
    if (kind === externalKinds.function) readUnsigned(cursor);
    else if (kind === externalKinds.table) {
      cursor.at++;
      skipLimits(cursor);
    } else if (kind === externalKinds.memory) skipLimits(cursor);
    else if (kind === externalKinds.tag) {
      cursor.at++;
      readUnsigned(cursor);
    } else globals.push({ index: globals.length, mutable: readMutability(cursor), imported });
  }
}

function skipLimits(cursor: Cursor): void {
  const flags = cursor.bytes[cursor.at++] ?? 0;
  readUnsigned(cursor);
  if (flags & 1) readUnsigned(cursor);
}

/** A global's type: one byte for the value, one for mutability. */
function readMutability(cursor: Cursor): boolean {
  cursor.at += 2;
  return cursor.bytes[cursor.at - 1] === 1;
}

function readDefined(cursor: Cursor, globals: WasmGlobal[]): void {
  for (let count = readUnsigned(cursor); count > 0; count--) {
    globals.push({ index: globals.length, mutable: readMutability(cursor), imported: null });
    skipConstant(cursor);
  }
}

const opcodes = { end: 0x0b, globalGet: 0x23, i32: 0x41, i64: 0x42, f32: 0x43, f64: 0x44 } as const;

/** A constant expression: one instruction with its operand, then `end`. */
function skipConstant(cursor: Cursor): void {
  for (let opcode = cursor.bytes[cursor.at++]; opcode !== opcodes.end; opcode = cursor.bytes[cursor.at++]) {
    if (opcode === opcodes.f32) cursor.at += 4;
    else if (opcode === opcodes.f64) cursor.at += 8;
    // Signed numbers have the same length rule as unsigned ones, and the value is of no interest here.
    else if (opcode === opcodes.i32 || opcode === opcodes.i64 || opcode === opcodes.globalGet) readUnsigned(cursor);
    else throw new Error(`constant expression with opcode ${opcode}`);
  }
}
