/**
 * Writes schema/chronovisor.schema.json: run `npx tsx src/config/print-schema.ts` after a change of the project file's
 * shape.
 */
import { writeFileSync } from "node:fs";
import { printProjectSchema } from "./project-schema.ts";

writeFileSync(new URL("../../schema/chronovisor.schema.json", import.meta.url), printProjectSchema());
