/** Prints the rows into assembly/gen. `npm run gen` writes the files; test/tidy.test.ts prints again and compares. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { encodings, operations } from "../isa/set.ts";
import { numberOperations } from "../isa/variants.ts";
import { printDecoder } from "./print-decoder.ts";
import { printInterpreter } from "./print-interpreter.ts";
import { printLayout } from "./print-layout.ts";
import { printPeephole } from "./print-peephole.ts";

/** Path below the repository -> text. */
export function printAll(): Map<string, string> {
  const numbered = numberOperations(operations);
  return new Map([
    ["assembly/gen/layout.ts", printLayout()],
    ["assembly/gen/decode.ts", printDecoder(encodings, numbered)],
    ["assembly/gen/interpreter.ts", printInterpreter(numbered)],
    ["assembly/gen/peephole.ts", printPeephole(numbered)],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
  for (const [path, text] of printAll()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
