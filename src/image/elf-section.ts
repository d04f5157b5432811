/**
 * The section headers of an ELF file (System V gABI, "Sections"). A loader does not need them; people and debuggers
 * do.
 */
import { Cursor, textAt } from "./cursor.ts";
import { type ElfHeader, truncated } from "./elf-header.ts";

export interface ElfSection {
  readonly name: string;
  /** SHT_ number. */
  readonly type: number;
  /** SHF_ bits. */
  readonly flags: number;
  /** Address at run time; 0 for sections that are not in memory. */
  readonly address: number;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly link: number;
  readonly entrySizeBytes: number;
  /** A view of the file; empty for sections without contents (SHT_NOBITS). */
  readonly bytes: Uint8Array;
}

export const sectionType = { null: 0, symbols: 2, noBits: 8 } as const;
export const sectionFlag = { write: 1, allocated: 2, executable: 4, compressed: 0x800 } as const;

/** All sections in file order, the empty one at index 0 included. Throws InputError when contents are cut off. */
export function readElfSections(bytes: Uint8Array, header: ElfHeader, file: string): ElfSection[] {
  const { offset, count } = header.sectionHeaders;
  const cursor = new Cursor(bytes, offset);
  const nameOffsets: number[] = [];
  const nameless: ElfSection[] = [];
  for (let i = 0; i < count; i++) {
    nameOffsets.push(cursor.u32());
    nameless.push(readSection(bytes, cursor));
  }
  const names = nameless[header.sectionNamesIndex]?.bytes ?? new Uint8Array(0);
  return nameless.map((section, i) => {
    const name = textAt(names, nameOffsets[i] as number) ?? "";
    if (section.bytes.length < section.sizeBytes && section.type !== sectionType.noBits && section.type !== 0) {
      throw truncated(file, bytes, `section ${name || i}`, section.offset, section.sizeBytes);
    }
    return { ...section, name };
  });
}

function readSection(bytes: Uint8Array, cursor: Cursor): ElfSection {
  const type = cursor.u32();
  const flags = cursor.u32();
  const address = cursor.u32();
  const offset = cursor.u32();
  const sizeBytes = cursor.u32();
  const link = cursor.u32();
  cursor.skip(8);
  const entrySizeBytes = cursor.u32();
  const present = type !== sectionType.noBits && type !== sectionType.null && offset + sizeBytes <= bytes.length;
  const contents = present ? bytes.subarray(offset, offset + sizeBytes) : bytes.subarray(0, 0);
  return { name: "", type, flags, address, offset, sizeBytes, link, entrySizeBytes, bytes: contents };
}
