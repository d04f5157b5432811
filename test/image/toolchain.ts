/** Builds the programs of test/image/programs with the Arm GCC and asks its binutils, where they are installed. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Image, readImage } from "../../src/image/image.ts";
import { skipUnless } from "../support/skip.ts";

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

/** Why LLVM's reader of debug information cannot be asked here; null when it can. */
export const missingLlvm = missing ?? (runs("llvm-addr2line") ? null : "no llvm-addr2line");

export interface Build {
  readonly name: string;
  readonly flags: readonly string[];
  /** Where flash begins; 0 makes code that was thrown away look like code at 0. */
  readonly flashOrigin: number;
  /** Sources other than the usual ones. */
  readonly files?: readonly string[];
  /** Default cortex-m33. */
  readonly cpu?: string;
  /** Compiler of the C files; default gcc. Assembling is GCC's in both cases. */
  readonly compiler?: "gcc" | "clang";
  /** Default GNU ld. */
  readonly linker?: "lld";
}

/** Why a program cannot be built here; null when it can. */
export function missingFor(build: Build): string | null {
  if (missing !== null) return missing;
  if (build.compiler === "clang" && !runs("clang")) return "no clang";
  return build.linker === "lld" && !runs("ld.lld") ? "no ld.lld" : null;
}

const llvm = { compiler: "clang", linker: "lld" } as const;

/**
 * Every optimisation level with both DWARF versions, and the traps: code at 0 with sections discarded, hardware
 * floats.
 */
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
  ...["-O0", "-O2", "-Os"].flatMap((level) =>
    ["-gdwarf-4", "-gdwarf-5"].map((dwarf): Build => {
      return { name: `clang ${level} ${dwarf}`, flags: [level, dwarf], flashOrigin: 0x10000, compiler: "clang" };
    }),
  ),
  {
    name: "clang -O2 -gdwarf-5, sections discarded",
    flags: ["-O2", "-gdwarf-5", "-ffunction-sections", "-Wl,--gc-sections"],
    flashOrigin: 0x10000,
    compiler: "clang",
  },
  ...["-O0 -gdwarf-4", "-O2 -gdwarf-5"].map((flags): Build => {
    const all = [...flags.split(" "), "-ffunction-sections", "-fdata-sections", "-Wl,--gc-sections"];
    return { name: `clang and lld, ${flags}, sections discarded`, flags: all, flashOrigin: 0x10000, ...llvm };
  }),
];

/** A file of frame rules, linked alone. */
export const ruleBuild: Build = { name: "every kind of rule", flags: ["-g"], flashOrigin: 0x10000, files: ["rules.S"] };

const discarding = ["-O2", "-ffunction-sections", "-Wl,--gc-sections", "-Wl,--build-id=none"];
const kept = { flashOrigin: 0, files: ["vectors.S", "exceptions.c", "other.c"], cpu: "cortex-m3" } as const;

/**
 * Programs that are kept built, for tests that must run without tools. Clang's has all the indexed forms of DWARF 5.
 */
export const keptBuilds: readonly Build[] = [
  { ...kept, name: "kept-dwarf4", flags: [...discarding, "-gdwarf-4"] },
  { ...kept, name: "kept-dwarf5", flags: [...discarding, "-gdwarf-5"] },
  { ...kept, name: "kept-clang-dwarf5", flags: [...discarding, "-gdwarf-5"], compiler: "clang", flashOrigin: 0x10000 },
];

export interface Program {
  readonly build: Build;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly image: Image;
}

/** A kept program as it lies beside its sources. */
export function loadKept(build: Build): Program {
  const path = join(sources, `${build.name}.elf`);
  const bytes = new Uint8Array(readFileSync(path));
  return { build, path, bytes, image: readImage(bytes, build.name) };
}

