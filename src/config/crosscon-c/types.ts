/**
 * C types, and those of the hypervisor's headers as rows (fact sheet crosscon-armv8m section 1.1). Names that no
 * LPC55S69 build uses are known, too, so that files written for other boards can be read.
 */

export interface IntType {
  readonly kind: "int";
  readonly name: string;
  readonly sizeBytes: number;
  readonly signed: boolean;
  /** Order in the usual arithmetic conversions: int 3, long 4, long long 5; smaller ones are promoted to int. */
  readonly rank: number;
  readonly bool: boolean;
  /** A number of the hypervisor's: a value that does not fit is an error instead of being cut silently. */
  readonly checked: boolean;
}

export interface PointerType {
  readonly kind: "pointer";
  readonly to: CType;
}

export interface ArrayType {
  readonly kind: "array";
  readonly of: CType;
  /** Null while the initialiser decides. */
  readonly length: number | null;
}

export interface StructField {
  readonly name: string;
  readonly type: CType;
  /** The field whose storage it shares (a member of the same union). */
  readonly sharesWith: string | null;
}

export interface StructType {
  readonly kind: "struct";
  readonly name: string;
  readonly union: boolean;
  /** Filled when the body is read; null for a type only named so far. */
  fields: readonly StructField[] | null;
}

/** Accepted without a look: parts of the configuration that have no meaning on this target. */
export interface AnythingType {
  readonly kind: "anything";
}

export interface VoidType {
  readonly kind: "void";
}

/** `vmlist`: a pointer to structs, to pointers, or an array of either, as the version of the hypervisor has it. */
export interface VmListType {
  readonly kind: "vmlist";
}

export type CType = IntType | PointerType | ArrayType | StructType | AnythingType | VoidType | VmListType;

/** Sizes of the types whose size differs between targets. */
export interface DataModel {
  readonly longBytes: 4 | 8;
  readonly pointerBytes: 4 | 8;
}

/** 32-bit Arm. */
export const ilp32: DataModel = { longBytes: 4, pointerBytes: 4 };
/** 64-bit hosts: for comparing with their compilers. */
export const lp64: DataModel = { longBytes: 8, pointerBytes: 8 };

export const voidType: VoidType = { kind: "void" };
export const anythingType: AnythingType = { kind: "anything" };

function int(name: string, sizeBytes: number, signed: boolean, rank: number, checked = false): IntType {
  return { kind: "int", name, sizeBytes, signed, rank, bool: name === "bool", checked };
}

export const boolType = int("bool", 1, false, 0);
export const intType = int("int", 4, true, 3);
export const unsignedType = int("unsigned int", 4, false, 3);
export const longLongType = int("long long", 8, true, 5);
export const unsignedLongLongType = int("unsigned long long", 8, false, 5);

/** A number field of the hypervisor's structs. */
const numberType = int("unsigned 32-bit number", 4, false, 3, true);
const bitmapType = int("32-bit bitmap", 4, false, 3);

export function longType(model: DataModel, signed: boolean): IntType {
  return int(signed ? "long" : "unsigned long", model.longBytes, signed, 4);
}

/** `size_t`, the type of sizeof. */
export function sizeType(model: DataModel): IntType {
  return model.pointerBytes === 4 ? unsignedType : longType(model, false);
}

/** Fixed-width and header type names, each onto a type. */
export function namedTypes(model: DataModel): Map<string, CType> {
  const types: [string, CType][] = [
    ["bool", boolType],
    ["_Bool", boolType],
    ["char", int("char", 1, false, 1)],
    ["int8_t", int("int8_t", 1, true, 1)],
    ["uint8_t", int("uint8_t", 1, false, 1)],
    ["int16_t", int("int16_t", 2, true, 2)],
    ["uint16_t", int("uint16_t", 2, false, 2)],
    ["int32_t", intType],
    ["uint32_t", unsignedType],
    ["int64_t", longLongType],
    ["uint64_t", unsignedLongLongType],
    ["size_t", sizeType(model)],
    ["ssize_t", model.pointerBytes === 4 ? intType : longType(model, true)],
    ["ptrdiff_t", model.pointerBytes === 4 ? intType : longType(model, true)],
    ["uintptr_t", sizeType(model)],
    ["intptr_t", model.pointerBytes === 4 ? intType : longType(model, true)],
    ["int", intType],
    ["long", longType(model, true)],
    ["void", voidType],
    ["irqid_t", numberType],
  ];
  const words = ["paddr_t", "vaddr_t", "colormap_t", "cpumap_t", "vmid_t", "cpuid_t", "streamid_t", "asid_t"];
  for (const word of words) types.push([word, unsignedType]);
  return new Map(types);
}

/**
 * `number`, `bool`, `bitmap`, `anything`, `vmlist`, `interrupts`; `list NAME`, `struct NAME`; `same NAME` shares
 * storage.
 */
type FieldWords = string;

