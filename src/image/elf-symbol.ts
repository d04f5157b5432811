/**
 * The symbol table of an Arm ELF file (System V gABI, "Symbol Table"; IHI 0044 section 5.5 for Thumb and mapping
 * symbols).
 */
import { Cursor, textAt } from "./cursor.ts";
import { type ElfSection, sectionFlag, sectionType } from "./elf-section.ts";

export type SymbolKind = "function" | "object" | "mapping" | "other";
export type SymbolBinding = "local" | "global" | "weak";

/** A defined, named symbol. Section and file symbols are left out, as nm leaves them out. */
export interface ElfSymbol {
  readonly name: string;
  /** Value with the Thumb bit of functions cleared. */
  readonly address: number;
  readonly thumb: boolean;
  /** 0 where the source gave no size, as in much assembly. */
  readonly sizeBytes: number;
  readonly kind: SymbolKind;
  readonly binding: SymbolBinding;
  /** True for a label in an executable section, whatever its kind. */
  readonly inCode: boolean;
  /** Name of the section it is defined in; null for absolute symbols. */
  readonly section: string | null;
}

const typeObject = 1;
const typeSection = 3;
const typeFile = 4;
const typeThumbFunction = 13;
const typeCommon = 5;
const functionTypes: readonly number[] = [2, 10, typeThumbFunction];
const symbolSizeBytes = 16;

/** The symbols of .symtab in file order; none when the file is stripped. Damaged entries are left out. */
export function readElfSymbols(sections: readonly ElfSection[]): ElfSymbol[] {
  const table = sections.find((section) => section.type === sectionType.symbols);
  if (!table) return [];
  const names = sections[table.link]?.bytes ?? new Uint8Array(0);
  const cursor = new Cursor(table.bytes);
  const symbols: ElfSymbol[] = [];
  for (let count = Math.floor(table.bytes.length / symbolSizeBytes); count > 0; count--) {
    const symbol = readSymbol(cursor, names, sections);
    if (symbol) symbols.push(symbol);
  }
  return symbols;
}

function readSymbol(cursor: Cursor, names: Uint8Array, sections: readonly ElfSection[]): ElfSymbol | null {
  const nameOffset = cursor.u32();
  const value = cursor.u32();
  const sizeBytes = cursor.u32();
  const info = cursor.u8();
  cursor.skip(1);
  const sectionIndex = cursor.u16();
  const type = info & 15;
  if (sectionIndex === 0 || type === typeSection || type === typeFile) return null;
  const name = textAt(names, nameOffset);
  if (!name) return null;
  const kind = kindOf(type, name);
  const thumb = type === typeThumbFunction || (kind === "function" && (value & 1) === 1);
  const section = sectionIndex < 0xff00 ? sections[sectionIndex] : undefined;
  return {
    name,
    address: thumb ? (value & ~1) >>> 0 : value,
    thumb,
    sizeBytes,
    kind,
    binding: info >> 4 === 0 ? "local" : info >> 4 === 2 ? "weak" : "global",
    inCode: section !== undefined && (section.flags & sectionFlag.executable) !== 0,
    section: section?.name ?? null,
  };
}

function kindOf(type: number, name: string): SymbolKind {
  if (functionTypes.includes(type)) return "function";
  if (type === typeObject || type === typeCommon) return "object";
  return /^\$[adt](\..*)?$/.test(name) ? "mapping" : "other";
}
