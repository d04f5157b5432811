/**
 * Reads a 32-bit little-endian Arm executable: what belongs into memory, by physical address, and what its parts are
 * called. Sources: System V gABI chapters 4 and 5; ELF for the Arm Architecture (IHI 0044).
 */
import { wholeFile } from "../base/diagnostic.ts";
import { hexText, imageError } from "./codes.ts";
import { Cursor } from "./cursor.ts";
import { type ElfTable, readElfHeader, truncated } from "./elf-header.ts";
import { type ElfSection, readElfSections, sectionFlag, sectionType } from "./elf-section.ts";
import { type ElfSymbol, readElfSymbols } from "./elf-symbol.ts";

/** A PT_LOAD segment. */
export interface ElfSegment {
  /** Where a loader puts the bytes (p_paddr). */
  readonly physicalAddress: number;
  /** Where the program expects them at run time (p_vaddr); differs when startup code copies them. */
  readonly virtualAddress: number;
  /** A view of the file: copy, do not write. */
  readonly bytes: Uint8Array;
  /** Memory after the bytes that the program expects to be zero, at the virtual address. */
  readonly zeroFillBytes: number;
  readonly permissions: { readonly read: boolean; readonly write: boolean; readonly execute: boolean };
  /** Names of the sections inside, in file order. */
  readonly sections: readonly string[];
}

export interface ElfImage {
  readonly file: string;
  /** Entry address with the Thumb bit cleared. */
  readonly entry: number;
  readonly entryThumb: boolean;
  /** e_flags: EABI version and float ABI. */
  readonly flags: number;
  /** In the order of the program headers. */
  readonly segments: readonly ElfSegment[];
  readonly sections: readonly ElfSection[];
  readonly symbols: readonly ElfSymbol[];
}

interface ProgramHeader {
  readonly index: number;
  readonly offset: number;
  readonly virtualAddress: number;
  readonly physicalAddress: number;
  readonly fileSizeBytes: number;
  readonly memorySizeBytes: number;
  readonly flags: number;
}

const loadable = 1;
const addressSpaceBytes = 0x1_0000_0000;

/** Reads a file's bytes; `file` is its name for diagnostics. Throws InputError (IMG01 to IMG10). */
export function readElf(bytes: Uint8Array, file: string): ElfImage {
  const header = readElfHeader(bytes, file);
  const programHeaders = readProgramHeaders(bytes, header.programHeaders);
  for (const program of programHeaders) requirePlacement(program, bytes, file);
  const sections = readElfSections(bytes, header, file);
  const { offset, count } = header.programHeaders;
  const headersEnd = offset + count * 32;
  const segments = programHeaders.map((program) => segmentOf(program, bytes, sections, headersEnd));
  if (!segments.some((segment) => segment.bytes.length > 0)) {
    const text = programHeaders.length === 0 ? "no PT_LOAD segment" : "no PT_LOAD segment has contents";
    throw imageError("IMG07", `${file} holds nothing to load: ${text}`, wholeFile(file, text), [
      "debug-only files have no program in them; give the file that is flashed",
    ]);
  }
  requireDisjoint(segments, file);
  const { entryPoint, flags } = header;
  const entry = (entryPoint & ~1) >>> 0;
  const entryThumb = (entryPoint & 1) === 1;
  return { file, entry, entryThumb, flags, segments, sections, symbols: readElfSymbols(sections) };
}

function readProgramHeaders(bytes: Uint8Array, table: ElfTable): ProgramHeader[] {
  const headers: ProgramHeader[] = [];
  for (let index = 0; index < table.count; index++) {
    const cursor = new Cursor(bytes, table.offset + index * 32);
    if (cursor.u32() !== loadable) continue;
    const offset = cursor.u32();
    const virtualAddress = cursor.u32();
    const physicalAddress = cursor.u32();
    const fileSizeBytes = cursor.u32();
    const memorySizeBytes = Math.max(cursor.u32(), fileSizeBytes);
    const flags = cursor.u32();
    headers.push({ index, offset, virtualAddress, physicalAddress, fileSizeBytes, memorySizeBytes, flags });
  }
  return headers;
}

