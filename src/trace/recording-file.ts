/**
 * A recording on its way to disk: written as FILE.partial, renamed when it is whole. A disk that refuses ends the
 * recording, never the run.
 */
import { accessSync, closeSync, constants, openSync, renameSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Diagnostic, InputError } from "../base/diagnostic.ts";
import { recordingDiagnostic, recordingError } from "./codes.ts";
import type { ByteSink } from "./recording.ts";

const partialOf = (file: string): string => `${file}.partial`;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What the disk is asked for; a test stands in for a full one. */
export interface Disk {
  /** What is there, behind any links; null where nothing is. */
  kind(path: string): "file" | "folder" | "other" | null;
  isWritable(folder: string): boolean;
  open(path: string): number;
  write(handle: number, bytes: Uint8Array): number;
  close(handle: number): void;
  rename(from: string, to: string): void;
}

const realDisk: Disk = {
  kind(path) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return null;
    return found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
  },
  isWritable(folder) {
    try {
      accessSync(folder, constants.W_OK | constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
  open: (path) => openSync(path, "w"),
  write: (handle, bytes) => writeSync(handle, bytes),
  close: closeSync,
  rename: renameSync,
};

/**
 * Throws InputError (REC08) when the file cannot be made, or something else is there; later troubles are told once to
 * `failed`.
 */
export function createRecordingFile(
  file: string,
  failed: (problem: Diagnostic) => void,
  disk: Disk = realDisk,
): ByteSink {
  const partial = partialOf(file);
  const handle = openOrRefuse(file, partial, disk);
  const state = { open: true };
  const attempt = (work: () => void): void => {
    if (!state.open) return;
    try {
      work();
    } catch (error) {
      state.open = false;
      const message = `the recording ends here: ${reasonOf(error)}`;
      const help = [`what was written stays in \`${partial}\`, and opens up to its last whole piece`];
      failed(recordingDiagnostic("REC07", file, message, { severity: "warning", help }));
      closeQuietly(disk, handle);
    }
  };
  return {
    write: (bytes) =>
      attempt(() => {
        for (let at = 0; at < bytes.length; ) at += disk.write(handle, bytes.subarray(at));
      }),
    finish: () =>
      attempt(() => {
        disk.close(handle);
        disk.rename(partial, file);
        state.open = false;
      }),
  };
}

function openOrRefuse(file: string, partial: string, disk: Disk): number {
  try {
    refuseOtherThanFiles(file, partial, disk);
    return disk.open(partial);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw recordingError("REC08", file, `cannot write the recording: ${reasonOf(error)}`);
  }
}

/** Renaming would replace a device or a pipe, and fail on a folder when the run is over. */
function refuseOtherThanFiles(file: string, partial: string, disk: Disk): void {
  const refused = (why: string, ...help: string[]): InputError =>
    recordingError("REC08", file, `cannot write the recording: ${why}`, { help });
  const folder = dirname(file);
  if (disk.kind(folder) !== "folder") throw refused(`there is no folder \`${folder}\``);
  if (!disk.isWritable(folder)) throw refused(`this user may not write into \`${folder}\``);
  for (const path of [file, partial]) {
    const kind = disk.kind(path);
    if (kind === "folder") {
      throw refused(`\`${path}\` is a folder`, `name a file, like \`--record ${join(path, "run.chv")}\``);
    }
    if (kind === "other") {
      throw refused(
        `\`${path}\` is no regular file`,
        "a recording takes the place of what is there, so it must be a file",
      );
    }
  }
}

function closeQuietly(disk: Disk, handle: number): void {
  try {
    disk.close(handle);
  } catch {
    // The disk has refused already; nothing more can be saved.
  }
}
