/**
 * Runs images in QEMU's mps2-an505, at full speed. PSRAM is a file that both sides map, so the inputs are there before
 * the first instruction and the records are there when the image has reset the board.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasProgram } from "../support/skip.ts";
import { type Run, recordsOf } from "./here.ts";
import type { Image } from "./image.ts";
import { psramBytes, recordBytes, recordWord } from "./layout.ts";

const emulator = "qemu-system-arm";
const limitMs = 40_000;
/** Trouble of a run that was ended from outside. */
export const stillRunning = "does not end";

/** What is missing to ask QEMU, or null. */
export const qemuMissing = (): string | null => (hasProgram(emulator) ? null : `${emulator} is not installed`);

/** Memory that is a file, where the system has such a place. */
const place = (): string => (existsSync("/dev/shm") ? "/dev/shm" : tmpdir());

export async function runQemu(image: Image): Promise<Run> {
  const folder = mkdtempSync(join(place(), "fuzz-"));
  try {
    const memory = join(folder, "psram");
    writeFileSync(memory, image.inputs);
    const trouble = await emulate(folder, memory, image);
    const records = recordsOf(new Uint8Array(readFileSync(memory)), image);
    return { trouble, done: recorded(records, image), records, ticks: 0, executed: new Uint32Array() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Cases before the first without a record. Every record has an EXC_RETURN. */
function recorded(records: Uint8Array, { cases }: Image): number {
  const words = new Uint32Array(records.buffer);
  const excReturn = recordWord("exc_return");
  const missing = cases.findIndex((_, index) => words[(index * recordBytes) / 4 + excReturn] === 0);
  return missing < 0 ? cases.length : missing;
}

function emulate(folder: string, memory: string, image: Image): Promise<string | null> {
  const loaders = image.pieces.flatMap(({ address, bytes }, index) => {
    const file = join(folder, `piece${index}`);
    writeFileSync(file, bytes);
    return ["-device", `loader,file=${file},addr=0x${address.toString(16)},force-raw=on`];
  });
  const args = [
    ...["-M", "mps2-an505,memory-backend=psram", "-display", "none", "-monitor", "none", "-serial", "null"],
    ...["-object", `memory-backend-file,id=psram,size=${psramBytes},mem-path=${memory},share=on`, "-no-reboot"],
    ...["-accel", "tcg,thread=single", ...loaders],
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(emulator, args, {
      stdio: ["ignore", "ignore", "pipe"],
      timeout: limitMs,
      killSignal: "SIGKILL",
    });
    let said = "";
    child.stderr.on("data", (bytes: Buffer) => {
      said += bytes.toString();
    });
    child.on("error", reject);
    child.on("close", (status, signal) => {
      if (status === 0) resolve(null);
      else resolve(signal === "SIGKILL" ? stillRunning : (said.split("\n")[0] ?? "ends badly"));
    });
  });
}
