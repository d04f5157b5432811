/** A disassembly listing: code as instructions, literal data as words, names where symbols say so. */
import { decode, itstateAfter } from "../../isa/decode.ts";
import { disassembleWord } from "../../isa/disassemble.ts";

export interface ListingNames {
  /** Name that begins exactly at an address. */
  nameAt(address: number): string | null;
  /** `memset+0x4` for the function around an address. */
  placeOf(address: number): string | null;
  /** True where the bytes at an address are data inside of code. */
  isData(address: number): boolean;
}

export const noNames: ListingNames = { nameAt: () => null, placeOf: () => null, isData: () => false };

/** Lines for `bytes`, which lie at the even address `base`. */
export function* listingLines(bytes: Uint8Array, base: number, names: ListingNames = noNames): Generator<string> {
  const half = (offset: number): number => (bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8);
  let itstate = 0;
  for (let offset = 0; offset < bytes.length; ) {
    const address = base + offset;
    const name = names.nameAt(address);
    if (name !== null) yield* ["", `${digits(address, 8)} <${name}>:`];
    const left = bytes.length - offset;
    if (names.isData(address) || left < 2) {
      const sizeBytes = address % 4 === 0 && left >= 4 ? 4 : address % 2 === 0 && left >= 2 ? 2 : 1;
      yield dataLine(bytes.subarray(offset, offset + sizeBytes), address, names);
      itstate = 0;
      offset += sizeBytes;
      continue;
    }
    const [first, second] = [half(offset), half(offset + 2)];
    const place = { pc: address, itstate };
    const { text, sizeBytes } = disassembleWord(first, second, place);
    itstate = itstateAfter(decode(first, second, place), itstate);
    const words = sizeBytes === 2 ? digits(first, 4) : `${digits(first, 4)} ${digits(second, 4)}`;
    yield line(address, words, `${text}${targetText(text, names)}`);
    offset += sizeBytes;
  }
}

const digits = (value: number, count: number): string => value.toString(16).padStart(count, "0");

const line = (address: number, words: string, text: string): string =>
  `${digits(address, 8)}:  ${words.padEnd(9)}  ${text}`.trimEnd();

function dataLine(bytes: Uint8Array, address: number, names: ListingNames): string {
  const value = bytes.reduceRight((all, byte) => all * 256 + byte, 0);
  const text = digits(value, bytes.length * 2);
  const directive = bytes.length === 4 ? ".word" : bytes.length === 2 ? ".short" : ".byte";
  const name = bytes.length === 4 ? names.placeOf((value & ~1) >>> 0) : null;
  return line(address, text, `${directive} 0x${text}${name === null ? "" : `  ; ${name}`}`);
}

/** The name of a branch's target, which the text gives as an address. */
function targetText(text: string, names: ListingNames): string {
  const target = /^(?:bl?|cbn?z)\S*\s.*?(0x[0-9a-f]+)$/.exec(text)?.[1];
  const name = target === undefined ? null : names.placeOf(Number(target));
  return name === null ? "" : `  ; ${name}`;
}
