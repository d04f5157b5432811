/** Waits for changes of files. Asks for them now and then: editors put new files in the place of old ones. */
import { unwatchFile, watchFile } from "node:fs";
import { diskFiles, type SeenFile } from "../system/files.ts";

const askMilliseconds = 200;

const isSame = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === null || b === null ? a === b : Buffer.compare(a, b) === 0;

/** The first of the files that is not what it was when it was seen: changed, there at last, or gone. */
export function changeIn(seen: readonly SeenFile[]): Promise<string> {
  return new Promise((resolve) => {
    const end = (path: string): void => {
      for (const one of seen) unwatchFile(one.path);
      resolve(path);
    };
    for (const { path } of seen) {
      watchFile(path, { interval: askMilliseconds }, (now, before) => {
        if (now.mtimeMs !== before.mtimeMs || now.size !== before.size || now.ino !== before.ino) end(path);
      });
    }
    // What was saved while it was being looked at.
    const late = seen.find(({ path, kind, bytes }) =>
      bytes === null ? diskFiles.kind(path) !== kind : !isSame(bytes, diskFiles.bytes(path)),
    );
    if (late !== undefined) end(late.path);
  });
}
