// Builds the guests' ELF files, which are committed so that nobody needs a cross-compiler to run them.
// `node guests/build.mjs [NAME...] [--out DIR]`: sources and flags are all here; the result is the same bytes on every machine with
// the same compiler.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const runtime = ["runtime/start.c", "runtime/vectors.c", "runtime/usart.c"];

/** Guest -> its own sources and linker script, below this folder. */
export const guests = {
  baremetal: { sources: [...runtime, "baremetal/main.c"], script: "baremetal/baremetal.ld" },
  kernel: { sources: [...runtime, "kernel/kernel.c", "kernel/main.c"], script: "kernel/kernel.ld" },
};

const flags = [
  "-mcpu=cortex-m33+nodsp+nofp", "-mthumb", "-mfloat-abi=soft", "-std=c11", "-Os", "-g", "-gdwarf-4", "-Wall", "-Wextra", "-Werror",
  "-ffreestanding", "-fno-common", "-ffunction-sections", "-fdata-sections", "-nostdlib", "-nostartfiles",
  `-ffile-prefix-map=${root}/=`, "-Wl,--gc-sections", "-Wl,--build-id=none", "-Wl,-z,max-page-size=4", "-Wl,--no-warn-rwx-segments",
];

/** Compile one guest into `folder`; returns the ELF's path. */
export function buildGuest(name, folder = join(here, name)) {
  const { sources, script } = guests[name];
  mkdirSync(folder, { recursive: true });
  const elf = join(folder, `${name}.elf`);
  const paths = sources.map((source) => join("guests", source));
  execFileSync("arm-none-eabi-gcc", [...flags, "-I", "guests/runtime", "-L", "guests/runtime", "-T", join("guests", script), ...paths, "-o", elf], {
    cwd: root,
    stdio: "inherit",
  });
  return elf;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf("--out");
  const out = at < 0 ? undefined : process.argv[at + 1];
  const names = process.argv.slice(2, at < 0 ? undefined : at);
  for (const name of names.length > 0 ? names : Object.keys(guests)) buildGuest(name, out && join(out, name));
}
