/**
 * The programs of test/profile/programs, built by the Arm compiler into one image, run here and on QEMU's
 * mps2-an505. Each scene is one boot; what it prints is its result.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { mps2An505 } from "../../src/board/mps2-an505.ts";
import { readElf } from "../../src/image/elf.ts";
import { createMachine, type Machine } from "../../src/machine/machine.ts";
import { hasProgram } from "./skip.ts";

const folder = fileURLToPath(new URL("../profile/programs", import.meta.url));
const pickAddress = 0x3800_c000;
const compiler = "arm-none-eabi-gcc";
const emulator = "qemu-system-arm";

/** What is missing here to compare with QEMU, or null. */
export function rigMissing(): string | null {
  for (const program of [compiler, emulator]) if (!hasProgram(program)) return `${program} is not installed`;
  return null;
}

const sources = (): string[] =>
  readdirSync(folder)
    .filter((name) => /\.[cS]$/.test(name))
    .sort();

/** Names of the scenes in the order of their numbers. */
export const sceneNames = (): string[] =>
  sources().flatMap((name) =>
    [...readFileSync(join(folder, name), "utf8").matchAll(/^SCENE\((\w+)\)/gm)].map(([, scene]) => scene ?? ""),
  );

/** Scenes that take as many random operands as they are told to: float.test.ts runs them. */
export const arithmeticScene = /^fpv5_/;

const flags = [
  "-mcpu=cortex-m33+nodsp",
  "-mthumb",
  "-mfloat-abi=soft",
  "-ffreestanding",
  "-fno-builtin",
  "-fno-toplevel-reorder",
  "-O1",
  "-nostdlib",
];

function execute(program: string, args: readonly string[]): void {
  const run = spawnSync(program, args, { encoding: "utf8", cwd: folder });
  if (run.status !== 0) throw new Error(`${program}: ${run.stderr}`);
}

export interface Rig {
  readonly image: Buffer;
  /** Path of the image, for QEMU. */
  readonly path: string;
  remove(): void;
}

export function buildRig(): Rig {
  const place = mkdtempSync(join(tmpdir(), "rig-"));
  const objects = sources().map((name) => {
    const object = join(place, `${basename(name).replace(/\.[cS]$/, "")}.o`);
    execute(compiler, [...flags, "-c", name, "-o", object]);
    return object;
  });
  const path = join(place, "rig.elf");
  execute(compiler, [...flags, "-Wl,-T,rig.ld", "-Wl,--no-warn-rwx-segments", "-o", path, ...objects]);
  return { image: readFileSync(path), path, remove: () => rmSync(place, { recursive: true }) };
}

/** What a scene may be told besides its number: words that follow it in memory, and how long it may take. */
export interface SceneOptions {
  readonly words?: readonly number[];
  readonly ticks?: number;
  readonly timeoutMilliseconds?: number;
}

/** What QEMU's console says of a scene; a reset ends it, and a lockup, which QEMU calls fatal. */
export function sceneOnQemu(rig: Rig, scene: number, options: SceneOptions = {}): string {
  const { words = [], timeoutMilliseconds = 10_000 } = options;
  // A pipe may be full when the image resets, and what QEMU has not written yet is lost.
  const said = `${rig.path}.txt`;
  const run = spawnSync(
    emulator,
    [
      "-M",
      "mps2-an505",
      "-display",
      "none",
      "-monitor",
      "none",
      "-serial",
      `file:${said}`,
      "-no-reboot",
      "-kernel",
      rig.path,
      ...[scene, ...words].flatMap((word, index) => [
        "-device",
        `loader,addr=${pickAddress + index * 4},data=${word},data-len=4`,
      ]),
    ],
    { encoding: "utf8", timeout: timeoutMilliseconds },
  );
  const lockup = /Lockup/.test(run.stderr) ? "LOCKUP\n" : "";
  return `${readFileSync(said, "utf8").replaceAll("\r", "")}${lockup}`;
}

export interface SceneRun {
  readonly text: string;
  readonly machine: Machine;
}

const longest = 3_000_000;
/** What stands in the transmitter is still sent when the processor has stopped. */
const drainCycles = 1000;

export function sceneHere(rig: Rig, scene: number, options: SceneOptions = {}): SceneRun {
  const { words = [], ticks = longest } = options;
  const text: string[] = [];
  const machine: Machine = createMachine(mps2An505, 0, {
    output: (_device, _port, byte) => void text.push(String.fromCharCode(byte)),
    moment: (kind) => kind === "reset" && machine.requestStop(),
    gap: () => {},
  });
  for (const { physicalAddress, bytes } of readElf(rig.image, rig.path).segments)
    machine.program(physicalAddress, bytes);
  machine.program(pickAddress, new Uint8Array(Uint32Array.of(scene, ...words).buffer));
  machine.core.calls.startAtVector();
  const stop = machine.run({ tick: ticks });
  if (stop.reason === "lockup") {
    machine.passCycles(drainCycles);
    text.push("LOCKUP\n");
  } else if (stop.reason !== "stop")
    text.push(`${stop.reason.toUpperCase()} at ${(machine.core.cpu.r[15] ?? 0).toString(16)}\n`);
  return { text: text.join(""), machine };
}
