/** Memory as a debugger sees it: never with an effect, be it RAM, a device's register or the processor's own. */
import type { Machine } from "../machine/machine.ts";
import { cpuBlock } from "../state/blocks.ts";
import { cpuBase } from "../state/places.ts";

/** The Private Peripheral Bus (DDI 0553, system address map). */
const privateBase = 0xe0000000;
const privateBytes = 0x100000;
const wordBytes = 4;

/** As many bytes as can be read from `address` on, at most `sizeBytes`; none where nothing answers. */
export function readMemory(machine: Machine, address: number, sizeBytes: number): Uint8Array {
  const bytes = new Uint8Array(sizeBytes);
  let done = 0;
  while (done < sizeBytes && address + done < 2 ** 32) {
    const piece = readPiece(machine, address + done, sizeBytes - done);
    if (piece === null) break;
    bytes.set(piece, done);
    done += piece.length;
  }
  return bytes.subarray(0, done);
}

/** What one memory, or one register, has of it. */
function readPiece(machine: Machine, address: number, sizeBytes: number): Uint8Array | null {
  for (const { base, aliases, sizeBytes: whole } of machine.memories) {
    const start = [base, ...aliases].find((one) => address >= one && address - one < whole);
    if (start !== undefined) return machine.peek(address, Math.min(sizeBytes, whole - (address - start)));
  }
  const aligned = address - (address % wordBytes);
  const value = deviceWord(machine, aligned) ?? processorWord(machine, aligned);
  if (value === null) return null;
  const word = new Uint8Array(wordBytes);
  new DataView(word.buffer).setUint32(0, value >>> 0, true);
  return word.subarray(address - aligned, Math.min(wordBytes, address - aligned + sizeBytes));
}

function deviceWord(machine: Machine, address: number): number | null {
  for (const { name, base, aliases, sizeBytes, pages = [] } of machine.board.devices) {
    const start = [base, ...aliases].find((one) => address >= one && address - one < sizeBytes);
    if (start !== undefined) return machine.peekDevice(name, address - start);
    const page = pages.find((one) => address >= one.base && address - one.base < one.sizeBytes);
    if (page !== undefined) return machine.peekDevice(name, address - page.base + page.offset);
  }
  return null;
}

/** Some of these registers change when they are read: what the processor holds is put back. */
function processorWord({ core }: Machine, address: number): number | null {
  if (address < privateBase || address >= privateBase + privateBytes) return null;
  const cells = new Uint8Array(core.memory, cpuBase, cpuBlock.sizeBytes);
  const before = cells.slice();
  const value = core.calls.busRead(address, wordBytes);
  cells.set(before);
  return core.scratch.busError === 0 ? value : null;
}

/** As GDB's `compare-sections` has it: polynomial 0x04c11db7, highest bit first, from all ones, not inverted. */
export function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x80000000) === 0 ? crc << 1 : (crc << 1) ^ 0x04c11db7;
    crc >>>= 0;
  }
  return crc;
}

/** First place of a pattern in a range; null where it is not, or where it cannot be read any more. */
export function searchMemory(machine: Machine, address: number, sizeBytes: number, pattern: Uint8Array): number | null {
  const step = 1 << 16;
  const text = Buffer.from(pattern);
  for (let done = 0; done < sizeBytes; done += step) {
    const wanted = Math.min(step + pattern.length - 1, sizeBytes - done);
    const bytes = readMemory(machine, address + done, wanted);
    const found = Buffer.from(bytes).indexOf(text);
    if (found >= 0) return address + done + found;
    if (bytes.length < wanted) return null;
  }
  return null;
}
