/** Raw bytes that the user places at an address. */
import { wholeFile } from "../base/diagnostic.ts";
import { hexText, imageError } from "./codes.ts";

export interface RawImage {
  readonly file: string;
  readonly address: number;
  readonly bytes: Uint8Array;
}

/** Throws InputError (IMG07, IMG08) when there is nothing to place or it does not fit into the 32-bit address space. */
export function readRaw(bytes: Uint8Array, file: string, address: number): RawImage {
  if (bytes.length === 0) {
    throw imageError("IMG07", `${file} holds nothing to load: it is empty`, wholeFile(file, "empty file"));
  }
  const fits = Number.isInteger(address) && address >= 0 && address + bytes.length <= 0x1_0000_0000;
  if (!fits) {
    const text = `${hexText(bytes.length)} bytes at ${hexText(address)}`;
    throw imageError("IMG08", `${file} reaches beyond the 32-bit address space: ${text}`, wholeFile(file, text));
  }
  return { file, address, bytes };
}
