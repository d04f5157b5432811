/** Asks GDB about memory that we hand it: the oracle for everything that reads a guest's structures. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Machine } from "../../src/machine/machine.ts";
import { coreFile, type MemoryPiece } from "./core-file.ts";
import { hasProgram } from "./skip.ts";

/** Why there is no GDB to ask here; null when there is one. */
export const missingDebugger = hasProgram("gdb-multiarch") ? null : "no gdb-multiarch";

/** The writable memories of a machine, at the addresses that Non-secure or Secure software uses. */
export function writableMemory(machine: Machine): MemoryPiece[] {
  return machine.memories
    .filter((memory) => memory.kind === "ram")
    .flatMap(({ base, aliases, sizeBytes }) =>
      [base, ...aliases].map((address) => {
        return { address, bytes: machine.peek(address, sizeBytes)?.slice() ?? new Uint8Array(0) };
      }),
    );
}

/** What GDB's commands print over a program and a memory. */
export function askDebugger(
  elf: string,
  memory: readonly MemoryPiece[],
  commands: string,
  registers: readonly number[] = [],
): string {
  const folder = mkdtempSync(join(tmpdir(), "chronovisor-core-"));
  try {
    const [core, script] = [join(folder, "memory.core"), join(folder, "commands")];
    writeFileSync(core, coreFile(memory, registers));
    writeFileSync(script, commands);
    const files = ["-ex", `core-file ${core}`, "-x", script];
    const quiet = ["ignore", "pipe", "pipe"] as ["ignore", "pipe", "pipe"];
    return execFileSync("gdb-multiarch", ["-q", "-nx", "-batch", elf, ...files], {
      encoding: "utf8",
      stdio: quiet,
      timeout: 60_000,
      maxBuffer: 1 << 26,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The printed lines that begin with a word, without it. */
export const linesOf = (text: string, word: string): string[] =>
  text.split("\n").flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));