/** Builds a program, hands it to `use`, and removes it. */
export function withProgram(build: Build, use: (program: Program) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "chronovisor-image-"));
  try {
    const path = join(folder, "program.elf");
    const script = join(folder, "link.ld");
    const origin = `-DFLASH_ORIGIN=${build.flashOrigin}`;
    run("gcc", ["-E", "-P", "-x", "c", origin, "link.ld", "-o", script]);
    const files = (build.files ?? ["start.S", "main.c", "other.c"]).map((file) => {
      return build.compiler === "clang" && file.endsWith(".c") ? compileWithClang(build, file, folder) : file;
    });
    if (build.linker === "lld") linkWithLld(build, files, { folder, script, path });
    else link(build, files, { script, path });
    const bytes = new Uint8Array(readFileSync(path));
    use({ build, path, bytes, image: readImage(bytes, "program.elf") });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const mapping = `${sources.replace(/.$/, "")}=${sourceRoot}`;
const mapped = [`-ffile-prefix-map=${mapping}`, `-Wa,--debug-prefix-map=${mapping}`];

function machineFlags(build: Build): string[] {
  const float = build.flags.some((flag) => flag.startsWith("-mfloat-abi")) ? [] : ["-mfloat-abi=soft"];
  return [`-mcpu=${build.cpu ?? "cortex-m33"}`, "-mthumb", "-ffreestanding", ...float];
}

function link(build: Build, files: readonly string[], { script, path }: { script: string; path: string }): void {
  const flags = [...machineFlags(build), ...build.flags, ...mapped, "-nostartfiles"];
  run("gcc", [...flags, "-T", script, "-o", path, ...files]);
}

function linkWithLld(
  build: Build,
  files: readonly string[],
  { folder, script, path }: { folder: string; script: string; path: string },
): void {
  const objects = files.map((file) => {
    if (!file.endsWith(".S")) return file;
    const object = join(folder, `${file}.o`);
    run("gcc", [...machineFlags(build), "-g", ...mapped, "-c", file, "-o", object]);
    return object;
  });
  const flags = build.flags.flatMap((flag) => (flag.startsWith("-Wl,") ? flag.slice(4) : []));
  const library = run("gcc", [...machineFlags(build), "-print-libgcc-file-name"]).trim();
  execFileSync("ld.lld", [...flags, "-T", script, "-o", path, ...objects, library], { cwd: sources, stdio: "pipe" });
}

function compileWithClang(build: Build, file: string, folder: string): string {
  const object = join(folder, `${file}.o`);
  const flags = build.flags.filter((flag) => !flag.startsWith("-Wl,"));
  const target = ["--target=arm-none-eabi", ...machineFlags(build), `-ffile-prefix-map=${mapping}`];
  execFileSync("clang", [...target, ...flags, "-c", file, "-o", object], { cwd: sources, stdio: "pipe" });
  return object;
}

/** Standard output of one of the Arm binutils, of the compiler, or of an LLVM tool by its full name. */
export function run(tool: string, parameters: readonly string[], input = ""): string {
  const command = tool.startsWith("llvm-") ? tool : `${prefix}${tool}`;
  const stdio: ["pipe", "pipe", "pipe"] = ["pipe", "pipe", "pipe"];
  const options = { input, stdio, encoding: "utf8", maxBuffer: 1 << 28, cwd: sources } as const;
  return execFileSync(command, parameters, options);
}

type Registrar = (name: string, check: () => void) => void;

/** Registers a test that needs the Arm tools; where they are missing it is skipped by name. */
export function testWithToolchain(test: Registrar, name: string, check: () => void, lacks = missing): void {
  if (skipUnless(lacks === null, name, lacks ?? "")) test(name, check);
}

/** Registers a test of one program, named after its build as well. */
export function testWithBuild(
  test: Registrar,
  name: string,
  build: Build,
  check: (program: Program) => void,
  lacks: string | null = null,
): void {
  testWithToolchain(test, `${name} (${build.name})`, () => withProgram(build, check), missingFor(build) ?? lacks);
}