const structRows: Readonly<Record<string, Readonly<Record<string, FieldWords>>>> = {
  config: {
    hyp: "struct config_hyp",
    shmemlist_size: "number",
    shmemlist: "list shmem",
    vmlist_size: "number",
    vmlist: "vmlist",
  },
  config_hyp: {
    relocate: "bool",
    base_addr: "number",
    data_relocate: "bool",
    data_addr: "number",
    colors: "bitmap",
  },
  vm_config: {
    vm_id: "number",
    image: "struct vm_image",
    entry: "number",
    cpu_exclusivity: "bool",
    cpu_affinity: "bitmap",
    colors: "bitmap",
    type: "number",
    children_num: "number",
    children: "anything",
    platform: "struct vm_platform",
  },
  vm_image: {
    base_addr: "number",
    load_addr: "number",
    size: "number",
    separately_loaded: "bool",
    inplace: "bool",
  },
  vm_platform: {
    cpu_num: "number",
    region_num: "number",
    regions: "list vm_mem_region",
    ipc_num: "number",
    ipcs: "list ipc",
    dev_num: "number",
    devs: "list vm_dev_region",
    remio_dev_num: "number",
    remio_devs: "anything",
    mmu: "anything",
    arch: "anything",
  },
  vm_mem_region: {
    base: "number",
    size: "number",
    colors: "bitmap",
    place_phys: "bool",
    phys: "number",
  },
  vm_dev_region: {
    pa: "number",
    va: "number",
    size: "number",
    interrupt_num: "number",
    interrupts: "interrupts",
    id: "number",
  },
  ipc: {
    base: "number",
    size: "number",
    shmem_id: "number",
    interrupt_num: "number",
    interrupts: "interrupts",
    master: "anything",
  },
  shmem: {
    size: "number",
    colors: "bitmap",
    place_phys: "bool",
    base: "number",
    phys: "same base",
    cpu_masters: "bitmap",
    lock: "anything",
  },
};

/** Names under which older versions of the hypervisor know the same structs. */
const olderNames: Readonly<Record<string, string>> = {
  mem_region: "vm_mem_region",
  dev_region: "vm_dev_region",
  platform_desc: "vm_platform",
};

/** The structs of the hypervisor's headers by name, older names included. */
export function headerStructs(): Map<string, StructType> {
  const structs = new Map<string, StructType>();
  for (const name of Object.keys(structRows)) structs.set(name, { kind: "struct", name, union: false, fields: null });
  for (const [name, row] of Object.entries(structRows)) {
    const fields = Object.entries(row).map(([field, words]) => fieldOf(field, words, row, structs));
    (structs.get(name) as StructType).fields = fields;
  }
  for (const [older, name] of Object.entries(olderNames)) structs.set(older, structs.get(name) as StructType);
  return structs;
}

function fieldOf(
  name: string,
  words: FieldWords,
  row: Readonly<Record<string, FieldWords>>,
  structs: ReadonlyMap<string, StructType>,
): StructField {
  const [first, second] = words.split(" ");
  if (first === "same")
    return { ...fieldOf(name, row[second as string] as string, row, structs), sharesWith: second as string };
  return { name, type: fieldType(first as string, structs.get(second ?? "")), sharesWith: null };
}

function fieldType(word: string, struct: StructType | undefined): CType {
  switch (word) {
    case "number":
      return numberType;
    case "bool":
      return boolType;
    case "bitmap":
      return bitmapType;
    case "interrupts":
      return { kind: "pointer", to: numberType };
    case "vmlist":
      return { kind: "vmlist" };
    case "list":
      return { kind: "pointer", to: struct as StructType };
    case "struct":
      return struct as StructType;
    default:
      return anythingType;
  }
}

/** A type as the user would write it. */
export function typeText(type: CType): string {
  switch (type.kind) {
    case "int":
      return type.name;
    case "pointer":
      return `${typeText(type.to)}${type.to.kind === "pointer" ? "" : " "}*`;
    case "array":
      return `${typeText(type.of)}[${type.length ?? ""}]`;
    case "struct":
      return `${type.union ? "union" : "struct"} ${type.name}`;
    case "vmlist":
      return "struct vm_config *[]";
    default:
      return type.kind;
  }
}

/** Size and alignment in bytes; null where a type is incomplete or ours alone. */
export function layoutOf(type: CType, model: DataModel): { sizeBytes: number; alignBytes: number } | null {
  switch (type.kind) {
    case "int":
      return { sizeBytes: type.sizeBytes, alignBytes: type.sizeBytes };
    case "pointer":
    case "vmlist":
      return { sizeBytes: model.pointerBytes, alignBytes: model.pointerBytes };
    case "array": {
      const element = layoutOf(type.of, model);
      if (element === null || type.length === null) return null;
      return { sizeBytes: element.sizeBytes * type.length, alignBytes: element.alignBytes };
    }
    case "struct":
      return structLayout(type, model);
    default:
      return null;
  }
}

function structLayout(type: StructType, model: DataModel): { sizeBytes: number; alignBytes: number } | null {
  if (type.fields === null) return null;
  let sizeBytes = 0;
  let alignBytes = 1;
  for (const field of type.fields) {
    if (field.sharesWith !== null) continue;
    // A part that is accepted without a look counts as one word: its true size matters to no configuration.
    const unknown =
      field.type.kind === "anything" ? { sizeBytes: model.pointerBytes, alignBytes: model.pointerBytes } : null;
    const layout = unknown ?? layoutOf(field.type, model);
    if (layout === null) return null;
    alignBytes = Math.max(alignBytes, layout.alignBytes);
    if (type.union) sizeBytes = Math.max(sizeBytes, layout.sizeBytes);
    else sizeBytes = Math.ceil(sizeBytes / layout.alignBytes) * layout.alignBytes + layout.sizeBytes;
  }
  return { sizeBytes: Math.ceil(sizeBytes / alignBytes) * alignBytes, alignBytes };
}
