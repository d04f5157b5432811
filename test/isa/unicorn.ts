/**
 * Unicorn's Cortex-M33 as a second opinion, through test/isa/run-unicorn.py; and the memory that both sides start from.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("./run-unicorn.py", import.meta.url));
const python = "/usr/bin/python3";

export interface UnicornCase {
  /** Where the code lies; it must be in the code region. */
  readonly pc: number;
  /** Hexadecimal bytes. */
  readonly code: string;
  /** R0..R12, SP, LR. */
  readonly regs: readonly number[];
  /** S0..S31, FPSCR; without them, whatever the last case left. */
  readonly floats?: readonly number[];
  readonly xpsr: number;
  /** Instructions to execute. */
  readonly count: number;
}

export interface UnicornResult {
  readonly fault: string | null;
  readonly regs: readonly number[];
  readonly floats: readonly number[];
  readonly pc: number;
  readonly xpsr: number;
  /** Bytes that changed: address, new value. */
  readonly memory: readonly (readonly [number, number])[];
}

/** Why Unicorn cannot be asked here, or null. */
export function unicornMissing(): string | null {
  const probe = spawnSync(python, ["-c", "import unicorn"], { encoding: "utf8" });
  return probe.status === 0 ? null : "python3-unicorn is not installed";
}

export function runUnicorn(cases: readonly UnicornCase[]): UnicornResult[] {
  const input = `${cases.map((one) => JSON.stringify(one)).join("\n")}\n`;
  const run = spawnSync(python, [script], { input, encoding: "utf8", maxBuffer: 2 ** 30 });
  if (run.status !== 0) throw new Error(`run-unicorn.py: ${run.stderr}`);
  return run.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as UnicornResult);
}

/** Regions that are mapped: code and data, 32 KB each. */
const regions = [0x1_0000, 0x2000_0000];
const regionBytes = 0x8000;
export const codeMiddle = 0x1_4000;
export const dataMiddle = 0x2000_4000;

const patternByte = (base: number, i: number): number => ((i * 167) ^ (i >> 3) ^ (i >> 8) ^ (base >>> 24)) & 0xff;

/** The same bytes as on Unicorn's side, with a record of what was written. */
export class PatternMemory {
  readonly written = new Map<number, number>();
  readonly #code: ReadonlyMap<number, number>;

  constructor(code: ReadonlyMap<number, number>) {
    this.#code = code;
  }

  /** Little-endian; null where nothing is mapped. */
  read(address: number, size: number): number | null {
    let value = 0;
    for (let offset = size - 1; offset >= 0; offset--) {
      const byte = this.#byte(address + offset);
      if (byte === null) return null;
      value = value * 256 + byte;
    }
    return value;
  }

  write(address: number, value: number, size: number): boolean {
    for (let offset = 0; offset < size; offset++) if (this.#byte(address + offset) === null) return false;
    for (let offset = 0; offset < size; offset++) this.written.set(address + offset, (value >>> (offset * 8)) & 0xff);
    return true;
  }

  /** Bytes that differ from the start, as Unicorn's side reports them. */
  changes(): [number, number][] {
    const clean = (address: number): number | null => this.#code.get(address) ?? this.#pattern(address);
    return [...this.written].filter(([address, byte]) => clean(address) !== byte).sort(([a], [b]) => a - b);
  }

  #pattern(address: number): number | null {
    const base = regions.find((start) => address >= start && address < start + regionBytes);
    return base === undefined ? null : patternByte(base, address - base);
  }

  #byte(address: number): number | null {
    return this.written.get(address) ?? this.#code.get(address) ?? this.#pattern(address);
  }
}
