/** Bytes, and instructions from our own rows. */
import type { DebugProtocol } from "@vscode/debugprotocol";
import { decode, itstateAfter } from "../../isa/decode.ts";
import { disassembleWord } from "../../isa/disassemble.ts";
import { readMemory } from "../memory.ts";
import { type Desk, hex, refuse } from "./desk.ts";
import { sourceOf } from "./frames.ts";
import { nameAt } from "./values.ts";

const mostBytes = 1 << 20;
const mostInstructions = 10_000;
const space = 2 ** 32;

function addressOf(reference: string, offset = 0): number {
  const address = Number(reference) + offset;
  return Number.isInteger(address) ? address : refuse(`\`${reference}\` is no address`);
}

export function readMemoryOf(
  { timeline: { machine } }: Desk,
  { memoryReference, offset, count }: DebugProtocol.ReadMemoryArguments,
): NonNullable<DebugProtocol.ReadMemoryResponse["body"]> {
  const address = addressOf(memoryReference, offset);
  const wanted = Math.min(count, mostBytes);
  const bytes = address < 0 || address >= space ? new Uint8Array(0) : readMemory(machine, address, wanted);
  const body = { address: hex(address), unreadableBytes: count - bytes.length };
  return bytes.length === 0 ? body : { ...body, data: Buffer.from(bytes).toString("base64") };
}

export function disassembleAt(
  desk: Desk,
  args: DebugProtocol.DisassembleArguments,
): NonNullable<DebugProtocol.DisassembleResponse["body"]> {
  const { memoryReference, offset, instructionOffset = 0, instructionCount } = args;
  const address = (addressOf(memoryReference, offset) & ~1) >>> 0;
  const count = Math.min(instructionCount, mostInstructions);
  const before = Math.max(0, -instructionOffset);
  const back = instructionsBefore(desk, address, before);
  const missing = Array.from({ length: before - back.length }, (_, index) =>
    invalid(back[0] ?? address, 2 * (before - back.length - index)),
  );
  const ahead = instructionsFrom(desk, address, Math.max(0, count + instructionOffset));
  const all = [...missing, ...back.map((at) => instructionAt(desk, at).shown), ...ahead];
  return { instructions: all.slice(Math.max(0, instructionOffset)).slice(0, count) };
}

const invalid = (address: number, below: number): DebugProtocol.DisassembledInstruction => ({
  address: hex(Math.max(0, address - below)),
  instruction: "no memory, or no code that is known",
  presentationHint: "invalid",
});

function instructionsFrom(desk: Desk, from: number, count: number): DebugProtocol.DisassembledInstruction[] {
  const list: DebugProtocol.DisassembledInstruction[] = [];
  let itstate = 0;
  for (let address = from; list.length < count; ) {
    const { shown, sizeBytes, after } = instructionAt(desk, address, itstate);
    list.push(shown);
    itstate = after;
    address += sizeBytes;
  }
  return list;
}

/** Instructions are of two lengths: back means from the beginning of a function, where one is known. */
function instructionsBefore(desk: Desk, address: number, count: number): number[] {
  const { code } = desk;
  const starts: number[] = [];
  for (let end = address; starts.length < count; ) {
    const start = code.functionAt(end - 1);
    if (start === null || start >= end) break;
    const own: number[] = [];
    for (let at = start; at < end; at += instructionAt(desk, at).sizeBytes) own.push(at);
    starts.unshift(...own);
    end = start;
  }
  return starts.slice(Math.max(0, starts.length - count));
}

interface Instruction {
  readonly shown: DebugProtocol.DisassembledInstruction;
  readonly sizeBytes: number;
  /** ITSTATE behind it. */
  readonly after: number;
}

function instructionAt(desk: Desk, address: number, itstate = 0): Instruction {
  const { timeline } = desk;
  const bytes = address >= space ? new Uint8Array(0) : readMemory(timeline.machine, address, 4);
  if (bytes.length < 2) return { shown: invalid(address, 0), sizeBytes: 2, after: 0 };
  const half = (offset: number): number => (bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8);
  const [first, second] = [half(0), half(2)];
  const images = timeline.system.images.map(({ image }) => image);
  if (images.some(({ symbols }) => symbols.inCode(address) && symbols.codeKindAt(address) === "data"))
    return {
      shown: { ...described(desk, address, bytes), instruction: `.short ${hex(first)}` },
      sizeBytes: 2,
      after: 0,
    };
  const place = { pc: address, itstate };
  const { text, sizeBytes } = disassembleWord(first, second, place);
  const shown = { ...described(desk, address, bytes.subarray(0, sizeBytes)), instruction: text };
  return { shown, sizeBytes, after: itstateAfter(decode(first, second, place), itstate) };
}

function described(desk: Desk, address: number, bytes: Uint8Array): { address: string; instructionBytes: string } {
  const symbol = desk.code.functionAt(address) === address ? nameAt(desk, address) : null;
  const image = desk.timeline.system.images.find((one) => one.image.symbols.inCode(address))?.image;
  const place = image?.debug?.placeAt(address) ?? null;
  return {
    address: hex(address),
    instructionBytes: Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" "),
    ...(symbol === null ? {} : { symbol }),
    ...(place === null || place.line === 0 ? {} : { location: sourceOf(desk, place), line: place.line }),
  };
}
