/**
 * The ELF header of a 32-bit Arm executable, checked field by field (System V gABI, "ELF Header"; ELF for the Arm
 * Architecture, IHI 0044). Each refusal says what the file is instead.
 */
import { wholeFile } from "../base/diagnostic.ts";
import { hexText, imageError } from "./codes.ts";
import { Cursor } from "./cursor.ts";
import { likenessOf, looksLikeElf } from "./likeness.ts";

export interface ElfHeader {
  readonly entryPoint: number;
  readonly flags: number;
  readonly programHeaders: ElfTable;
  readonly sectionHeaders: ElfTable;
  readonly sectionNamesIndex: number;
}

/** Where a table lies in the file; it is known to lie there whole. */
export interface ElfTable {
  readonly offset: number;
  readonly count: number;
}

const headerSizeBytes = 52;
const programHeaderSizeBytes = 32;
const sectionHeaderSizeBytes = 40;
const machineArm = 40;

const machines = new Map<number, string>([
  [2, "SPARC"],
  [3, "x86 (32-bit)"],
  [8, "MIPS"],
  [20, "PowerPC"],
  [21, "PowerPC64"],
  [22, "IBM S/390"],
  [42, "SuperH"],
  [43, "SPARC V9"],
  [45, "ARC"],
  [62, "x86-64"],
  [83, "AVR"],
  [93, "ARCompact"],
  [94, "Xtensa"],
  [105, "MSP430"],
  [106, "Blackfin"],
  [164, "Hexagon"],
  [183, "AArch64"],
  [189, "MicroBlaze"],
  [195, "ARCv2"],
  [243, "RISC-V"],
  [247, "BPF"],
  [258, "LoongArch"],
]);

const kinds = new Map<number, string>([
  [0, "of no stated type"],
  [1, "an object file that is not linked yet (ET_REL)"],
  [3, "a shared or position-independent file (ET_DYN)"],
  [4, "a core dump (ET_CORE)"],
]);

/** Reads and checks the header. Throws InputError with the one diagnostic that explains best. */
export function readElfHeader(bytes: Uint8Array, file: string): ElfHeader {
  requireIdentity(bytes, file);
  if (bytes.length < headerSizeBytes) throw truncated(file, bytes, "the ELF header", 0, headerSizeBytes);
  const cursor = new Cursor(bytes, 16);
  const kind = cursor.u16();
  const machine = cursor.u16();
  if (machine !== machineArm) {
    const text = `built for ${machineName(machine)}`;
    throw imageError(
      "IMG05",
      `${file} is an ELF file for ${machineName(machine)}, not for Arm`,
      wholeFile(file, text),
      ["build it for the Arm target of the board; was CC or CROSS_COMPILE left at the host's compiler?"],
    );
  }
  if (kind !== 2) {
    const words = kinds.get(kind) ?? `of the unknown type ${kind}`;
    const help = kind === 1 ? "link it" : "link it at fixed addresses: -static -no-pie and a linker script";
    throw imageError("IMG06", `${file} is not an executable: it is ${words}`, wholeFile(file, "not ET_EXEC"), [help]);
  }
  cursor.skip(4);
  const entryPoint = cursor.u32();
  const programOffset = cursor.u32();
  const sectionOffset = cursor.u32();
  const flags = cursor.u32();
  cursor.skip(2);
  const programSize = cursor.u16();
  const programCount = cursor.u16();
  const sectionSize = cursor.u16();
  const sectionCount = cursor.u16();
  const sectionNamesIndex = cursor.u16();
  requireEntrySize(file, "e_phentsize", programCount, programSize, programHeaderSizeBytes);
  requireEntrySize(file, "e_shentsize", sectionCount, sectionSize, sectionHeaderSizeBytes);
  const programTableBytes = programCount * programHeaderSizeBytes;
  if (programOffset + programTableBytes > bytes.length) {
    throw truncated(file, bytes, "the program header table", programOffset, programTableBytes);
  }
  const sectionTableBytes = sectionCount * sectionHeaderSizeBytes;
  if (sectionOffset + sectionTableBytes > bytes.length) {
    throw truncated(file, bytes, "the section header table", sectionOffset, sectionTableBytes);
  }
  const programHeaders = { offset: programOffset, count: programCount };
  const sectionHeaders = { offset: sectionOffset, count: sectionCount };
  return { entryPoint, flags, programHeaders, sectionHeaders, sectionNamesIndex };
}

/** The error for a part of the file that would reach beyond the file's end. */
export function truncated(file: string, bytes: Uint8Array, part: string, offset: number, sizeBytes: number): Error {
  const end = offset + sizeBytes;
  const place = `needs bytes ${hexText(offset)} to ${hexText(end)}, the file ends at ${hexText(bytes.length)}`;
  return imageError("IMG02", `${file} is cut short: ${part} ${place}`, wholeFile(file, place), [
    "build or copy the file again",
  ]);
}

/** Magic number, class, byte order: the 16 bytes that say how to read the rest. */
function requireIdentity(bytes: Uint8Array, file: string): void {
  if (!looksLikeElf(bytes)) {
    const { words, help } = likenessOf(bytes);
    throw imageError("IMG01", `${file} is not an ELF file: it looks like ${words}`, wholeFile(file, words), help);
  }
  if (bytes.length < 20) throw truncated(file, bytes, "the ELF header", 0, headerSizeBytes);
  const bigEndian = bytes[5] === 2;
  const [low, high] = [bytes[bigEndian ? 19 : 18] as number, bytes[bigEndian ? 18 : 19] as number];
  const machine = machineName(low | (high << 8));
  if (bytes[4] === 2) {
    throw imageError("IMG03", `${file} is a 64-bit ELF file for ${machine}`, wholeFile(file, "ELFCLASS64"), [
      "the board's processor runs 32-bit Arm code: build with arm-none-eabi-gcc or an equivalent",
    ]);
  }
  if (bigEndian) {
    throw imageError("IMG04", `${file} is a big-endian ELF file for ${machine}`, wholeFile(file, "ELFDATA2MSB"), [
      "build without -mbig-endian",
    ]);
  }
  if (bytes[4] !== 1 || bytes[5] !== 1) {
    const text = `class ${bytes[4]}, data encoding ${bytes[5]}`;
    throw imageError("IMG10", `${file} has a damaged ELF header: ${text} do not exist`, wholeFile(file, text));
  }
}

function requireEntrySize(file: string, field: string, count: number, sizeBytes: number, wanted: number): void {
  if (count === 0 || sizeBytes === wanted) return;
  const text = `${field} is ${sizeBytes}, must be ${wanted}`;
  throw imageError("IMG10", `${file} has a damaged ELF header: ${text}`, wholeFile(file, text));
}

function machineName(machine: number): string {
  return machine === machineArm ? "Arm" : (machines.get(machine) ?? `machine number ${machine}`);
}
