/** The shapes of data: what a compiler says about types (DWARF 5 sections 5.1 to 5.14), typedefs seen through. */

export type DataType = BaseType | PointerType | RecordType | ArrayType | EnumType | OpaqueType;

export interface BaseType {
  readonly kind: "base";
  readonly name: string | null;
  readonly sizeBytes: number;
  readonly signed: boolean;
  readonly float: boolean;
  /** True of the character types, which make text of arrays. */
  readonly character: boolean;
}

/** Pointers, and the references of C++, which are kept as pointers. */
export interface PointerType {
  readonly kind: "pointer";
  readonly name: string | null;
  readonly sizeBytes: number;
  readonly reference: boolean;
  /** What it points at; null for `void *` and for what the file does not describe. */
  target(): DataType | null;
}

export interface Member {
  /**
   * Null for an anonymous structure or union, and for what a class inherits: their members are reached as if they were
   * the outer one's.
   */
  readonly name: string | null;
  readonly offsetBytes: number;
  type(): DataType | null;
  /** Of a bit field: its width, and its lowest bit counted from the lowest bit at `offsetBytes`. */
  readonly bits: { readonly size: number; readonly shift: number } | null;
}

/** A structure, class or union. */
export interface RecordType {
  readonly kind: "record";
  /** Its tag, or the typedef that names it where it has no tag. */
  readonly name: string | null;
  readonly sizeBytes: number;
  readonly union: boolean;
  members(): readonly Member[];
}

export interface ArrayType {
  readonly kind: "array";
  readonly name: string | null;
  readonly sizeBytes: number;
  /** Null where the source gives no bound. */
  readonly count: number | null;
  element(): DataType | null;
}

export interface EnumType {
  readonly kind: "enum";
  readonly name: string | null;
  readonly sizeBytes: number;
  readonly signed: boolean;
  values(): ReadonlyMap<number, string>;
}

/** A function, or a structure of which the file has a declaration only. */
export interface OpaqueType {
  readonly kind: "opaque";
  readonly name: string | null;
  readonly sizeBytes: 0;
}

/** A member found by name, through anonymous ones, with its offset from the outer record. */
export interface FoundMember {
  readonly member: Member;
  readonly offsetBytes: number;
}

/** Anonymous records nest a few deep; a damaged file may have a ring. */
const nestingLimit = 16;

/** A record's own members hide what it inherits. */
export function memberNamed(record: RecordType, name: string, nesting = 0): FoundMember | null {
  const members = record.members();
  const own = members.find((member) => member.name === name);
  if (own !== undefined) return { member: own, offsetBytes: own.offsetBytes };
  for (const member of nesting < nestingLimit ? members : []) {
    const inner = member.name === null ? member.type() : null;
    const found = inner?.kind === "record" ? memberNamed(inner, name, nesting + 1) : null;
    if (found) return { member: found.member, offsetBytes: member.offsetBytes + found.offsetBytes };
  }
  return null;
}
