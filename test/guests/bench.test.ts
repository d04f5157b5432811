/** The benchmark kernels of guests/bench: the same work everywhere, so that times may be compared. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Simulator } from "rp2040js";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { readImage } from "../../src/image/image.ts";
import { diskFiles } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import { hasProgram, skipUnless } from "../support/skip.ts";
import { root, start } from "./example.ts";

/** What guests/bench/build.mjs and guests/bench/iterations.mjs export. */
interface Builder {
  readonly kernels: Readonly<Record<string, number>>;
  readonly targets: Readonly<Record<string, unknown>>;
  readonly compiler: { readonly program: string; readonly major: number };
  buildBench(kernel: string, target: string, folder: string): string;
}
interface Patcher {
  setIterations(elf: Uint8Array, iterations: number): Uint8Array;
}

const from = (file: string): string => new URL(`../../guests/bench/${file}`, import.meta.url).href;
const { kernels, targets, compiler, buildBench }: Builder = await import(from("build.mjs"));
const { setIterations }: Patcher = await import(from("iterations.mjs"));
const kernelNames = Object.keys(kernels);

/** Less than the committed number, so that an interpreter in JavaScript is done in a moment. */
const shortened = (kernel: string): number => Math.ceil((kernels[kernel] ?? 0) / 20);

const bytesOf = (kernel: string, target: string): Uint8Array =>
  readFileSync(join(root, "guests/bench", `${kernel}-${target}.elf`));

const shortOf = (kernel: string, target: string): Uint8Array =>
  setIterations(bytesOf(kernel, target), shortened(kernel));

interface Result {
  readonly iterations: number;
  readonly interrupts: number;
  readonly checksum: number;
}

function resultIn(kernel: string, text: string): Result {
  const read = (what: string): number => {
    const found = new RegExp(`^bench ${kernel}: ${what} ([0-9a-f]{8})\\r?$`, "m").exec(text)?.[1];
    if (found === undefined) throw new Error(`no ${what} of ${kernel} in: ${text}`);
    return Number.parseInt(found, 16);
  };
  return { iterations: read("iterations"), interrupts: read("interrupts"), checksum: read("checksum") };
}

/** The Cortex-M0+ build on rp2040js. */
function runOnRp2040js(kernel: string): Result {
  const { rp2040: chip, clock } = new Simulator();
  for (const { address, bytes } of readImage(shortOf(kernel, "rp2040"), "rp2040.elf").segments) {
    if (bytes.length > 0) chip.sram.set(bytes, address - 0x2000_0000);
  }
  chip.core.SP = chip.readUint32(0x2000_0000);
  chip.core.PC = chip.readUint32(0x2000_0004) & ~1;
  let text = "";
  let ended = false;
  chip.uart[0]!.onByte = (byte) => {
    text += String.fromCharCode(byte);
  };
  chip.onBreak = () => {
    ended = true;
  };
  while (!ended) clock.tick(chip.core.executeInstruction() * 8);
  return resultIn(kernel, text);
}

/** As a VM of an example, in the place of one of its guests. */
async function runAsVm(kernel: string, target: string, example: string, vm: string, device: string): Promise<Result> {
  const file = `${kernel}-${target}.elf`;
  const files = {
    ...diskFiles,
    bytes: (path: string) => (path === file ? shortOf(kernel, target) : diskFiles.bytes(path)),
  };
  const request = { path: `${root}examples/${example}`, images: [[vm, file]] as const, loads: [], overrides: [] };
  const running = start(await openSystem(request, files));
  for (let second = 1; second < 20 && running.lines(device).length < 3; second++) running.runTo(second);
  return resultIn(kernel, running.lines(device).join("\n"));
}

const expected = new Map(kernelNames.map((kernel) => [kernel, runOnRp2040js(kernel)]));

for (const kernel of kernelNames) {
  test(`${kernel} computes the same as second VM, alone, as on a Cortex-M0+`, async () => {
    const result = await runAsVm(kernel, "vm1", "single-vm", "kernel", "flexcomm2");
    assert.is(result.iterations, shortened(kernel));
    assert.is(result.checksum, expected.get(kernel)?.checksum);
  });

  test(`${kernel} computes the same as first VM, with another beside it`, async () => {
    const result = await runAsVm(kernel, "vm0", "two-vms", "baremetal", "flexcomm3");
    assert.is(result.checksum, expected.get(kernel)?.checksum);
  });
}

test("a checksum depends on the number of iterations", () => {
  const sums = new Set([...expected.values()].map((result) => result.checksum));
  assert.is(sums.size, kernelNames.length);
  const other = setIterations(bytesOf("integer", "rp2040"), 1);
  assert.not.equal(other, bytesOf("integer", "rp2040"));
});

const onQemu = "every kernel computes the same on QEMU, and interrupt is interrupted every 12,500 instructions";
const qemu = "qemu-system-arm";
/** One instruction per nanosecond; ends by semihosting. */
const qemuOptions = [
  ["-M", "mps2-an505", "-display", "none", "-monitor", "none", "-serial", "stdio"],
  ["-icount", "shift=0,sleep=off", "-semihosting-config", "enable=on,target=native"],
].flat();

if (skipUnless(hasProgram(qemu), onQemu, `${qemu} is not installed`)) {
  test(onQemu, async () => {
    const folder = mkdtempSync(join(tmpdir(), "bench-guests-"));
    try {
      for (const kernel of kernelNames) {
        const file = join(folder, `${kernel}.elf`);
        writeFileSync(file, shortOf(kernel, "an505"));
        const text = execFileSync(qemu, [...qemuOptions, "-kernel", file], { encoding: "utf8", timeout: 60_000 });
        const result = resultIn(kernel, text);
        assert.is(result.checksum, expected.get(kernel)?.checksum, kernel);
        const here = await runAsVm(kernel, "vm1", "single-vm", "kernel", "flexcomm2");
        assert.ok(Math.abs(result.interrupts - here.interrupts) <= 1, `${result.interrupts}, ${here.interrupts}`);
        assert.is(result.interrupts > 50, kernel === "interrupt");
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

function compilerMajor(): number | null {
  if (!hasProgram(compiler.program)) return null;
  return Number.parseInt(execFileSync(compiler.program, ["-dumpversion"], { encoding: "utf8" }), 10);
}

const rebuilt = "the committed benchmark images are what their sources make, and nothing else lies beside them";
const wanted = `${compiler.program} ${compiler.major} is not installed`;
if (skipUnless(compilerMajor() === compiler.major, rebuilt, wanted)) {
  test(rebuilt, () => {
    const folder = mkdtempSync(join(tmpdir(), "bench-guests-"));
    const stale: string[] = [];
    try {
      for (const kernel of kernelNames) {
        for (const target of Object.keys(targets)) {
          const same = readFileSync(buildBench(kernel, target, folder)).equals(bytesOf(kernel, target));
          if (!same) stale.push(`${kernel}-${target}.elf`);
        }
      }
      assert.equal(stale, [], "stale: node guests/bench/build.mjs");
      const committed = readdirSync(join(root, "guests/bench")).filter((file) => file.endsWith(".elf"));
      assert.equal(committed.sort(), readdirSync(folder).sort());
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

test.run();
