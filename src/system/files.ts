/**
 * The only way in which a system's files are read: one folder's worth of names, so that tests and recordings can stand
 * in for disks.
 */
import { existsSync, readFileSync, statSync } from "node:fs";

export interface Files {
  bytes(path: string): Uint8Array | null;
  kind(path: string): "file" | "folder" | null;
}

/** The real file system. */
export const diskFiles: Files = {
  bytes(path) {
    try {
      return readFileSync(path);
    } catch {
      return null;
    }
  },
  kind(path) {
    if (!existsSync(path)) return null;
    return statSync(path).isDirectory() ? "folder" : "file";
  },
};
