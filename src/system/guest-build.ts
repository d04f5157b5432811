/** The image of a VM with what it was built from: files by name, or the build directory that has them all. */
import { join } from "node:path";
import { InputError, type Span, wholeFile } from "../base/diagnostic.ts";
import type { DeviceTree } from "../config/devicetree/tree.ts";
import type { GuestDescription } from "../config/guest.ts";
import type { Kconfig } from "../config/kconfig.ts";
import type { ProjectImage } from "../config/project.ts";
import { systemDiagnostic } from "./codes.ts";
import { type Files, whyUnread } from "./files.ts";

export interface Wanted {
  readonly vm: string;
  /** An executable or a build directory. */
  readonly file: string;
  /** Where the project file says so. */
  readonly vmSpan: Span | null;
  readonly span: Span | null;
  readonly dts: readonly { readonly file: string; readonly span: Span | null }[];
  readonly include: readonly string[];
  readonly kconfig: { readonly file: string; readonly span: Span | null } | null;
}

/** Of `--image VM=FILE`. */
export const wantedOf = ([vm, file]: readonly [string, string]): Wanted => ({
  ...{ vm, file, vmSpan: null, span: null },
  ...{ dts: [], include: [], kconfig: null },
});

/** Of the project file, with paths as seen from here. */
export const wantedIn = (image: ProjectImage, beside: (file: string) => string): Wanted => ({
  ...{ vm: image.vm.value, file: beside(image.file.value), vmSpan: image.vm.span, span: image.file.span },
  dts: image.dts.map(({ value, span }) => ({ file: beside(value), span })),
  include: image.include.map(beside),
  kconfig: image.kconfig === null ? null : { file: beside(image.kconfig.value), span: image.kconfig.span },
});

/** What a build directory holds: `west build` puts all into its `zephyr`, which may be named itself, too. */
export function filesOfBuild(
  folder: string,
  files: Pick<Files, "kind">,
): Record<"elf" | "dts" | "kconfig", string> | null {
  const inner = [join(folder, "zephyr"), folder].find((one) =>
    ["zephyr.elf", "zephyr.dts", ".config"].some((name) => files.kind(join(one, name)) === "file"),
  );
  if (inner === undefined) return null;
  return { elf: join(inner, "zephyr.elf"), dts: join(inner, "zephyr.dts"), kconfig: join(inner, ".config") };
}

/** A build directory as the files that are in it. Throws InputError for a folder that is none. */
export function lookIntoBuild(wanted: Wanted, files: Files): Wanted {
  if (files.kind(wanted.file) !== "folder") return wanted;
  const build = filesOfBuild(wanted.file, files);
  if (build === null) {
    const reason = "no `zephyr/zephyr.elf`, `zephyr/zephyr.dts` or `zephyr/.config` in it";
    const labels = [wanted.span === null ? wholeFile(wanted.file, reason) : { ...wanted.span, text: reason }];
    const help = ["name the folder that `west build -d` was given, or the executable itself"];
    throw new InputError([
      systemDiagnostic("SYS08", `\`${wanted.file}\` is no build directory of Zephyr`, { labels, help, vm: wanted.vm }),
    ]);
  }
  const { span } = wanted;
  const has = (file: string): boolean => files.kind(file) === "file";
  return {
    ...wanted,
    file: build.elf,
    dts: has(build.dts) ? [{ file: build.dts, span }] : [],
    kconfig: has(build.kconfig) ? { file: build.kconfig, span } : null,
  };
}

/** Reads what there is. Throws InputError with what is wrong in it. */
export async function describeGuests(
  wanted: readonly Wanted[],
  files: Files,
  texts: Map<string, string>,
): Promise<GuestDescription[]> {
  const descriptions: GuestDescription[] = [];
  for (const one of wanted) {
    if (one.dts.length === 0 && one.kconfig === null) continue;
    const tree = await treeOf(one, files, texts);
    descriptions.push({ vm: one.vm, tree, kconfig: await kconfigOf(one, files, texts) });
  }
  return descriptions;
}

function textIn(path: string, files: Files, texts: Map<string, string>): string | null {
  const bytes = files.kind(path) === "file" ? files.bytes(path) : null;
  if (bytes === null) return null;
  const text = new TextDecoder("utf-8").decode(bytes);
  texts.set(path, text);
  return text;
}

function refuse(files: Files, vm: string, file: string, span: Span | null, what: string): never {
  const reason = whyUnread(files, file);
  const labels = [span === null ? wholeFile(file, reason) : { ...span, text: reason }];
  throw new InputError([systemDiagnostic("SYS08", `cannot read the ${what} \`${file}\``, { labels, vm })]);
}

async function treeOf(
  { vm, dts, include }: Wanted,
  files: Files,
  texts: Map<string, string>,
): Promise<DeviceTree | null> {
  if (dts.length === 0) return null;
  for (const { file, span } of dts) if (files.kind(file) !== "file") refuse(files, vm, file, span, "device tree");
  const { readDeviceTree } = await import("../config/devicetree/reader.ts");
  const names = dts.map(({ file }) => file);
  return readDeviceTree({ files: names, includeFolders: include, readText: (path) => textIn(path, files, texts) });
}

async function kconfigOf({ vm, kconfig }: Wanted, files: Files, texts: Map<string, string>): Promise<Kconfig | null> {
  if (kconfig === null) return null;
  const text = textIn(kconfig.file, files, texts);
  if (text === null) return refuse(files, vm, kconfig.file, kconfig.span, ".config");
  const { readKconfig } = await import("../config/kconfig.ts");
  return readKconfig(text, kconfig.file);
}
