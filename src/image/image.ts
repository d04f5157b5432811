/** One shape for all program images: what belongs where in memory, where it starts, and what its parts are called. */
import { wholeFile } from "../base/diagnostic.ts";
import { imageError } from "./codes.ts";
import { type DebugInfo, readDebugInfo } from "./dwarf/debug-info.ts";
import { type ElfImage, type ElfSegment, readElf } from "./elf.ts";
import { sectionFlag } from "./elf-section.ts";
import { readHex } from "./hex.ts";
import { type Format, likenessOf, looksLikeElf, looksLikeHex } from "./likeness.ts";
import { readRaw } from "./raw.ts";
import { type AddressRange, SymbolTable } from "./symbols.ts";

/** Consecutive memory of an image. */
export interface Segment {
  /** Physical address of the first byte. */
  readonly address: number;
  /** Where the program uses it; differs from `address` when startup code copies it. */
  readonly runAddress: number;
  /** May be a view of the file: copy, do not write. */
  readonly bytes: Uint8Array;
  /** Bytes to clear behind `bytes`; 0 where startup code does it because the segment runs elsewhere. */
  readonly zeroFillBytes: number;
  readonly sections: readonly string[];
}

export interface Image {
  readonly file: string;
  readonly format: Format;
  /** In file order. Clear all zero fills before copying bytes: they may touch, bytes never overlap bytes. */
  readonly segments: readonly Segment[];
  /** Entry address, Thumb bit cleared; null when the file names none. */
  readonly entry: number | null;
  readonly symbols: SymbolTable;
  /** True where the file says that its functions take floating-point arguments in floating-point registers. */
  readonly hardFloat: boolean;
  /** Source lines and unwind rules; null without debug information. */
  readonly debug: DebugInfo | null;
}

export interface ImageOptions {
  /** Where raw bytes belong; not allowed for formats that say it themselves. */
  readonly address?: number;
  /** Read as this format instead of looking at the first bytes. */
  readonly format?: Format;
}

/** Reads a file's bytes in whatever format they are. `file` is its name for diagnostics. Throws InputError (IMG..). */
export function readImage(bytes: Uint8Array, file: string, options: ImageOptions = {}): Image {
  const format = options.format ?? formatOf(bytes, file, options.address);
  if (format === "raw") return rawImage(bytes, file, options.address);
  if (options.address !== undefined) {
    const text = `an ${format === "elf" ? "ELF" : "Intel HEX"} file has its own addresses`;
    throw imageError("IMG15", `${file} cannot be placed at an address: ${text}`, wholeFile(file, text), [
      "leave the @ADDRESS away, or link the image for that address",
    ]);
  }
  return format === "elf" ? imageOfElf(readElf(bytes, file)) : hexImage(bytes, file);
}

function formatOf(bytes: Uint8Array, file: string, address: number | undefined): Format {
  if (looksLikeElf(bytes)) return "elf";
  if (looksLikeHex(bytes)) return "hex";
  if (address !== undefined) return "raw";
  const { words, help, raw } = likenessOf(bytes);
  if (raw) throw imageError("IMG14", `${file} needs an address: it looks like ${words}`, wholeFile(file, words), help);
  throw imageError("IMG01", `${file} is not an image: it looks like ${words}`, wholeFile(file, words), help);
}

/** EF_ARM_ABI_FLOAT_HARD of e_flags (IHI 0044, section 5.2). */
const hardFloatAbi = 0x400;

/** An Image from an ELF file already read. */
export function imageOfElf(elf: ElfImage): Image {
  const code = elf.sections.filter((section) => isCode(section.flags) && section.sizeBytes > 0);
  const codeRanges =
    code.length > 0
      ? code.map((section) => ({ start: section.address, end: section.address + section.sizeBytes }))
      : elf.segments.filter((segment) => segment.permissions.execute).map(rangeOf);
  const segments = elf.segments.map(loadSegment).filter((s) => s.bytes.length > 0 || s.zeroFillBytes > 0);
  const symbols = new SymbolTable(elf.symbols, codeRanges);
  const debug = readDebugInfo(elf.sections, symbols, elf.file);
  const hardFloat = (elf.flags & hardFloatAbi) !== 0;
  return { file: elf.file, format: "elf", segments, entry: elf.entry, symbols, hardFloat, debug };
}

function loadSegment(segment: ElfSegment): Segment {
  const { physicalAddress, virtualAddress, bytes, zeroFillBytes, sections } = segment;
  const inPlace = physicalAddress === virtualAddress;
  const clearBytes = inPlace ? zeroFillBytes : 0;
  return { address: physicalAddress, runAddress: virtualAddress, bytes, zeroFillBytes: clearBytes, sections };
}

function rangeOf(segment: ElfSegment): AddressRange {
  const start = segment.virtualAddress;
  return { start, end: start + segment.bytes.length };
}

function isCode(flags: number): boolean {
  const both = sectionFlag.allocated | sectionFlag.executable;
  return (flags & both) === both;
}

function hexImage(bytes: Uint8Array, file: string): Image {
  const { runs, entry } = readHex(bytes, file);
  const segments = runs.map((run) => placedSegment(run.address, run.bytes));
  return { file, format: "hex", segments, entry, symbols: symbolless(segments), hardFloat: false, debug: null };
}

function rawImage(bytes: Uint8Array, file: string, address: number | undefined): Image {
  if (address === undefined) {
    const text = "raw bytes have no address of their own";
    throw imageError("IMG14", `${file} needs an address: ${text}`, wholeFile(file, text), likenessOf(bytes).help);
  }
  const segments = [placedSegment(address, readRaw(bytes, file, address).bytes)];
  return { file, format: "raw", segments, entry: null, symbols: symbolless(segments), hardFloat: false, debug: null };
}

function placedSegment(address: number, bytes: Uint8Array): Segment {
  return { address, runAddress: address, bytes, zeroFillBytes: 0, sections: [] };
}

/** Without symbols nothing tells code from data, so all of it may be code. */
function symbolless(segments: readonly Segment[]): SymbolTable {
  return new SymbolTable(
    [],
    segments.map((segment) => ({ start: segment.address, end: segment.address + segment.bytes.length })),
  );
}
