/** Values of constant expressions, and the objects that initialisers fill. */

import type { Token } from "./token.ts";
import type { CType, IntType, StructType } from "./types.ts";

export interface IntValue {
  readonly kind: "int";
  readonly type: IntType;
  readonly value: bigint;
  /** Made by bit operations (`~0`, `1 << 31`): a set sign bit is meant as a bit, not as a minus. */
  readonly pattern: boolean;
  /** The unresolved placeholder this was calculated from. */
  readonly placeholder: Token | null;
}

/** The address of an object, or of an element of an array object; `target` null is the null pointer. */
export interface PointerValue {
  readonly kind: "pointer";
  readonly to: CType;
  readonly target: CObject | null;
  /** Where `target` is an array: which element is pointed to. */
  readonly index: number;
}

export interface StringValue {
  readonly kind: "string";
  readonly text: string;
}

/** A whole object, not yet read: what a name in an expression stands for. */
export interface ObjectValue {
  readonly kind: "object";
  readonly object: CObject;
}

/** Address or size of an embedded image: only the linker knows the number. */
export interface LinkedValue {
  readonly kind: "linked";
  readonly what: "address" | "size";
  readonly image: string;
}

export type Value = IntValue | PointerValue | StringValue | ObjectValue | LinkedValue;

export function intValue(type: IntType, value: bigint, from: Partial<IntValue> = {}): IntValue {
  return { kind: "int", type, value, pattern: from.pattern ?? false, placeholder: from.placeholder ?? null };
}

export const nullPointer = (to: CType): PointerValue => ({ kind: "pointer", to, target: null, index: 0 });

/** A variable, a compound literal, or a part of one. Parts come into being when they are first named. */
export class CObject {
  /** An array's length may become known only with its initialiser. */
  type: CType;
  /** The variable's name, or "" for parts and compound literals. */
  readonly name: string;
  /** The scalar written here; null means C's zero. */
  value: Value | null = null;
  /** What the user wrote for this value, or for the whole list. */
  tokens: readonly Token[] = [];
  /** The declarator's name, for variables. */
  nameToken: Token | null = null;
  written = false;
  constant = false;
  /** A value was given under a name that no field has: it may be meant for any field that is not written. */
  hasUnknown = false;
  readonly fields = new Map<string, CObject>();
  readonly elements = new Map<number, CObject>();

  constructor(type: CType, name = "") {
    this.type = type;
    this.name = name;
  }

  field(name: string): CObject | null {
    if (this.type.kind !== "struct") return null;
    const row = this.type.fields?.find((field) => field.name === name);
    if (row === undefined) return null;
    const storage = row.sharesWith ?? name;
    const part = this.fields.get(storage) ?? new CObject(row.type);
    this.fields.set(storage, part);
    return part;
  }

  element(index: number): CObject | null {
    if (this.type.kind !== "array" || index < 0 || index >= (this.type.length ?? Number.POSITIVE_INFINITY)) return null;
    const part = this.elements.get(index) ?? new CObject(this.type.of);
    this.elements.set(index, part);
    return part;
  }

  /** Elements an initialiser has reached so far. */
  get lengthWritten(): number {
    let length = 0;
    for (const index of this.elements.keys()) length = Math.max(length, index + 1);
    return length;
  }
}

/** Whether the user wrote anything for an object or for one of its parts. */
export function isWritten(object: CObject): boolean {
  if (object.written) return true;
  return [...object.fields.values(), ...object.elements.values()].some(isWritten);
}

/** The names that can be given to the parts of a struct. */
export function fieldNames(type: StructType): string[] {
  return (type.fields ?? []).map((field) => field.name);
}