function requirePlacement(program: ProgramHeader, bytes: Uint8Array, file: string): void {
  const { index, offset, virtualAddress, physicalAddress, fileSizeBytes, memorySizeBytes } = program;
  if (fileSizeBytes > 0 && offset + fileSizeBytes > bytes.length) {
    throw truncated(file, bytes, `segment ${index}`, offset, fileSizeBytes);
  }
  const places: [string, number, number][] = [
    ["physical", physicalAddress, fileSizeBytes],
    ["virtual", virtualAddress, memorySizeBytes],
  ];
  for (const [kind, address, sizeBytes] of places) {
    if (address + sizeBytes <= addressSpaceBytes) continue;
    const text = `${hexText(sizeBytes)} bytes at ${kind} address ${hexText(address)}`;
    const message = `segment ${index} of ${file} reaches beyond the 32-bit address space: ${text}`;
    throw imageError("IMG08", message, wholeFile(file, text));
  }
}

/**
 * Linkers may stretch the first segment backwards over the file's own headers, for page alignment. Those bytes are not
 * part of the program, lie before what the linker script placed, and are left out, as objcopy leaves them out.
 */
function segmentOf(
  program: ProgramHeader,
  bytes: Uint8Array,
  sections: readonly ElfSection[],
  headersEnd: number,
): ElfSegment {
  const inside = sections.filter((section) => isInside(section, program));
  const { offset, fileSizeBytes, memorySizeBytes, virtualAddress, physicalAddress, flags } = program;
  const firstOffset = inside.reduce(
    (least, s) => (isStored(s) ? Math.min(least, s.offset) : least),
    Number.POSITIVE_INFINITY,
  );
  const strayHeaders = offset < headersEnd && firstOffset >= headersEnd && firstOffset < offset + fileSizeBytes;
  const skipBytes = strayHeaders ? firstOffset - offset : 0;
  return {
    physicalAddress: physicalAddress + skipBytes,
    virtualAddress: virtualAddress + skipBytes,
    bytes: fileSizeBytes === 0 ? bytes.subarray(0, 0) : bytes.subarray(offset + skipBytes, offset + fileSizeBytes),
    zeroFillBytes: memorySizeBytes - fileSizeBytes,
    permissions: { read: (flags & 4) !== 0, write: (flags & 2) !== 0, execute: (flags & 1) !== 0 },
    sections: inside.map((section) => section.name),
  };
}

function isStored(section: ElfSection): boolean {
  return section.type !== sectionType.noBits && section.sizeBytes > 0;
}

/** Whether a section belongs to a segment: its memory, and its contents where it has some, lie in the segment's. */
function isInside(section: ElfSection, program: ProgramHeader): boolean {
  if ((section.flags & sectionFlag.allocated) === 0) return false;
  const addressOffset = section.address - program.virtualAddress;
  if (addressOffset < 0 || addressOffset + section.sizeBytes > program.memorySizeBytes) return false;
  if (addressOffset >= program.memorySizeBytes) return false;
  if (section.type === sectionType.noBits) return true;
  const fileOffset = section.offset - program.offset;
  return (
    fileOffset >= 0 && fileOffset < program.fileSizeBytes && fileOffset + section.sizeBytes <= program.fileSizeBytes
  );
}

function requireDisjoint(segments: readonly ElfSegment[], file: string): void {
  const placed = segments.filter((segment) => segment.bytes.length > 0);
  placed.sort((a, b) => a.physicalAddress - b.physicalAddress);
  for (let i = 1; i < placed.length; i++) {
    const [lower, upper] = [placed[i - 1] as ElfSegment, placed[i] as ElfSegment];
    const lowerEnd = lower.physicalAddress + lower.bytes.length;
    if (lowerEnd <= upper.physicalAddress) continue;
    const text = `${describe(lower)} and ${describe(upper)}`;
    throw imageError("IMG09", `two segments of ${file} want the same memory: ${text}`, wholeFile(file, text), [
      "look at the load addresses (AT>, LOADADDR) in the linker script",
    ]);
  }
}

function describe(segment: ElfSegment): string {
  const end = segment.physicalAddress + segment.bytes.length;
  const names = segment.sections.length > 0 ? ` (${segment.sections.join(" ")})` : "";
  return `${hexText(segment.physicalAddress)}..${hexText(end)}${names}`;
}
