/** Prints instructions as text, IT blocks followed, with the symbols of the image where it has some. */
import { existsSync } from "node:fs";
import { didYouMean } from "../base/suggest.ts";
import { type Image, readImage } from "../image/image.ts";
import { unreadable } from "../system/codes.ts";
import { diskFiles } from "../system/files.ts";
import type { DisasmFlags } from "./disasm.ts";
import { UsageError } from "./exit.ts";
import { type ListingNames, listingLines } from "./render/listing.ts";

/** Throws UsageError for words that are neither a file nor hexadecimal, InputError for a file that is no image. */
export function disasm(what: readonly string[], flags: DisasmFlags): void {
  const [file = ""] = what;
  if (what.length === 1 && (existsSync(file) || /[./\\]/.test(file))) return disassembleFile(file, flags);
  const bytes = bytesOfDigits(what.join(""));
  if (bytes === null) {
    throw new UsageError(`\`${what.join(" ")}\` is neither a file nor halfwords of four digits`, "for example 4770");
  }
  print(listingLines(bytes, flags.at === undefined ? 0 : parseAddress(flags.at, "--at")));
}

function print(lines: Iterable<string>): void {
  const all = [...lines];
  if (all[0] === "") all.shift();
  process.stdout.write(`${all.join("\n")}\n`);
}

/** Halfwords as the manual writes them, first digit uppermost, to bytes in memory order; null where it is none. */
function bytesOfDigits(text: string): Uint8Array | null {
  const digits = text.replace(/0x|[\s_,]/gi, "");
  if (digits === "" || digits.length % 4 !== 0 || !/^[0-9a-f]+$/i.test(digits)) return null;
  const halfwords = digits.match(/.{4}/g) ?? [];
  return Uint8Array.from(
    halfwords.flatMap((half) => [Number.parseInt(half.slice(2), 16), Number.parseInt(half.slice(0, 2), 16)]),
  );
}

function parseAddress(text: string, option: string): number {
  const value = /^(0x[0-9a-f]+|\d+)$/i.test(text) ? Number(text) : Number.NaN;
  if (!(value < 2 ** 32)) throw new UsageError(`${option}: \`${text}\` is no 32-bit address`, "for example 0x20400");
  return value;
}

function disassembleFile(file: string, flags: DisasmFlags): void {
  const bytes = diskFiles.bytes(file);
  if (bytes === null) throw unreadable(diskFiles, file);
  const image = readImage(bytes, file, flags.at === undefined ? {} : { address: parseAddress(flags.at, "--at") });
  const names = namesOf(image);
  const { start, end } = limitsOf(image, flags);
  const lines: string[] = [];
  for (const range of image.symbols.codeRanges) {
    const from = Math.max(range.start, start);
    const to = Math.min(range.end, end);
    const segment = image.segments.find((one) => from >= one.runAddress && from < one.runAddress + one.bytes.length);
    if (from >= to || segment === undefined) continue;
    const offset = from - segment.runAddress;
    lines.push(...listingLines(segment.bytes.subarray(offset, offset + to - from), from, names));
  }
  if (lines.length === 0) throw new UsageError(`${file} has no code there`, `its code: ${rangesText(image)}`);
  print(lines);
}

const rangesText = (image: Image): string =>
  image.symbols.codeRanges.map(({ start, end }) => `0x${start.toString(16)}..0x${end.toString(16)}`).join(", ");

/** `--start main` alone means that function; addresses mean what they say. Bit 0 is cleared. */
function limitsOf(image: Image, flags: DisasmFlags): { readonly start: number; readonly end: number } {
  const of = (text: string | undefined, option: string): number | null => {
    if (text === undefined) return null;
    const symbol = image.symbols.named(text);
    return ((symbol === null ? parseAddressOrName(image, text, option) : symbol.address) & ~1) >>> 0;
  };
  const start = of(flags.start, "--start");
  const end = of(flags.end, "--end");
  const named = flags.start === undefined ? null : image.symbols.named(flags.start);
  const sizeBytes = named?.sizeBytes ?? 0;
  const natural = named !== null && sizeBytes > 0 ? named.address + sizeBytes : 2 ** 32;
  return { start: start ?? 0, end: end ?? natural };
}

function parseAddressOrName(image: Image, text: string, option: string): number {
  if (/^(0x)?\d/i.test(text)) return parseAddress(text, option);
  const names = image.symbols.symbols.filter((one) => one.kind === "function").map((one) => one.name);
  const hint = didYouMean(text, names)[0] ?? `it has ${names.length} functions`;
  throw new UsageError(`${option}: \`${image.file}\` has no function \`${text}\``, hint);
}

function namesOf({ symbols }: Image): ListingNames {
  const functionAt = (address: number): { name: string; offset: number } | null => {
    const found = symbols.functionAt(address);
    return found && { name: found.symbol.name, offset: found.offsetBytes };
  };
  return {
    nameAt(address) {
      const found = functionAt(address);
      return found !== null && found.offset === 0 ? found.name : null;
    },
    placeOf(address) {
      const found = functionAt(address);
      if (found === null) return symbols.objectAt(address)?.symbol.name ?? null;
      return found.offset === 0 ? found.name : `${found.name}+0x${found.offset.toString(16)}`;
    },
    isData: (address) => symbols.codeKindAt(address) === "data",
  };
}
