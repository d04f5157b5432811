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

/** What a name was when somebody asked for it. */
export interface SeenFile {
  readonly path: string;
  readonly kind: "file" | "folder" | null;
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
      if (!kinds.has(path)) kinds.set(path, bytes === null ? null : "file");
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
