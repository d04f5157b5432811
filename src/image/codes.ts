/** The diagnostics of the image readers: one row per code, told at length by `chronovisor explain CODE`. */
import { type Diagnostic, diagnostic, InputError, type Label } from "../base/diagnostic.ts";

export interface ImageCode {
  readonly code: string;
  readonly title: string;
  readonly explanation: string;
  readonly failing: string;
  readonly fixed: string;
}

export const imageCodes = [
  {
    code: "IMG01",
    title: "not an image",
    explanation:
      "An image is an executable ELF file, an Intel HEX file, or raw bytes with an address. The first bytes of " +
      "this file are none of these. The message says what the file looks like instead.",
    failing: "chronovisor run config.c --image vm0=main.c",
    fixed: "chronovisor run config.c --image vm0=build/main.elf",
  },
  {
    code: "IMG02",
    title: "image is cut short",
    explanation:
      "A table or the contents of a segment or section would lie beyond the end of the file. Usually a copy or " +
      "a build was interrupted.",
    failing: "head -c 4000 zephyr.elf > vm1.elf   # then used as an image",
    fixed: "cp zephyr.elf vm1.elf",
  },
  {
    code: "IMG03",
    title: "64-bit ELF",
    explanation: "The boards here have 32-bit Arm processors; they can run only ELF files of class ELFCLASS32.",
    failing: "aarch64-none-elf-gcc main.c -o vm0.elf",
    fixed: "arm-none-eabi-gcc -mcpu=cortex-m33 main.c -o vm0.elf",
  },
  {
    code: "IMG04",
    title: "big-endian ELF",
    explanation: "The processor of the board is little-endian, as all Cortex-M parts with flash are in practice.",
    failing: "arm-none-eabi-gcc -mbig-endian main.c -o vm0.elf",
    fixed: "arm-none-eabi-gcc main.c -o vm0.elf",
  },
  {
    code: "IMG05",
    title: "ELF for another machine",
    explanation:
      "The field e_machine of the ELF header says for which processor the file was built; it must be EM_ARM " +
      "(40). A host compiler used by mistake is the usual cause: CC or CROSS_COMPILE was not set.",
    failing: "gcc -m32 main.c -o vm0.elf",
    fixed: "arm-none-eabi-gcc -mcpu=cortex-m33 main.c -o vm0.elf",
  },
  {
    code: "IMG06",
    title: "ELF is not an executable",
    explanation:
      "The file is an object file before linking (ET_REL), a shared or position-independent file (ET_DYN) or a " +
      "core dump. Only a linked file (ET_EXEC) says at which addresses its bytes belong.",
    failing: "arm-none-eabi-gcc -c main.c -o vm0.elf",
    fixed: "arm-none-eabi-gcc -T vm0.ld main.c -o vm0.elf",
  },
  {
    code: "IMG07",
    title: "nothing to load",
    explanation:
      "The file is well formed, but holds no bytes that belong into memory: no PT_LOAD segment, or no data " +
      "record.",
    failing: "arm-none-eabi-objcopy --only-keep-debug vm0.elf vm0-debug.elf   # then used as an image",
    fixed: "chronovisor run config.c --image vm0=vm0.elf",
  },
  {
    code: "IMG08",
    title: "image reaches beyond the 32-bit address space",
    explanation:
      "Address plus size passes 0xffffffff. The load address, or a section's AT(...) in the linker script, is " +
      "wrong.",
    failing: "chronovisor run config.c --load vm0.bin@0xfffffff0",
    fixed: "chronovisor run config.c --load vm0.bin@0x10000",
  },
  {
    code: "IMG09",
    title: "parts of the image overlap",
    explanation:
      "Two segments of one ELF file, or two records of one Intel HEX file, put bytes at the same physical " +
      "address, so what the memory holds would depend on the order. Look at the load addresses (AT>, LOADADDR) " +
      "in the linker script.",
    failing: ".data : AT(0x10000) { *(.data) }   /* .text is at 0x10000, too */",
    fixed: ".data : AT(LOADADDR(.text) + SIZEOF(.text)) { *(.data) }",
  },
  {
    code: "IMG10",
    title: "damaged ELF header",
    explanation: "A field of the ELF header has a value that no linker writes, for example an entry size of a table.",
    failing: "an ELF file that went through a text-mode transfer",
    fixed: "the same file copied as binary",
  },
  {
    code: "IMG11",
    title: "malformed Intel HEX record",
    explanation:
      "Each line is a colon, a byte count, a 16-bit address, a type (00 to 05), the data and a checksum, all in " +
      "hexadecimal digits. The message says which part is missing or too much.",
    failing: ":0400000001020304F",
    fixed: ":0400000001020304F2",
  },
  {
    code: "IMG12",
    title: "wrong checksum in Intel HEX record",
    explanation:
      "The bytes of a record, checksum included, must add up to 0 modulo 256. The line was edited or damaged; " +
      "the message gives the checksum that the other bytes call for.",
    failing: ":0400000001020304FF",
    fixed: ":0400000001020304F2",
  },
  {
    code: "IMG13",
    title: "Intel HEX file without end record",
    explanation: "The last record must be the end record, :00000001FF. Without it the file was probably cut short.",
    failing: ":0400000001020304F2",
    fixed: ":0400000001020304F2\n:00000001FF",
  },
  {
    code: "IMG14",
    title: "raw image without an address",
    explanation: "Raw bytes do not say where they belong, so the address must be given.",
    failing: "chronovisor run config.c --load vm0.bin",
    fixed: "chronovisor run config.c --load vm0.bin@0x10000",
  },
  {
    code: "IMG15",
    title: "address given for an image that has its own",
    explanation:
      "ELF and Intel HEX files say themselves where their bytes belong; they are linked for it and cannot be " +
      "moved.",
    failing: "chronovisor run config.c --load vm0.elf@0x20000",
    fixed: "chronovisor run config.c --load vm0.elf",
  },
  {
    code: "IMG16",
    title: "damaged or unsupported debug information",
    explanation:
      "The program itself can be loaded and run; only source lines, call chains or variables of the part named " +
      "in the message are missing. DWARF 2 to 5 for 32-bit Arm is read; compressed debug sections and split " +
      "DWARF (.dwo) are not.",
    failing: "arm-none-eabi-gcc -g -gz main.c",
    fixed: "arm-none-eabi-gcc -g main.c",
  },
] as const satisfies readonly ImageCode[];

export type ImageCodeName = (typeof imageCodes)[number]["code"];

export function imageDiagnostic(
  code: ImageCodeName,
  message: string,
  labels: readonly Label[],
  help: readonly string[] = [],
): Diagnostic {
  return diagnostic(code, message, { labels, help });
}

/** The error for a file of which one thing is wrong. */
export function imageError(
  code: ImageCodeName,
  message: string,
  label: Label,
  help: readonly string[] = [],
): InputError {
  return new InputError([imageDiagnostic(code, message, [label], help)]);
}

/** An address or offset as all messages show it. */
export function hexText(value: number): string {
  return `0x${value.toString(16)}`;
}
