// Builds every benchmark kernel for every target: guests/bench/<kernel>-<target>.elf.
// `node guests/bench/build.mjs [--out DIR]`
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Compiler that made the committed files; another major version may make other bytes. */
export const compiler = { program: "arm-none-eabi-gcc", major: 12 };

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const runtime = ["guests/runtime/start.c", "guests/runtime/vectors.c"];
const vmPort = ["guests/bench/port-vm.c", "guests/runtime/syscon.c", "guests/runtime/usart.c"];

/** Kernel -> iterations that are some 20 million instructions. */
export const kernels = { integer: 660, strings: 35000, copy: 2400, interrupt: 31000, float: 1200 };

const m33 = ["-mcpu=cortex-m33+nodsp+nofp"];
const m0plus = ["-mcpu=cortex-m0plus"];

/** Kernel -> target that has a floating-point unit and lets the kernel use it -> what says so, after the other flags. */
const units = { float: { an505: ["-mcpu=cortex-m33+nodsp", "-mfloat-abi=hard"] } };

/** Target -> processor, port, memory. vm0 and vm1 are the VMs of examples/two-vms. */
export const targets = {
  an505: { cpu: m33, sources: ["guests/bench/port-an505.c"], script: "an505.ld" },
  vm0: { cpu: [...m33, "-DCONSOLE=3"], sources: vmPort, script: "../baremetal/baremetal.ld" },
  vm1: { cpu: [...m33, "-DCONSOLE=2"], sources: vmPort, script: "../kernel/kernel.ld" },
  rp2040: { cpu: m0plus, sources: ["guests/bench/port-rp2040.c"], script: "rp2040.ld" },
};

const flags = [
  "-mthumb", "-mfloat-abi=soft", "-std=c11", "-O2", "-g", "-gdwarf-4", "-Wall", "-Wextra", "-Werror", "-ffreestanding",
  "-fno-common", "-ffunction-sections", "-fdata-sections", "-nostdlib", "-nostartfiles", `-ffile-prefix-map=${root}=.`,
  "-Wl,--gc-sections", "-Wl,--build-id=none", "-Wl,-z,max-page-size=4", "-Wl,--no-warn-rwx-segments",
  "-I", "guests/runtime", "-I", "guests/bench", "-L", "guests/runtime", "-L", "guests/bench",
];

/** Compile one kernel for one target into `folder`; returns the ELF's path. */
export function buildBench(kernel, target, folder = here) {
  const { cpu, sources, script } = targets[target];
  const elf = join(folder, `${kernel}-${target}.elf`);
  mkdirSync(folder, { recursive: true });
  const files = ["guests/bench/main.c", `guests/bench/${kernel}.c`, ...sources, ...runtime];
  const own = units[kernel]?.[target] ?? [];
  const fixed = [...cpu, ...flags, ...own, `-DITERATIONS=${kernels[kernel]}u`, "-T", `guests/bench/${script}`];
  const parts = [...fixed, ...files, "-lgcc", "-o", elf];
  execFileSync(compiler.program, parts, { cwd: root, stdio: "inherit" });
  return elf;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf("--out");
  const out = at < 0 ? here : process.argv[at + 1];
  for (const kernel of Object.keys(kernels)) for (const target of Object.keys(targets)) buildBench(kernel, target, out);
}
