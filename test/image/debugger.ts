/** Stops a program that runs on QEMU at many instructions with GDB, and puts GDB's call chains beside ours. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Backtrace, backtrace, type StoppedState } from "../../src/image/backtrace.ts";
import { wordAt } from "../../src/image/cursor.ts";
import type { Program } from "./toolchain.ts";

const stackBottom = 0x2003_f000;
const stackTop = 0x2004_0000;
const emulator = "qemu-system-arm -M mps2-an385 -display none -serial null -monitor none -gdb stdio -S";

export const stops = 150;

/** A stop as GDB sees it: registers, the stack's bytes, and its own call chain. */
export interface Stop {
  readonly registers: number[];
  readonly exceptionNumber: number;
  readonly stack: Uint8Array;
  readonly chain: string[];
}

/** Steps of 7 instructions, because no loop of the program has a multiple of 7. */
function debuggerScript(folder: string, program: string): string {
  const registers = [...Array.from({ length: 13 }, (_, i) => `r${i}`), "sp", "lr", "pc", "xpsr"];
  const formats = registers.map(() => "%#x").join(" ");
  const values = registers.map((name) => `(unsigned)$${name}`).join(", ");
  return `
set pagination off
set width 0
set filename-display absolute
set print frame-arguments none
set backtrace past-main on
target remote | ${emulator} -kernel ${program}
maintenance packet Qqemu.sstep=0x1
break main
continue
set $n = 0
while $n < ${stops}
  stepi 7
  printf "\\nSTOP ${formats}\\n", ${values}
  bt 30
  eval "dump binary memory ${folder}/%d.bin ${stackBottom} ${stackTop}", $n
  set $n = $n + 1
end
kill
`;
}

export function debuggerStops(program: Program): Stop[] {
  const folder = mkdtempSync(join(tmpdir(), "chronovisor-stops-"));
  try {
    const script = debuggerScript(folder, program.path);
    const options = { input: script, encoding: "utf8" as const, maxBuffer: 1 << 28, timeout: 60_000 };
    const quiet = ["pipe", "pipe", "pipe"] as ["pipe", "pipe", "pipe"];
    const text = execFileSync("gdb-multiarch", ["-q", "-nx", program.path], { ...options, stdio: quiet });
    return text
      .split(/^(?:\(gdb\) |>)*STOP /m)
      .slice(1)
      .map((part, i) => readStop(part, new Uint8Array(readFileSync(join(folder, `${i}.bin`)))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readStop(text: string, stack: Uint8Array): Stop {
  const [first, ...lines] = text.split("\n");
  const values = (first ?? "").trim().split(" ").map(Number);
  const chain: string[] = [];
  for (const line of lines) {
    if (line.includes("<signal handler called>")) chain.push("exception");
    const frame = /^#\d+\s+(?:0x[0-9a-f]+ in )?(\S+) \(.*?\)(?: at (.*))?$/.exec(line.trim());
    if (frame) chain.push(`${frame[1]} ${frame[2] ?? "?"}`);
  }
  return { registers: values.slice(0, 16), exceptionNumber: (values[16] ?? 0) & 0x1ff, stack, chain };
}

export function ourChain(program: Program, stop: Stop): { trace: Backtrace; chain: string[] } {
  const sp = stop.registers[13] as number;
  const start: StoppedState = {
    registers: stop.registers,
    secure: true,
    handler: stop.exceptionNumber !== 0,
    exceptionNumber: stop.exceptionNumber,
    stackPointers: { mainSecure: sp, processSecure: null, mainNonSecure: null, processNonSecure: null },
    processStackSelected: { secure: false, nonSecure: false },
    floatCalleeStacked: false,
  };
  const trace = backtrace([program.image], start, (address) => readMemory(program, stop, address));
  const chain = trace.frames.flatMap((frame) => {
    const place = frame.place ? `${frame.place.file}:${frame.place.line}` : "?";
    return [...(frame.kind === "interrupted" ? ["exception"] : []), `${frame.function} ${place}`];
  });
  return { trace, chain };
}

function readMemory(program: Program, stop: Stop, address: number): number | null {
  if (address >= stackBottom && address < stackTop) return wordAt(stop.stack, address - stackBottom);
  const segment = program.image.segments.find((s) => address >= s.address && address + 4 <= s.address + s.bytes.length);
  return segment ? wordAt(segment.bytes, address - segment.address) : null;
}

/**
 * Up to main: how a debugger treats the start code below it, which has no rules, is a matter of taste. So is, at the
 * first instruction of an inlined function, whether it has been entered; the innermost physical frame is reduced to
 * its name.
 */
export function comparable(chain: readonly string[], callers: number): string {
  const innermost = chain[chain.length - callers - 1]?.split(" ")[0];
  return [innermost, ...chain.slice(chain.length - callers)].join("\n");
}

export function upToMain(chain: readonly string[]): string[] {
  const main = chain.findIndex((frame) => frame.startsWith("main "));
  return chain.slice(0, main < 0 ? chain.length : main + 1);
}
