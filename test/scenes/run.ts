/** Runs the image here and in QEMU; both return what UART 0 said. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskFiles } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import { powerOn } from "../../src/system/power-on.ts";
import { elfOf } from "./image.ts";
import { secureWorld } from "./layout.ts";
import { imageOf, type Scene } from "./scene.ts";

export interface Told {
  readonly text: string;
  /** Null when the image came to its end; else what stopped it. */
  readonly trouble: string | null;
}

/** The image as a file, while `use` looks at it. */
export async function withImage<T>(scenes: readonly Scene[], use: (path: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "scenes-"));
  try {
    const path = join(folder, "scenes.elf");
    writeFileSync(path, elfOf(imageOf(scenes), secureWorld.stage));
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Far above what a scene needs. */
const ticksPerScene = 400_000;

/** `sliceTicks`: how often the run is interrupted and taken up again. */
export async function tellHere(path: string, scenes: number, sliceTicks = Number.POSITIVE_INFINITY): Promise<Told> {
  const request = { path: null, firmware: { file: path, address: null }, board: "mps2-an505", semihosting: true };
  const system = await openSystem({ ...request, images: [], loads: [], overrides: [] }, diskFiles);
  const bytes: number[] = [];
  const machine = powerOn(system, {
    output: (device, _port, byte) => void (device === "uart0" && bytes.push(byte)),
    moment: () => {},
    gap: () => {},
  });
  const end = ticksPerScene * (scenes + 1);
  let stop = machine.run({ tick: Math.min(sliceTicks, end) });
  while (stop.reason === "limit" && machine.tick() < end)
    stop = machine.run({ tick: Math.min(machine.tick() + sliceTicks, end) });
  const trouble = stop.reason === "exit" ? null : stop.reason;
  return { text: Buffer.from(bytes).toString("latin1"), trouble };
}

export const emulator = "qemu-system-arm";
const limitMs = 60_000;

export function tellQemu(path: string): Promise<Told> {
  // A pipe may be full when the image resets, and a byte is lost.
  const said = `${path}.txt`;
  const options = ["-M", "mps2-an505", "-display", "none", "-monitor", "none", "-serial", `file:${said}`];
  const semihosting = ["-semihosting-config", "enable=on,target=native"];
  const child = spawn(emulator, [...options, ...semihosting, "-kernel", path], {
    stdio: ["ignore", "ignore", "pipe"],
    timeout: limitMs,
  });
  let complaint = "";
  child.stderr.on("data", (bytes: Buffer) => {
    complaint += bytes.toString();
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) => {
      const trouble = status === 0 ? null : (complaint.split("\n")[0] ?? "") || `signal ${signal}`;
      resolve({ text: readFileSync(said, "latin1"), trouble });
    });
  });
}
