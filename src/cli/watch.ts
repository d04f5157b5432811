/** Waits for changes of files. Asks for them now and then: editors put new files in the place of old ones. */
import { statSync } from "node:fs";
import { diskFiles, type SeenFile } from "../system/files.ts";

const askMilliseconds = 200;

const isSame = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === null || b === null ? a === b : Buffer.compare(a, b) === 0;

/** Another text after each save; null where nothing is, or nobody may ask. */
function markOf(path: string): string | null {
  try {
    const { mtimeNs, size, ino } = statSync(path, { bigint: true });
    return `${mtimeNs} ${size} ${ino}`;
  } catch {
    return null;
  }
}

/** The first of the files that is not what it was when it was seen: changed, there at last, or gone. */
export function changeIn(seen: readonly SeenFile[]): Promise<string> {
  // Marks first, contents behind: whatever is saved at any time shows in one of the two.
  const marks = new Map(seen.map(({ path }) => [path, markOf(path)]));
  const late = seen.find(({ path, kind, bytes }) =>
    bytes === null ? diskFiles.kind(path) !== kind : !isSame(bytes, diskFiles.bytes(path)),
  );
  if (late !== undefined) return Promise.resolve(late.path);
  return new Promise((resolve) => {
    const asking = setInterval(() => {
      const changed = seen.find(({ path }) => markOf(path) !== marks.get(path));
      if (changed === undefined) return;
      clearInterval(asking);
      resolve(changed.path);
    }, askMilliseconds);
  });
}
