/** What `run` takes: a board, a hypervisor with its configuration, images, a seed. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Board } from "../board/board.ts";
import type { GuestDescription } from "../config/guest.ts";
import type { SystemModel } from "../config/model.ts";
import type { Override } from "../config/override.ts";
import type { Project } from "../config/project.ts";
import type { Switches } from "../config/switches.ts";
import type { Image } from "../image/image.ts";
import type { Recording } from "../trace/recording.ts";
import type { SeenFile } from "./files.ts";
import type { Start } from "./start.ts";

/** What the user asked for, as options; everything else comes from the files named. */
export interface SystemRequest {
  /** config.c, chronovisor.yaml, a folder that holds one, or an image; null where `firmware` says it all. */
  readonly path: string | null;
  readonly board?: string;
  /** `[VM, FILE]`, each as the user gave it. */
  readonly images: readonly (readonly [string, string])[];
  readonly loads: readonly { readonly file: string; readonly address: number | null }[];
  /** Runs natively instead of whatever hypervisor the files name. */
  readonly firmware?: { readonly file: string; readonly address: number | null };
  /** Serve BKPT 0xAB as a debugger does; for firmware only. */
  readonly semihosting?: boolean;
  readonly overrides: readonly Override[];
  readonly seed?: number;
  /**
   * For looking, not running: parts that do not fit together, VMs without an image and placeholders without a value are
   * among the warnings, as the errors that they are.
   */
  readonly tolerant?: boolean;
}

export interface GuestImage {
  /** The partition it belongs to; null for the firmware and for `--load`. */
  readonly vm: string | null;
  readonly image: Image;
}

export type Hypervisor =
  | { readonly kind: "crosscon" | "bao"; readonly model: SystemModel; readonly switches: Switches }
  /** The first image runs in Secure state from its start; no monitor is there. */
  | { readonly kind: "firmware"; readonly start: Start; readonly semihosting: boolean };

export interface System {
  /** Name for people: the folder or file. */
  readonly name: string;
  readonly board: Board;
  readonly hypervisor: Hypervisor;
  readonly images: readonly GuestImage[];
  /** What guests were built from, where that is known. */
  readonly descriptions: readonly GuestDescription[];
  readonly attached: Project["attach"];
  readonly severities: Project["severities"];
  readonly seed: number;
  readonly warnings: readonly Diagnostic[];
  /** Texts that spans refer to, by file name as in the spans. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was asked for, and every file that was looked at: enough to open the same system anywhere. */
  readonly source: { readonly request: SystemRequest; readonly files: readonly SeenFile[] };
  /** The recording it came from: its inputs belong to the run. */
  readonly recording: Recording | null;
}

/** What a firmware is called where VMs have names. */
export const firmwareName = "firmware";

/** VM names in scheduling order; a firmware is all there is. */
export function vmNames({ hypervisor }: System): readonly string[] {
  return hypervisor.kind === "firmware" ? [firmwareName] : hypervisor.model.partitions.map((one) => one.name);
}
