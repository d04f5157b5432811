/** Guesses what a file is when it is not what was asked for, so that the diagnostic can say so and name the way out. */
import { wordAt } from "./cursor.ts";

export type Format = "elf" | "hex" | "raw";

export interface Likeness {
  /** What the file seems to be, as the end of "it looks like ...". */
  readonly words: string;
  /** What the user can do about it. */
  readonly help: readonly string[];
  /** True for data of no known kind, which may well be a raw image. */
  readonly raw: boolean;
}

interface Magic {
  readonly bytes: readonly number[];
  readonly words: string;
  readonly help: string;
}

const notLinked = "link it into an executable ELF and give that file";
const hostProgram = "build for the Arm target: arm-none-eabi-gcc, or your SDK's toolchain, not the host compiler";

const magics: readonly Magic[] = [
  { bytes: [0x55, 0x46, 0x32, 0x0a], words: "a UF2 image", help: "give the ELF file that it was made from" },
  { bytes: [0x4d, 0x5a], words: "a Windows program", help: hostProgram },
  { bytes: [0xcf, 0xfa, 0xed, 0xfe], words: "a macOS program", help: hostProgram },
  { bytes: [0x00, 0x61, 0x73, 0x6d], words: "a WebAssembly module", help: hostProgram },
  { bytes: [0x21, 0x3c, 0x61, 0x72, 0x63, 0x68, 0x3e], words: "a static library (ar archive)", help: notLinked },
  { bytes: [0x1f, 0x8b], words: "a gzip archive", help: "unpack it first" },
  { bytes: [0x50, 0x4b, 0x03, 0x04], words: "a zip archive", help: "unpack it first" },
  { bytes: [0x3d, 0xb8, 0xf3, 0x96], words: "an MCUboot signed image", help: "give the unsigned ELF (zephyr.elf)" },
];

/** True for bytes that begin as ELF does (System V gABI, "ELF Identification"). */
export function looksLikeElf(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x7f, 0x45, 0x4c, 0x46]);
}

/**
 * True when the first line that is not blank is a colon and at least ten hexadecimal digits, as every Intel HEX
 * record.
 */
export function looksLikeHex(bytes: Uint8Array): boolean {
  return /^\s*:[0-9a-fA-F]{10}/.test(asciiHead(bytes, 64));
}

export function likenessOf(bytes: Uint8Array): Likeness {
  if (bytes.length === 0)
    return { words: "an empty file", help: ["was the build cut short? build it again"], raw: false };
  for (const magic of magics) {
    if (startsWith(bytes, magic.bytes)) return { words: magic.words, help: [magic.help], raw: false };
  }
  if (looksLikeHex(bytes)) return { words: "an Intel HEX file", help: [], raw: false };
  const head = asciiHead(bytes, 512);
  if (head.startsWith("version https://git-lfs")) {
    return { words: "a Git LFS pointer", help: ["fetch the file itself: git lfs pull"], raw: false };
  }
  if (/^S[0-9][0-9a-fA-F]{8}/.test(head)) {
    const help = "convert it: objcopy -I srec -O ihex FILE FILE.hex, or give the ELF file";
    return { words: "a Motorola S-record file", help: [help], raw: false };
  }
  if (/^[\t\n\r\f -~]*$/.test(head)) {
    const help = "give the executable that the build made, usually *.elf";
    return { words: "a text file", help: [help], raw: false };
  }
  const address = "say where it belongs: --load FILE@ADDRESS, or give the ELF file";
  if (looksLikeVectorTable(bytes)) {
    return { words: "a raw Cortex-M binary (it begins with a vector table)", help: [address], raw: true };
  }
  return { words: "raw binary data", help: [address], raw: true };
}

/** Initial stack pointer in SRAM, and a reset vector with its Thumb bit set (Armv8-M, "Vector table"). */
function looksLikeVectorTable(bytes: Uint8Array): boolean {
  if (bytes.length < 64) return false;
  const stack = wordAt(bytes, 0);
  const reset = wordAt(bytes, 4);
  return stack >>> 29 === 1 && (stack & 3) === 0 && (reset & 1) === 1 && reset < 0x4000_0000;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function asciiHead(bytes: Uint8Array, limitBytes: number): string {
  return String.fromCharCode(...bytes.subarray(0, limitBytes));
}
