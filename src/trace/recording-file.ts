/**
 * A recording on its way to disk: written as FILE.partial, renamed when it is whole. A disk that refuses ends the
 * recording, never the run.
 */
import { closeSync, openSync, renameSync, writeSync } from "node:fs";
import type { Diagnostic } from "../base/diagnostic.ts";
import { recordingDiagnostic, recordingError } from "./codes.ts";
import type { ByteSink } from "./recording.ts";

const partialOf = (file: string): string => `${file}.partial`;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What the disk is asked for; a test stands in for a full one. */
export interface Disk {
  open(path: string): number;
  write(handle: number, bytes: Uint8Array): number;
  close(handle: number): void;
  rename(from: string, to: string): void;
}

const realDisk: Disk = {
  open: (path) => openSync(path, "w"),
  write: (handle, bytes) => writeSync(handle, bytes),
  close: closeSync,
  rename: renameSync,
};

/** Throws InputError (REC08) when the file cannot be made; later troubles are told once to `failed`. */
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
    return disk.open(partial);
  } catch (error) {
    throw recordingError("REC08", file, `cannot write the recording: ${reasonOf(error)}`);
  }
}

function closeQuietly(disk: Disk, handle: number): void {
  try {
    disk.close(handle);
  } catch {
    // The disk has refused already; nothing more can be saved.
  }
}
