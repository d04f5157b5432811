/**
 * Small programs written out in tests: one instruction a line as the disassembler writes it, `name:` for labels, a
 * label wherever an address may stand, `.word VALUE`, and `set rN, VALUE` for MOVW and MOVT.
 */
import { assemble } from "../../src/isa/assemble.ts";

export interface Program {
  readonly bytes: Uint8Array;
  /** Address of a label. */
  at(label: string): number;
}

const labelLine = /^(\w+):$/;

/** Lines without comments (`;`), labels and blanks apart. */
const linesOf = (source: string): string[] =>
  source
    .split("\n")
    .map((line) => line.replace(/;.*/, "").trim())
    .filter((line) => line !== "");

function expand(line: string): string[] {
  const set = /^set (r\d+), (\S+)$/.exec(line);
  if (set === null) return [line];
  return [`movw ${set[1]}, ${set[2]}:low`, `movt ${set[1]}, ${set[2]}:high`];
}

function resolve(line: string, labels: ReadonlyMap<string, number>): string {
  return line
    .replace(/([\w-]+):(low|high)/g, (_, name: string, half: string) => {
      const value = labels.get(name) ?? Number(name);
      return `#${half === "low" ? value & 0xffff : value >>> 16}`;
    })
    .replace(/\b[a-z_]\w*$/i, (name) => {
      const address = labels.get(name);
      return address === undefined ? name : `0x${address.toString(16)}`;
    });
}

function encode(line: string, pc: number): Uint8Array {
  const word = /^\.word (\S+)$/.exec(line);
  if (word !== null) return littleEndian(Number(word[1]), 4);
  const found = assemble(line, { pc, itstate: 0 });
  if (found === null) throw new Error(`"${line}" at 0x${pc.toString(16)} is no instruction`);
  if (found.sizeBytes === 2) return littleEndian(found.word, 2);
  return Uint8Array.of(...littleEndian(found.word >>> 16, 2), ...littleEndian(found.word & 0xffff, 2));
}

const littleEndian = (value: number, sizeBytes: number): Uint8Array =>
  Uint8Array.from({ length: sizeBytes }, (_, byte) => (value >>> (8 * byte)) & 0xff);

/** Before anything is assembled: near enough for branches that reach a few hundred bytes only. */
const likelyBytes = (line: string): number =>
  /^(\.word|movw|movt|bl|mrs|msr|dsb|isb|sg)\b|^\w+\.w /.test(line) ? 4 : 2;

/**
 * Assemble for `base`. Labels settle within a few passes, because a form once chosen by its distance hardly changes.
 */
export function program(base: number, source: string): Program {
  const lines = linesOf(source).flatMap(expand);
  const labels = new Map<string, number>();
  let guess = base;
  for (const line of lines) {
    const label = labelLine.exec(line)?.[1];
    if (label !== undefined) labels.set(label, guess);
    else guess += likelyBytes(line);
  }
  for (let pass = 0; pass < 8; pass++) {
    const { parts, moved } = assembleOnce(base, lines, labels);
    if (moved) continue;
    const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
    const at = (label: string): number => {
      const address = labels.get(label);
      if (address === undefined) throw new Error(`no label ${label}`);
      return address;
    };
    return { bytes, at };
  }
  throw new Error("labels do not settle");
}

function assembleOnce(
  base: number,
  lines: readonly string[],
  labels: Map<string, number>,
): { parts: Uint8Array[]; moved: boolean } {
  const parts: Uint8Array[] = [];
  let pc = base;
  let moved = false;
  for (const line of lines) {
    const label = labelLine.exec(line)?.[1];
    if (label !== undefined) {
      moved ||= labels.get(label) !== pc;
      labels.set(label, pc);
      continue;
    }
    const part = encode(resolve(line, labels), pc);
    parts.push(part);
    pc += part.length;
  }
  return { parts, moved };
}
