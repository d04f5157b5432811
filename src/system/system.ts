/** What `run` takes: a board, a hypervisor with its configuration, images, a seed. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Board } from "../board/board.ts";
import type { SystemModel } from "../config/model.ts";
import type { Override } from "../config/override.ts";
import type { Switches } from "../config/switches.ts";
import type { Image } from "../image/image.ts";

/** What the user asked for, as options; everything else comes from the files named. */
export interface SystemRequest {
  /** config.c, chronovisor.yaml, or a folder that holds one. */
  readonly path: string;
  readonly board?: string;
  /** `[VM, FILE]`, each as the user gave it. */
  readonly images: readonly (readonly [string, string])[];
  readonly loads: readonly { readonly file: string; readonly address: number | null }[];
  readonly firmware?: string;
  readonly overrides: readonly Override[];
  readonly seed?: number;
}

export interface GuestImage {
  /** The partition it belongs to; null for `--load`. */
  readonly vm: string | null;
  readonly image: Image;
}

export type Hypervisor =
  | { readonly kind: "crosscon" | "bao"; readonly model: SystemModel; readonly switches: Switches }
  | { readonly kind: "none" };

export interface System {
  /** Name for people: the folder or file. */
  readonly name: string;
  readonly board: Board;
  readonly hypervisor: Hypervisor;
  readonly images: readonly GuestImage[];
  readonly seed: number;
  readonly warnings: readonly Diagnostic[];
  /** Texts that spans refer to, by file name as in the spans. */
  readonly texts: ReadonlyMap<string, string>;
}

/** VM names in scheduling order; one nameless guest where there is no hypervisor. */
export function vmNames(system: System): readonly string[] {
  return system.hypervisor.kind === "none" ? ["guest"] : system.hypervisor.model.partitions.map((one) => one.name);
}
