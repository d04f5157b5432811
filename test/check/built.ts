/** The two-VM example whose kernel lies in a build directory, as `west build` leaves one; any text of it changed. */
import { readFileSync } from "node:fs";
import { diskFiles, type Files } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import type { System } from "../../src/system/system.ts";

export const project = `board: lpc55s69
hypervisor: { kind: crosscon, config: config.c }
images:
  baremetal: ../guests/baremetal/baremetal.elf
  kernel: { build: build }
attach: { flexcomm3: terminal, flexcomm2: terminal }
`;

/** Everything that a user wrote, by name. */
export const texts = {
  "chronovisor.yaml": project,
  "config.c": readFileSync("examples/two-vms/config.c", "utf8"),
  "zephyr.dts": readFileSync("test/check/guest/zephyr.dts", "utf8"),
  ".config": readFileSync("test/check/guest/.config", "utf8"),
} as const;

export type TextName = keyof typeof texts;

const places: Readonly<Record<TextName, string>> = {
  "chronovisor.yaml": "made/chronovisor.yaml",
  "config.c": "made/config.c",
  "zephyr.dts": "made/build/zephyr/zephyr.dts",
  ".config": "made/build/zephyr/.config",
};

const kernel = readFileSync("guests/kernel/kernel.elf");

export interface Changes {
  readonly texts?: Partial<Record<TextName, string>>;
  /** In place of the kernel's image. */
  readonly elf?: Uint8Array;
  /** In place of the other VM's image. */
  readonly otherElf?: Uint8Array;
}

export function filesWith({ texts: changed = {}, elf = kernel, otherElf }: Changes): Files {
  const all = new Map<string, Uint8Array>([["made/build/zephyr/zephyr.elf", elf]]);
  if (otherElf !== undefined) all.set("guests/baremetal/baremetal.elf", otherElf);
  for (const [name, path] of Object.entries(places))
    all.set(path, new TextEncoder().encode(changed[name as TextName] ?? texts[name as TextName]));
  const isFolder = (path: string): boolean => [...all.keys()].some((one) => one.startsWith(`${path}/`));
  const real = (path: string): string => path.replace(/^made\/\.\.\//, "");
  return {
    bytes: (path) => all.get(path) ?? diskFiles.bytes(real(path)),
    kind: (path) => (all.has(path) ? "file" : isFolder(path) ? "folder" : diskFiles.kind(real(path))),
  };
}

/** As `check` opens it: what does not fit is among the warnings. */
export const openBuilt = (changes: Changes = {}): Promise<System> =>
  openSystem({ path: "made", images: [], loads: [], overrides: [], tolerant: true }, filesWith(changes));

export const kernelElf: Uint8Array = kernel;

/** A text with one piece of it replaced. Throws where the piece is not there exactly once. */
export function replaced(name: TextName, from: string, to: string): string {
  const text = texts[name];
  if (text.split(from).length !== 2) throw new Error(`${name} has \`${from}\` ${text.split(from).length - 1} times`);
  return text.replace(from, () => to);
}
