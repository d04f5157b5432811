/** Prints the rows into assembly/gen. `npm run gen` writes the files; test/tidy.test.ts prints again and compares. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { printLayout } from "./print-layout.ts";

/** Path below the repository -> text. */
export function printAll(): Map<string, string> {
  return new Map([["assembly/gen/layout.ts", printLayout()]]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
  for (const [path, text] of printAll()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
