/**
 * The only way in which a system's files are read: one folder's worth of names, so that tests and recordings can stand
 * in for disks.
 */
import { readFileSync, statSync } from "node:fs";

/** What a name stands for, as far as reading goes; all but `file` and `folder` are in the way. */
export type FileKind = "file" | "folder" | "pipe" | "device" | "large" | "closed";

export interface Files {
  /** Null for everything that is no file, and for files that may not be read. */
  bytes(path: string): Uint8Array | null;
  /** Null where nothing is. */
  kind(path: string): FileKind | null;
}

/** As much as Node reads at once. */
const largestBytes = 2 ** 31 - 1;

/** Nobody may look there: a folder on the way may not be entered. Everything else is not there. */
const isClosed = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "EPERM");

/** The real file system. What may never end, or only once, is not opened at all. */
export const diskFiles: Files = {
  bytes(path) {
    try {
      return diskFiles.kind(path) === "file" ? readFileSync(path) : null;
    } catch {
      return null;
    }
  },
  kind(path) {
    try {
      const found = statSync(path);
      if (found.isDirectory()) return "folder";
      if (found.isFIFO() || found.isSocket()) return "pipe";
      if (!found.isFile()) return "device";
      return found.size > largestBytes ? "large" : "file";
    } catch (error) {
      return isClosed(error) ? "closed" : null;
    }
  },
};

const obstacles: Readonly<Record<FileKind, string>> = {
  file: "it may not be read",
  folder: "this is a folder",
  pipe: "this is a pipe: files are read more than once, so it takes a file on disk",
  device: "this is a device, no file",
  large: "it is larger than 2 GiB",
  closed: "a folder on the way to it may not be entered",
};

/** Why a file has no bytes. */
export function whyUnread(files: Pick<Files, "kind">, path: string): string {
  const kind = files.kind(path);
  return kind === null ? "there is no such file" : obstacles[kind];
}

/** What a name was when somebody asked for it. */
export interface SeenFile {
  readonly path: string;
  readonly kind: FileKind | null;
  /** Null where nobody read it, or nobody could. */
  readonly bytes: Uint8Array | null;
}

/** Files that remember every question and its answer, and give the same one again: a system is of one moment. */
export interface RememberingFiles extends Files {
  seen(): SeenFile[];
}

export function rememberFiles(files: Files): RememberingFiles {
  const kinds = new Map<string, SeenFile["kind"]>();
  const contents = new Map<string, Uint8Array | null>();
  const kindOf = (path: string): SeenFile["kind"] => {
    const known = kinds.get(path);
    if (known !== undefined) return known;
    const kind = files.kind(path);
    kinds.set(path, kind);
    return kind;
  };
  return {
    kind: kindOf,
    bytes(path) {
      const known = contents.get(path);
      if (known !== undefined) return known;
      const bytes = files.bytes(path);
      contents.set(path, bytes);
      // Why there are none is a question that is asked next.
      if (bytes === null) kindOf(path);
      else if (!kinds.has(path)) kinds.set(path, "file");
      return bytes;
    },
    seen: () => [...kinds].map(([path, kind]) => ({ path, kind, bytes: contents.get(path) ?? null })),
  };
}

/** The same answers again, from memory. */
export function filesOf(seen: readonly SeenFile[]): Files {
  const known = new Map(seen.map((one) => [one.path, one]));
  return {
    bytes: (path) => known.get(path)?.bytes ?? null,
    kind: (path) => known.get(path)?.kind ?? null,
  };
}
