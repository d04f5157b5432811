/** The same kernel on each engine: ours as the only VM of a system, QEMU as an mps2-an505, rp2040js as a Cortex-M0+. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Simulator } from "rp2040js";
import { beatsPerSecond } from "../src/base/beat.ts";
import { mps2An505 } from "../src/board/mps2-an505.ts";
import { readImage } from "../src/image/image.ts";
import { attachJit } from "../src/jit/jit.ts";
import { createMachine, type Machine } from "../src/machine/machine.ts";
import { diskFiles } from "../src/system/files.ts";
import { openSystem } from "../src/system/open.ts";
import { powerOn } from "../src/system/power-on.ts";
import type { System } from "../src/system/system.ts";
import { timed } from "./row.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

interface Patcher {
  setIterations(elf: Uint8Array, iterations: number): Uint8Array;
}
const { setIterations }: Patcher = await import(new URL("../guests/bench/iterations.mjs", import.meta.url).href);

/** The interpreter alone, or with compiled code for what is hot; the time that compiling takes counts. */
export type Engine = "interp" | "jit";

export interface Timing {
  readonly milliseconds: number;
  readonly checksum: string;
  /** Instructions retired; 0 where the engine does not say. */
  readonly ticks: number;
}

/** The kernel's ELF for a target, running `iterations` times. */
export const kernelElf = (kernel: string, target: string, iterations: number): Uint8Array =>
  setIterations(readFileSync(join(root, "guests/bench", `${kernel}-${target}.elf`)), iterations);

const checksumIn = (text: string): string => /checksum ([0-9a-f]{8})/.exec(text)?.[1] ?? "none";

/** Longest virtual run: the kernels end by sleeping with nothing left to wake them. */
const virtualSeconds = 5000;

/** A system of `examples/` with its images replaced. */
export function openWith(example: string, images: Readonly<Record<string, Uint8Array>>): Promise<System> {
  const bytes = (path: string): Uint8Array | null => images[path] ?? diskFiles.bytes(path);
  const named = Object.keys(images).map((name) => [name, name] as const);
  const request = { path: join(root, "examples", example), images: named, loads: [], overrides: [] };
  return openSystem(request, { ...diskFiles, bytes });
}

/** The same, and what its consoles say. */
export async function systemWith(
  example: string,
  images: Readonly<Record<string, Uint8Array>>,
): Promise<{ start(): { machine: Machine; text(): string } }> {
  const system = await openWith(example, images);
  return {
    start() {
      let text = "";
      const output = (device: string, _port: string, byte: number): void => {
        if (device !== "flexcomm0") text += String.fromCharCode(byte);
      };
      const machine = powerOn(system, { output, moment: () => {}, gap: () => {} });
      return { machine, text: () => text };
    },
  };
}

/** On the board that QEMU has, without a hypervisor: there the floating-point unit is free for use. */
export function runOursAlone(kernel: string, iterations: number, engine: Engine): Timing {
  let text = "";
  const output = (_device: string, _port: string, byte: number): void => {
    text += String.fromCharCode(byte);
  };
  const machine = createMachine(mps2An505, 0, { output, moment: () => {}, gap: () => {} });
  const { segments } = readImage(kernelElf(kernel, "an505", iterations), `${kernel}-an505.elf`);
  for (const { address, bytes } of segments) machine.program(address, bytes);
  machine.core.calls.startAtVector();
  if (engine === "jit") attachJit(machine.core);
  const milliseconds = timed(() => {
    while (!/checksum \w{8}/.test(text) && machine.now() < virtualSeconds * beatsPerSecond) {
      machine.run({ beat: machine.now() + beatsPerSecond / 4 });
    }
  });
  return { milliseconds, checksum: checksumIn(text), ticks: machine.tick() };
}

export async function runOurs(kernel: string, iterations: number, engine: Engine): Promise<Timing> {
  const system = await systemWith("single-vm", { kernel: kernelElf(kernel, "vm1", iterations) });
  const { machine, text } = system.start();
  if (engine === "jit") attachJit(machine.core);
  const milliseconds = timed(() => {
    while (!text().includes("checksum") && machine.now() < virtualSeconds * beatsPerSecond) {
      machine.run({ beat: machine.now() + beatsPerSecond / 4 });
    }
  });
  machine.run({ beat: machine.now() + beatsPerSecond / 10 });
  return { milliseconds, checksum: checksumIn(text()), ticks: machine.tick() };
}

const machineOptions = ["-M", "mps2-an505", "-display", "none", "-monitor", "none", "-serial", "stdio"];
const semihosting = ["-semihosting-config", "enable=on,target=native"];

export function runQemu(kernel: string, iterations: number, options: readonly string[]): Timing {
  const folder = mkdtempSync(join(tmpdir(), "chronovisor-bench-"));
  try {
    const file = join(folder, "kernel.elf");
    writeFileSync(file, kernelElf(kernel, "an505", iterations));
    const started = performance.now();
    const words = [...machineOptions, ...semihosting, ...options, "-kernel", file];
    const { stdout } = spawnSync("qemu-system-arm", words, { encoding: "utf8", timeout: 300_000 });
    return { milliseconds: performance.now() - started, checksum: checksumIn(stdout), ticks: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const hasQemu = (): boolean => spawnSync("qemu-system-arm", ["--version"], { stdio: "ignore" }).status === 0;

export function runRp2040js(kernel: string, iterations: number): Timing {
  const { rp2040: chip, clock } = new Simulator();
  for (const { address, bytes } of readImage(kernelElf(kernel, "rp2040", iterations), "rp2040.elf").segments) {
    if (bytes.length > 0) chip.sram.set(bytes, address - 0x2000_0000);
  }
  chip.core.SP = chip.readUint32(0x2000_0000);
  chip.core.PC = chip.readUint32(0x2000_0004) & ~1;
  let text = "";
  let ended = false;
  const [uart] = chip.uart;
  if (uart !== undefined) {
    uart.onByte = (byte) => {
      text += String.fromCharCode(byte);
    };
  }
  chip.onBreak = () => {
    ended = true;
  };
  const milliseconds = timed(() => {
    while (!ended) clock.tick(chip.core.executeInstruction() * 8);
  });
  return { milliseconds, checksum: checksumIn(text), ticks: 0 };
}
