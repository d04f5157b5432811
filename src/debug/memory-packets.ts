/** Packets about memory: m, M, X, qCRC, qSearch. */
import type { Machine } from "../machine/machine.ts";
import { crcOf, readMemory, searchMemory } from "./memory.ts";
import { bytesOf, bytesOfHex, hexOf, numberOfHex, packetBytes } from "./packet.ts";

const noMemory = "E14";
const misread = "E22";
const refusal = "E.the past cannot be changed: memory of a run is read-only";
/** Longest range a checksum or a search goes over. */
const longBytes = 1 << 28;

/** The answer; null where the packet is about something else. */
export function answerMemory(machine: Machine, payload: string): string | null {
  if (payload.startsWith("qCRC:")) return checksum(machine, payload.slice("qCRC:".length));
  if (payload.startsWith("qSearch:memory:")) return search(machine, payload.slice("qSearch:memory:".length));
  if (payload.startsWith("m")) return read(machine, payload.slice(1));
  if (payload.startsWith("M") || payload.startsWith("X")) return write(machine, payload);
  return null;
}

interface Range {
  readonly address: number;
  readonly sizeBytes: number;
}

function rangeOf(text: string): Range | null {
  const [address = null, sizeBytes = null] = text.split(",").map(numberOfHex);
  return address === null || sizeBytes === null || address >= 2 ** 32 ? null : { address, sizeBytes };
}

function read(machine: Machine, text: string): string {
  const range = rangeOf(text);
  if (range === null) return misread;
  const bytes = readMemory(machine, range.address, Math.min(range.sizeBytes, packetBytes / 2 - 8));
  return bytes.length === 0 && range.sizeBytes > 0 ? noMemory : hexOf(bytes);
}

/** What is there already may be written: `load` of the program that runs is no change. */
function write(machine: Machine, payload: string): string {
  const colon = payload.indexOf(":");
  const range = rangeOf(payload.slice(1, colon));
  const data = payload.slice(colon + 1);
  const bytes = payload[0] === "X" ? bytesOf(data) : bytesOfHex(data);
  if (colon < 0 || range === null || bytes === null || bytes.length !== range.sizeBytes) return misread;
  const held = readMemory(machine, range.address, bytes.length);
  return hexOf(held) === hexOf(bytes) ? "OK" : refusal;
}

function checksum(machine: Machine, text: string): string {
  const range = rangeOf(text);
  if (range === null || range.sizeBytes > longBytes) return misread;
  const bytes = readMemory(machine, range.address, range.sizeBytes);
  return bytes.length === range.sizeBytes ? `C${crcOf(bytes).toString(16).padStart(8, "0")}` : noMemory;
}

function search(machine: Machine, text: string): string {
  const match = /^([0-9a-f]+);([0-9a-f]+);(.+)$/s.exec(text);
  const range = match === null ? null : rangeOf(`${match[1]},${match[2]}`);
  if (match === null || range === null || range.sizeBytes > longBytes) return misread;
  const found = searchMemory(machine, range.address, range.sizeBytes, bytesOf(match[3] ?? ""));
  return found === null ? "0" : `1,${found.toString(16)}`;
}
