// Builds the guests' ELF files, which are committed so that nobody needs a cross-compiler to run them.
// `node guests/build.mjs [NAME...] [--out DIR]`: sources and flags are all here; the result is the same bytes on every
// machine with the same compiler.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const runtime = ["runtime/start.c", "runtime/vectors.c", "runtime/syscon.c", "runtime/usart.c"];

/** Compiler that made the committed files; another major version may make other bytes. */
export const compiler = { program: "arm-none-eabi-gcc", major: 12 };

/** Every cause has a file of its own in faults/; `more` is what it needs besides. */
const faults = {
  "secure-data": {},
  "secure-fetch": {},
  "beyond-region": {},
  "device-not-granted": {},
  "ungranted-hypercall": { more: ["runtime/ipc.c"] },
  "bad-exc-return": {},
  "no-vector-table": { flags: ["-DWITHOUT_VTOR"] },
  "no-stack": {},
  "stack-overflow": {},
  "stack-limit": {},
  "bus-error": {},
  "mpu": {},
  "undefined": {},
  "divide-by-zero": {},
  "unaligned": {},
  "even-address": {},
  "inactive-return": {},
  "escalation": {},
  // Brings a HardFault handler of its own.
  "lockup": { reports: false },
};

function faultGuest([cause, { more = [], flags = [], reports = true }]) {
  const report = reports ? ["faults/report.c"] : [];
  return [
    `faults/${cause}`,
    {
      sources: [...runtime, ...more, "faults/main.c", ...report, `faults/${cause}.c`],
      script: "faults/fault.ld",
      flags: ["-fno-optimize-sibling-calls", ...flags],
    },
  ];
}

/** A guest that does something wrong without a fault. */
const watched = (name, flags = [], source = name) => [
  `watch/${name}`,
  { sources: [...runtime, `watch/${source}.c`], script: "faults/fault.ld", flags },
];

/** The application of the seeds' story in one of its configurations. */
const app = (name, flags, script = "app") => [
  `app/${name}`,
  {
    sources: [...runtime, "kernel/kernel.c", "app/main.c", "app/modem.c", "app/serial.c"],
    script: `app/${script}.ld`,
    flags: ["-I", "guests/kernel", "-I", "guests/app", "-L", "guests", ...flags],
  },
];

const guest = (name, ...sources) => [
  `${name}/${name}`,
  { sources: [...runtime, ...sources], script: `${name}/${name}.ld`, flags: [] },
];

/** One of the two worlds of a firmware, for a board; `more` is what the board needs beside its console. */
const world = (name, board, ...more) => [
  `worlds/${name}-${board}`,
  {
    sources: [`worlds/${name}.c`, "worlds/print.c", `worlds/${board}.c`, ...more],
    script: `worlds/${name}-${board}.ld`,
    flags: ["-L", "guests/worlds"],
  },
];
const usart = ["runtime/syscon.c", "runtime/usart.c"];

/** Guest, named by its ELF file below this folder without the suffix -> sources, linker script and flags of its own. */
export const guests = Object.fromEntries([
  guest("baremetal", "baremetal/main.c"),
  guest("kernel", "kernel/kernel.c", "kernel/main.c"),
  guest("early-memset", "early-memset/main.c"),
  guest("ipc-ping", "runtime/ipc.c", "ipc-ping/main.c"),
  guest("ipc-pong", "runtime/ipc.c", "ipc-pong/main.c"),
  ...Object.entries(faults).map(faultGuest),
  watched("hog"),
  watched("dozer"),
  watched("poller"),
  watched("deaf"),
  watched("hearing", ["-DWITH_NVIC"], "deaf"),
  watched("spill"),
  app("app", ["-DWIFI", "-DNETWORKING"]),
  // A table as large as a shell with its commands.
  app("app-shell", ["-DWIFI", "-DNETWORKING", "-DSHELL_BYTES=98220"], "upstream"),
  app("app-large", ["-DWIFI", "-DNETWORKING", "-DFAR_BYTES=64490", "-include", "guests/app/library.h"], "large"),
  // Before it has drivers, its console prints where the modem listens; or both are drivers of one port.
  app("app-logging", ["-DWIFI", "-DCONSOLE=2u", "-DEARLY_CONSOLE"]),
  app("app-quiet", ["-DWIFI", "-DQUIET"]),
  app("app-one-uart", ["-DWIFI", "-DNETWORKING", "-DCONSOLE=2u"]),
  app("app-96mhz", ["-DCORE_HZ=96000000u"]),
  app("app-12mhz", []),
  ["app/neighbour", { sources: [...runtime, "app/neighbour.c"], script: "faults/fault.ld", flags: [] }],
  world("secure", "mps2", "worlds/mps2-open.c"),
  world("nonsecure", "mps2"),
  world("secure", "lpc55s69", "worlds/lpc55s69-open.c", ...usart),
  world("nonsecure", "lpc55s69", ...usart),
]);

const commonFlags = [
  "-mcpu=cortex-m33+nodsp+nofp", "-mthumb", "-mfloat-abi=soft", "-std=c11", "-Os", "-g", "-gdwarf-4", "-Wall", "-Wextra",
  "-Werror", "-ffreestanding", "-fno-common", "-ffunction-sections", "-fdata-sections", "-nostdlib", "-nostartfiles",
  `-ffile-prefix-map=${root}=.`, "-Wl,--gc-sections", "-Wl,--build-id=none", "-Wl,-z,max-page-size=4",
  "-Wl,--no-warn-rwx-segments", "-I", "guests/runtime", "-L", "guests/runtime",
];

/** Compile one guest into a file of the same name below `folder`; returns its path. */
export function buildGuest(name, folder = here) {
  const { sources, script, flags } = guests[name];
  const elf = join(folder, `${name}.elf`);
  mkdirSync(dirname(elf), { recursive: true });
  const paths = sources.map((source) => join("guests", source));
  const parts = [...commonFlags, ...flags, "-T", join("guests", script), ...paths, "-o", elf];
  execFileSync(compiler.program, parts, { cwd: root, stdio: "inherit" });
  return elf;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf("--out");
  const out = at < 0 ? undefined : process.argv[at + 1];
  const names = process.argv.slice(2, at < 0 ? undefined : at);
  for (const name of names.length > 0 ? names : Object.keys(guests)) buildGuest(name, out);
}
