/** Builds the programs of test/image/programs with the Arm GCC and asks its binutils, where they are installed. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Image, readImage } from "../../src/image/image.ts";

const prefix = "arm-none-eabi-";
const sources = fileURLToPath(new URL("programs/", import.meta.url));

function runs(command: string): boolean {
  return spawnSync(command, ["--version"]).status === 0;
}

/** What debug information calls the folder of the programs, so that builds are the same everywhere. */
export const sourceRoot = "/programs";

/** Why programs cannot be built here; null when they can. */
export const missing = runs(`${prefix}gcc`) ? null : "no arm-none-eabi-gcc";

/** Why programs cannot be run under a debugger here; null when they can. */
export const missingDebugger =
  missing ?? (runs("gdb-multiarch") ? (runs("qemu-system-arm") ? null : "no qemu-system-arm") : "no gdb-multiarch");

export interface Build {
  readonly name: string;
  readonly flags: readonly string[];
  /** Where flash begins; 0 makes code that was thrown away look like code at 0. */
  readonly flashOrigin: number;
  /** Sources other than the usual ones. */
  readonly files?: readonly string[];
  /** Default cortex-m33. */
  readonly cpu?: string;
}

/** Every optimisation level with both DWARF versions, and the traps: code at 0 with sections discarded, hardware floats. */
export const builds: readonly Build[] = [
  ...["-O0", "-O2", "-Os"].flatMap((level) =>
    ["-gdwarf-4", "-gdwarf-5"].map((dwarf) => {
      return { name: `${level} ${dwarf}`, flags: [level, dwarf], flashOrigin: 0x10000 };
    }),
  ),
  ...["-gdwarf-4", "-gdwarf-5"].map((dwarf) => {
    const flags = ["-O2", dwarf, "-ffunction-sections", "-Wl,--gc-sections"];
    return { name: `-O2 ${dwarf} at 0, sections discarded`, flags, flashOrigin: 0 };
  }),
  {
    name: "-Og -gdwarf-5, hardware floats",
    flags: ["-Og", "-gdwarf-5", "-mfloat-abi=hard"],
    flashOrigin: 0x10000,
  },
];

/** A file of frame rules, linked alone. */
export const ruleBuild: Build = { name: "every kind of rule", flags: ["-g"], flashOrigin: 0x10000, files: ["rules.S"] };

/** Programs that are kept built, for tests that must run without tools: one per DWARF version. */
export const keptBuilds: readonly Build[] = ["4", "5"].map((version) => {
  const flags = ["-O2", `-gdwarf-${version}`, "-ffunction-sections", "-Wl,--gc-sections", "-Wl,--build-id=none"];
  const files = ["vectors.S", "exceptions.c", "other.c"];
  return { name: `kept-dwarf${version}`, flags, flashOrigin: 0, files, cpu: "cortex-m3" };
});

/** The bytes of a kept program. */
export function keptProgram(build: Build): Uint8Array {
  return new Uint8Array(readFileSync(join(sources, `${build.name}.elf`)));
}

export interface Program {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly image: Image;
}

/** Builds a program, hands it to `use`, and removes it. */
export function withProgram(build: Build, use: (program: Program) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "chronovisor-image-"));
  try {
    const path = join(folder, "program.elf");
    const script = join(folder, "link.ld");
    const float = build.flags.some((flag) => flag.startsWith("-mfloat-abi")) ? [] : ["-mfloat-abi=soft"];
    const machine = [`-mcpu=${build.cpu ?? "cortex-m33"}`, "-mthumb", ...float];
    const origin = `-DFLASH_ORIGIN=${build.flashOrigin}`;
    run("gcc", ["-E", "-P", "-x", "c", origin, join(sources, "link.ld"), "-o", script]);
    const files = build.files ?? ["start.S", "main.c", "other.c"];
    const mapping = `${sources.replace(/.$/, "")}=${sourceRoot}`;
    const mapped = [`-ffile-prefix-map=${mapping}`, `-Wa,--debug-prefix-map=${mapping}`];
    const common = [...mapped, "-nostartfiles", "-ffreestanding", "-T", script, "-o", path];
    run("gcc", [...machine, ...build.flags, ...common, ...files]);
    const bytes = new Uint8Array(readFileSync(path));
    use({ path, bytes, image: readImage(bytes, "program.elf") });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Standard output of one of the Arm binutils, or of the compiler. */
export function run(tool: string, parameters: readonly string[], input = ""): string {
  const stdio: ["pipe", "pipe", "pipe"] = ["pipe", "pipe", "pipe"];
  const options = { input, stdio, encoding: "utf8", maxBuffer: 1 << 28, cwd: sources } as const;
  return execFileSync(`${prefix}${tool}`, parameters, options);
}

interface Registrar {
  (name: string, check: () => void): void;
  skip(name?: string, check?: () => void): void;
}

/** Registers a test that needs the Arm tools; where they are missing it is skipped by name. */
export function testWithToolchain(test: Registrar, name: string, check: () => void, lacks = missing): void {
  if (lacks === null) test(name, check);
  else {
    console.log(`SKIP ${name}: ${lacks}`);
    // biome-ignore lint/suspicious/noSkippedTests: the tools this test compares against are not installed
    test.skip(name, check);
  }
}
