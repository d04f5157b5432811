/** The independent oracle for the configuration reader: a host C compiler computes the values of the same text. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { SystemModel } from "../../src/config/model.ts";

const headerFolder = fileURLToPath(new URL("./header/", import.meta.url));

export interface Target {
  readonly name: "ilp32" | "lp64";
  readonly flags: readonly string[];
}

/** 32-bit types, as on the target: no C library needed, Linux on x86 only. */
export const ilp32Target: Target = {
  name: "ilp32",
  flags: ["-m32", "-ffreestanding", "-nostdlib", "-static", "-fno-stack-protector", "-fno-pie", "-DFREESTANDING_I386"],
};

export const lp64Target: Target = { name: "lp64", flags: [] };

/** Null when programs for this target can be built and run here, else the reason why not. */
export function unavailable(target: Target): string | null {
  if (spawnSync("cc", ["--version"]).status !== 0) return "no host C compiler";
  const text = "#include <config.h>\nstruct config config = { .vmlist_size = sizeof(long) };\n";
  const bits = target.name === "ilp32" ? "sizeof(long) == 4" : "sizeof(long) == 8";
  try {
    compileAndRun(`${text.replace("sizeof(long)", "0")}_Static_assert(${bits}, "data model");\n`, ".", target, 0);
    return null;
  } catch {
    return `the host C compiler does not build ${target.name} programs that run here`;
  }
}

/**
 * What the compiler says the configuration's values are, one a line. Throws with the compiler's words when it refuses.
 */
export function valuesByCompiler(text: string, file: string, target: Target, model: SystemModel): string[] {
  const forms = model.vmListForm === "pointers" ? [0, 3] : [1, 2];
  let failure: unknown = null;
  for (const form of forms) {
    try {
      return compileAndRun(text, dirname(file), target, form);
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure;
}

function compileAndRun(text: string, folder: string, target: Target, form: number): string[] {
  const work = mkdtempSync(join(tmpdir(), "chronovisor-config-"));
  try {
    const source = join(work, "text.c");
    const program = join(work, "dump");
    writeFileSync(source, text);
    const flags = ["-std=gnu11", "-w", "-funsigned-char", "-iquote", resolve(folder), "-I", headerFolder];
    const defines = [`-DVMLIST_FORM=${form}`, `-DCONFIG_FILE="${source}"`];
    const dump = join(headerFolder, "dump.c");
    const built = spawnSync("cc", [...flags, ...defines, ...target.flags, "-o", program, dump], { encoding: "utf8" });
    if (built.status !== 0) throw new Error(`cc: ${built.stderr}`);
    const run = spawnSync(program, { encoding: "utf8", maxBuffer: 1 << 26 });
    if (run.status !== 0) throw new Error(`the dump program ended with ${run.status ?? run.signal}`);
    return run.stdout.split("\n").slice(0, -1);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const hex = (value: number): string => value.toString(16).padStart(8, "0");

/** Our values, in the words of header/dump.c. */
export function valuesByReader(model: SystemModel): string[] {
  const lines: string[] = [];
  const line = (vm: number, list: string, index: number, field: string, value: number): void => {
    lines.push(`vm ${hex(vm)} ${list} ${hex(index)} ${field} ${hex(value)}`);
  };
  for (const [i, shmem] of model.sharedMemories.entries()) {
    line(0, "shmem", i, "base", shmem.base.value);
    line(0, "shmem", i, "size", shmem.sizeBytes.value);
  }
  for (const [n, vm] of model.partitions.entries()) {
    line(n, "vm", 0, "entry", vm.entry.value);
    line(n, "vm", 0, "type", vm.type.value);
    line(n, "image", 0, "base_addr", vm.image?.baseAddress.value ?? 0);
    line(n, "image", 0, "load_addr", vm.image?.loadAddress.value ?? 0);
    line(n, "image", 0, "size", vm.image?.sizeBytes.value ?? 0);
    line(n, "image", 0, "separately_loaded", vm.image?.separatelyLoaded ? 1 : 0);
    line(n, "vm", 0, "cpu_num", vm.cpuCount.value);
    line(n, "vm", 0, "region_num", vm.regionCount.value);
    for (const [i, region] of vm.regions.entries()) {
      line(n, "region", i, "base", region.base.value);
      line(n, "region", i, "size", region.sizeBytes.value);
    }
    line(n, "vm", 0, "dev_num", vm.deviceCount.value);
    for (const [i, device] of vm.devices.entries()) {
      line(n, "dev", i, "pa", device.physicalAddress.value);
      line(n, "dev", i, "va", device.virtualAddress.value);
      line(n, "dev", i, "size", device.sizeBytes.value);
      line(n, "dev", i, "interrupt_num", device.interruptCount.value);
      for (const id of device.interrupts) line(n, "dev", i, "interrupt", id.value);
    }
    line(n, "vm", 0, "ipc_num", vm.ipcCount.value);
    for (const [i, ipc] of vm.ipcs.entries()) {
      line(n, "ipc", i, "base", ipc.base.value);
      line(n, "ipc", i, "size", ipc.sizeBytes.value);
      line(n, "ipc", i, "shmem_id", ipc.sharedMemoryIndex.value);
      line(n, "ipc", i, "interrupt_num", ipc.interruptCount.value);
      for (const id of ipc.interrupts) line(n, "ipc", i, "interrupt", id.value);
    }
  }
  return lines;
}
